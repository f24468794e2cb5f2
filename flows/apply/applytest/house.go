package applytest

import (
	"context"
	"encoding/json"
	"sync"
	"testing"
	"time"

	"luling/flows"
	"luling/locales"
	"luling/store"
	"luling/store/programme"
	"luling/store/rulebook"
	"luling/store/storetest"
)

// longest is how many characters a message of ours may have.
const longest = 4000

// A House is a furnished house with its database and texts.
type House struct {
	*storetest.World
	flows *flows.House
	texts *locales.Texts
}

// New opens a fresh database at an instant and furnishes a house.
func New(t testing.TB, now time.Time, features ...flows.Feature) *House {
	t.Helper()
	house, err := flows.NewHouse(features...)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := words()
	if err != nil {
		t.Fatal(err)
	}
	return &House{World: storetest.New(t, now), flows: house, texts: texts}
}

// words are the texts with the variables of the default programme, read once.
var words = sync.OnceValues(func() (*locales.Texts, error) {
	texts, err := locales.Load()
	if err != nil {
		return nil, err
	}
	p, err := rulebook.Default()
	if err != nil {
		return nil, err
	}
	return texts.With(map[string]any{
		"bot": "luling_bot", "city": p.City, "office": p.Office.Name, "phone": "0796-8220000", "measure": p.Measure.Title,
	}), nil
})

// At is noon at the office on a day such as 2026-03-04.
func At(day string) time.Time {
	d, err := programme.ParseDate(day)
	if err != nil {
		panic(err)
	}
	return d.Starts().Add(12 * time.Hour)
}

// Tick runs what falls due now.
func (h *House) Tick() {
	h.T.Helper()
	storetest.Update(h.T, h.DB, h.Now, func(tx *store.Tx) error {
		for _, f := range h.flows.Features {
			if f.Due != nil {
				if err := f.Due(tx, h.Now); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// Look reads the database.
func (h *House) Look(read func(*store.Tx) error) {
	h.T.Helper()
	storetest.View(h.T, h.DB, h.Now, read)
}

// Change writes to the database.
func (h *House) Change(write func(*store.Tx) error) {
	h.T.Helper()
	storetest.Update(h.T, h.DB, h.Now, write)
}

// turn runs one input the way the edge does: a refusal undoes it and is shown.
func (h *House) turn(c flows.Conversation, in flows.Input) (out flows.Outcome) {
	h.T.Helper()
	in.At = h.Now
	err := h.DB.Update(context.Background(), h.Now, func(tx *store.Tx) (err error) {
		out, err = h.flows.Turn(tx, c, in)
		return err
	})
	refused := flows.RefusalOf(err)
	if err == nil {
		return out
	}
	if refused == nil {
		h.T.Fatalf("turn: %v", err)
	}
	h.Change(func(tx *store.Tx) (err error) {
		out, err = h.flows.Refused(tx, c, in, refused)
		return err
	})
	return out
}

// say renders a message in both languages and returns the Chinese.
func (h *House) say(name string, data any) string {
	h.T.Helper()
	said := map[string]string{}
	for _, lang := range locales.Languages {
		text, err := h.texts.HTML(lang, name, data)
		if err != nil {
			h.T.Fatal(err)
		}
		if n := locales.Length(text); n > longest {
			h.T.Fatalf("%s/%s has %d characters", lang, name, n)
		}
		said[lang] = text
	}
	return said["zh"]
}

// line renders a line in both languages and returns the Chinese.
func (h *House) line(l flows.Line) string {
	h.T.Helper()
	said := ""
	for _, lang := range []string{"en", "zh"} {
		text, err := h.texts.Plain(lang, l.Text, through[any](h.T, l.Data))
		if err != nil {
			h.T.Fatal(err)
		}
		said = text
	}
	return said
}

// label is what a button says.
func (h *House) label(b flows.Button) string {
	h.T.Helper()
	if b.Text != "" {
		return h.line(flows.Line{Text: b.Text, Data: b.Data})
	}
	words := through[map[string]any](h.T, b.Label)
	if name, ok := words["Text"].(string); ok {
		return h.line(flows.Line{Text: name, Data: words["Data"]})
	}
	return words["Zh"].(string)
}

// through is a value after it was stored as JSON.
func through[T any](t testing.TB, v any) (read T) {
	t.Helper()
	written, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(written, &read)
	}
	if err != nil {
		t.Fatal(err)
	}
	return read
}
