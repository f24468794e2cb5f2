package card

import "slices"

// Files lists the evidence of the section, each file once.
func (s Section) Files() (list []Evidence) {
	seen := map[int64]bool{}
	for _, a := range s.Answers {
		for _, f := range a.files() {
			if !seen[f.ID] {
				seen[f.ID] = true
				list = append(list, f)
			}
		}
	}
	return list
}

// files are those of the answer and of its entries.
func (a Answer) files() []Evidence {
	list := slices.Clone(a.Files)
	for _, e := range a.Entries {
		for _, of := range e.Answers {
			list = append(list, of.Files...)
		}
	}
	return list
}

// Files counts the files of the content, a file named twice once, and their bytes.
func (c Content) Files() (count int, bytes int64) {
	seen := map[int64]bool{}
	for _, s := range c.Sections {
		for _, f := range s.Files() {
			if !seen[f.ID] {
				seen[f.ID] = true
				count, bytes = count+1, bytes+f.Size
			}
		}
	}
	return count, bytes
}
