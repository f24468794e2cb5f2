package card

import (
	"maps"
	"unicode/utf16"
)

// A message holds 4,000 characters. A page keeps a quarter back for its head and
// its labels in the longer of the two languages.
const (
	pageRoom  = 3000
	lineRoom  = 40  // label and punctuation
	fileRoom  = 100 // one file: name cut to 60, size and state
	factsRoom = 400 // what the register says of a unit
	meetRoom  = 160 // one study session
)

// A Page is a part of one section that fits one message.
type Page struct {
	Section string
	Part    int // of the section, from 1
	Parts   int
	Answers []Answer
	Files   int // of the whole section
}

// Pages cuts the content into pages, each section beginning a new one. A content
// without answers has none.
func (c Content) Pages() (pages []Page) {
	for _, s := range c.Sections {
		pages = append(pages, s.pages()...)
	}
	return pages
}

func (s Section) pages() []Page {
	var parts [][]Answer
	room := 0
	for _, a := range s.split() {
		need := a.room()
		if len(parts) == 0 || need > room {
			parts, room = append(parts, nil), pageRoom
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], a)
		room -= need
	}
	pages := make([]Page, len(parts))
	for i, part := range parts {
		pages[i] = Page{s.Name, i + 1, len(parts), part, len(s.Files())}
	}
	return pages
}

// split is the section's answers with each text that is too long for one page in
// pieces.
func (s Section) split() (answers []Answer) {
	for _, a := range s.Answers {
		text, ok := a.Shown["Text"].(string)
		if !ok || a.room() <= pageRoom {
			answers = append(answers, a)
			continue
		}
		for _, piece := range pieces(text, pageRoom-lineRoom) {
			part := a
			part.Shown = maps.Clone(a.Shown)
			part.Shown["Text"] = piece
			answers = append(answers, part)
		}
	}
	return answers
}

// pieces cuts a text into pieces of at most so many units.
func pieces(text string, most int) (list []string) {
	from, units := 0, 0
	for i, r := range text {
		n := max(utf16.RuneLen(r), 1)
		if units+n > most {
			list, from, units = append(list, text[from:i]), i, 0
		}
		units += n
	}
	return append(list, text[from:])
}

// Files lists the evidence of the section, each file once.
func (s Section) Files() (list []Evidence) {
	seen := map[int64]bool{}
	for _, a := range s.Answers {
		for _, f := range a.Files {
			if !seen[f.ID] {
				seen[f.ID] = true
				list = append(list, f)
			}
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

// room is how many characters the answer takes at most, as the messenger counts.
func (a Answer) room() int {
	room := lineRoom + fileRoom*len(a.Files)
	switch a.Shown["Kind"] {
	case "unit_facts":
		return room + factsRoom
	case "study_facts":
		facts, _ := a.Shown["Facts"].(map[string]any)
		return room + meetRoom*(1+length(facts["Sessions"]))
	}
	for key, v := range a.Shown {
		if text, ok := v.(string); ok && key != "Kind" {
			room += len(utf16.Encode([]rune(text)))
		}
	}
	return room
}

// length is that of a list, whether it was just made or read back.
func length(list any) int {
	switch list := list.(type) {
	case []map[string]any:
		return len(list)
	case []any:
		return len(list)
	}
	return 0
}
