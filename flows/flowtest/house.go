package flowtest

import (
	"context"
	"io/fs"
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

// A House is a furnished house with its database and the words it speaks.
type House struct {
	*storetest.World
	flows *flows.House
	texts *locales.Texts
}

// New opens a fresh database at an instant and furnishes a house.
func New(t testing.TB, now time.Time, features ...flows.Feature) *House {
	t.Helper()
	texts, err := words()
	if err != nil {
		t.Fatal(err)
	}
	return furnished(t, now, texts, features)
}

// Speaking is a house whose features have texts of their own, which are laid out
// as those of package locales.
func Speaking(t testing.TB, now time.Time, own fs.FS, features ...flows.Feature) *House {
	t.Helper()
	texts, err := spoken(own)
	if err != nil {
		t.Fatal(err)
	}
	return furnished(t, now, texts, features)
}

func furnished(t testing.TB, now time.Time, texts *locales.Texts, features []flows.Feature) *House {
	t.Helper()
	house, err := flows.NewHouse(features...)
	if err != nil {
		t.Fatal(err)
	}
	return &House{World: storetest.New(t, now), flows: house, texts: texts}
}

// words are the texts with the variables of the default programme, read once.
var words = sync.OnceValues(func() (*locales.Texts, error) { return spoken() })

func spoken(own ...fs.FS) (*locales.Texts, error) {
	texts, err := locales.Load(own...)
	if err != nil {
		return nil, err
	}
	p, err := rulebook.Default()
	if err != nil {
		return nil, err
	}
	return texts.With(map[string]any{
		"bot": "luling_bot", "city": p.City, "office": p.Office.Name, "phone": p.Office.Phone, "measure": p.Measure.Title,
	}), nil
}

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
	h.Change(func(tx *store.Tx) error {
		for _, f := range h.flows.Features {
			if f.Due == nil {
				continue
			}
			if err := f.Due(tx, h.Now); err != nil {
				return err
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

// turn does what the edge does: one transaction, and for a refusal another. It
// returns the language the person reads besides.
func (h *House) turn(c flows.Conversation, in flows.Input) (out flows.Outcome, lang string) {
	h.T.Helper()
	run := func(turn func(*store.Tx) (flows.Outcome, error)) error {
		return h.DB.Update(context.Background(), h.Now, func(tx *store.Tx) (err error) {
			out, err = turn(tx)
			lang = tx.Actor().Language
			return err
		})
	}
	err := run(func(tx *store.Tx) (flows.Outcome, error) { return h.flows.Turn(tx, c, in) })
	if no := flows.RefusalOf(err); no != nil {
		err = run(func(tx *store.Tx) (flows.Outcome, error) { return h.flows.Refused(tx, c, in, no) })
	}
	if err != nil {
		h.T.Fatalf("turn: %v", err)
	}
	return out, lang
}
