package paper

import (
	"encoding/json"
	"slices"

	"luling/locales"
)

// A list of slips is one invitation a box, to be printed and cut: for whom it is,
// the code, the link, until when, and how it is used, in both languages.
//
// Source: A6.
type slipList struct {
	Made  string // the day, YYYY-MM-DD
	Slips []map[string]any
}

// slips makes the list; the reader's language comes first in each box.
func slips(data json.RawMessage, texts *locales.Texts, lang string) (Sheet, error) {
	var list slipList
	if err := json.Unmarshal(data, &list); err != nil {
		return Sheet{}, err
	}
	w := writer{texts: texts}
	about := map[string]any{"Made": list.Made, "N": len(list.Slips)}
	w.doc.paragraph(style{size: 32, bold: true, middle: true}, w.line(lang, "people.slips.title", about))
	w.doc.paragraph(style{size: 21}, w.line(lang, "people.slips.note", about))
	for _, slip := range list.Slips {
		w.doc.box(func() { w.slip(slip, first(lang)) })
	}
	name := w.line(lang, "people.slips.file", about) + ".docx"
	content, err := w.doc.bytes()
	if w.err != nil {
		err = w.err
	}
	return Sheet{Name: name, Content: content}, err
}

// first lists the languages with one of them in front.
func first(lang string) []string {
	rest := slices.DeleteFunc(slices.Clone(locales.Languages), func(l string) bool { return l == lang })
	return append([]string{lang}, rest...)
}

// A writer fills a document with texts and remembers the first that failed.
type writer struct {
	doc   docx
	texts *locales.Texts
	err   error
}

func (w *writer) line(lang, name string, data any) string {
	said, err := w.texts.Plain(lang, name, data)
	if err != nil && w.err == nil {
		w.err = err
	}
	return said
}

// slip writes one box: what it is for and the two secrets once, how to use them
// in each language.
func (w *writer) slip(about map[string]any, langs []string) {
	w.doc.paragraph(style{size: 24, bold: true}, w.line(langs[0], "people.slip.who", about))
	w.doc.paragraph(style{size: 21}, w.line(langs[0], "people.slip.until", about))
	w.doc.paragraph(style{size: 36, bold: true, fixed: true}, w.line(langs[0], "people.slip.code", about))
	w.doc.paragraph(style{size: 18, fixed: true}, w.line(langs[0], "people.slip.link", about))
	for _, lang := range langs {
		w.doc.paragraph(style{size: 18}, w.line(lang, "people.slip.how", about))
	}
}
