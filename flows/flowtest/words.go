package flowtest

import (
	"bytes"
	"encoding/json"
	"testing"

	"luling/flows"
	"luling/locales"
)

// longest is how many characters a message of ours may have.
const longest = 4000

// say renders a message in every language and returns it in one.
func (h *House) say(lang, name string, data any) (said string) {
	h.T.Helper()
	for _, l := range locales.Languages {
		text, err := h.texts.HTML(l, name, through[any](h.T, data))
		if err != nil {
			h.T.Fatal(err)
		}
		if n := locales.Length(text); n > longest || n == 0 {
			h.T.Fatalf("%s/%s has %d characters", l, name, n)
		}
		if l == lang {
			said = text
		}
	}
	return said
}

// line renders a plain text in every language and returns it in one.
func (h *House) line(lang string, line flows.Line) (said string) {
	h.T.Helper()
	for _, l := range locales.Languages {
		text, err := h.texts.Plain(l, line.Text, through[any](h.T, line.Data))
		if err != nil {
			h.T.Fatal(err)
		}
		if l == lang {
			said = text
		}
	}
	return said
}

// label is what a button says.
func (h *House) label(lang string, b flows.Button) string {
	h.T.Helper()
	if b.Text != "" {
		return h.line(lang, flows.Line{Text: b.Text, Data: b.Data})
	}
	said, err := h.texts.Label(lang, through[any](h.T, b.Label))
	if err != nil || said == "" {
		h.T.Fatalf("a button without words: %+v, %v", b, err)
	}
	return said
}

// through is a value after it was stored as JSON and read as the edge reads it.
func through[T any](t testing.TB, v any) (read T) {
	t.Helper()
	written, err := json.Marshal(v)
	if err == nil {
		d := json.NewDecoder(bytes.NewReader(written))
		d.UseNumber()
		err = d.Decode(&read)
	}
	if err != nil {
		t.Fatal(err)
	}
	return read
}
