package card

import (
	"maps"
	"unicode/utf16"
)

// A message holds 4,000 characters. A page keeps a quarter back for its head and
// its labels in the longer of the two languages.
const pageRoom = 3000

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
		parts[len(parts)-1] = join(parts[len(parts)-1], a)
		room -= need
	}
	pages := make([]Page, len(parts))
	for i, part := range parts {
		pages[i] = Page{s.Name, i + 1, len(parts), part, len(s.Files())}
	}
	return pages
}

// join adds an answer to a page; a further entry of the list that stands there
// last comes under the same label.
func join(page []Answer, a Answer) []Answer {
	if n := len(page); n > 0 && page[n-1].Name == a.Name && len(a.Entries) > 0 {
		page[n-1].Entries = append(page[n-1].Entries, a.Entries...)
		return page
	}
	return append(page, a)
}

// split is the section's answers, each list as one answer for each entry, and
// each text that is too long for one page in pieces.
func (s Section) split() (answers []Answer) {
	for _, a := range s.Answers {
		text, ok := a.Shown["Text"].(string)
		switch {
		case len(a.Entries) > 0:
			answers = append(answers, a.single()...)
		case !ok || a.room() <= pageRoom:
			answers = append(answers, a)
		default:
			for _, piece := range pieces(text, pageRoom-lineRoom) {
				part := a
				part.Shown = maps.Clone(a.Shown)
				part.Shown["Text"] = piece
				answers = append(answers, part)
			}
		}
	}
	return answers
}

// single is a list as lists of one entry each.
func (a Answer) single() (list []Answer) {
	for i := range a.Entries {
		one := a
		one.Entries, one.First = a.Entries[i:i+1:i+1], i
		list = append(list, one)
	}
	return list
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
