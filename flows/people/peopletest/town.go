// Package peopletest lets the tests of features talk to a house: turn by turn,
// on a real database file, in words. It knows no messenger and waits for nothing.
package peopletest

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"luling/flows"
	"luling/locales"
	"luling/store/storetest"
)

// A Town is a world of the store with a house and the words it speaks.
type Town struct {
	*storetest.World
	House *flows.House
	Texts *locales.Texts
}

// New opens a town with the features given at an instant.
func New(t testing.TB, now time.Time, features ...flows.Feature) *Town {
	t.Helper()
	house, err := flows.NewHouse(features...)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	w := storetest.New(t, now)
	p := storetest.Programme(t)
	return &Town{w, house, texts.With(map[string]any{
		"city": p.City, "office": p.Office.Name, "phone": p.Office.Phone, "measure": p.Measure.Title, "bot": "luling_bot",
	})}
}

// Words renders a message and fails the test if it cannot be sent.
func (t *Town) Words(lang, text string, data any) string {
	t.T.Helper()
	s, err := t.Texts.HTML(lang, text, again(t.T, data))
	if err != nil {
		t.T.Fatal(err)
	}
	if n := locales.Length(s); n > 4000 || n == 0 {
		t.T.Fatalf("%s has %d characters", text, n)
	}
	return s
}

func (t *Town) line(lang, text string, data any) string {
	t.T.Helper()
	s, err := t.Texts.Plain(lang, text, again(t.T, data))
	if err != nil {
		t.T.Fatal(err)
	}
	return s
}

// again is data after it was stored and read.
func again(t testing.TB, data any) (read any) {
	t.Helper()
	raw, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&read); err != nil {
		t.Fatal(err)
	}
	return read
}
