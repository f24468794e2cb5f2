package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/flows"
	"luling/store"
)

// screen is what the person should see, as it is stored.
func (v *woken) screen(c *bottest.Chat) (s store.Screen) {
	v.t.Helper()
	v.Look(func(tx *store.Tx) (err error) {
		s, err = tx.Screen(c.ID)
		if errors.Is(err, store.ErrNotFound) {
			err = nil
		}
		return err
	})
	return s
}

// reply is the screen as data.
func (v *woken) reply(c *bottest.Chat) (r flows.Reply) {
	v.t.Helper()
	d := json.NewDecoder(bytes.NewReader(v.screen(c).Content))
	d.UseNumber()
	must(v.t, d.Decode(&r))
	return r
}

// sensible fails if the person was told that the bot could not, or cannot go on.
func (v *woken) sensible(c *bottest.Chat) {
	v.t.Helper()
	switch r := v.reply(c); {
	case r.Text == "hall.failed" || r.Text == "refused.form_gone":
		v.t.Errorf("%d is told that it did not work:\n%s", c.ID, c.Screen())
	case len(r.Buttons) == 0 || len(c.Last().Keyboard) == 0 && c.Last().Kind == "text":
		v.t.Errorf("%d cannot go on from\n%s", c.ID, c.Screen())
	}
}

// harmless is a button that only shows something: in a form help, overview, the
// question, the way back; outside of it a command or a card.
func harmless(keyboard [][]playground.Button) (playground.Button, bool) {
	all := slices.Concat(keyboard...)
	for _, word := range []string{":show:", ":help:", ":overview:", ":section:", ":back:", "c:menu:", ".card:", ".page:"} {
		i := slices.IndexFunc(all, func(b playground.Button) bool { return strings.Contains(b.Data, word) })
		if i >= 0 {
			return all[i], true
		}
	}
	return playground.Button{}, false
}

// old picks buttons of forms that a person was shown, evenly from the first to
// the last but those that may be before him still.
func (g *golden) old(account int64, most int) (data []string) {
	all := slices.DeleteFunc(slices.Clone(g.buttons[account]), func(b [2]string) bool { return !strings.HasPrefix(b[0], "f:") })
	all = all[:max(len(all)-30, 0)]
	for i := range min(most, len(all)) {
		data = append(data, all[i*len(all)/most][0])
	}
	return data
}

// does finds a button of the screen by what it does in the form.
func does(r flows.Reply, words ...string) (flows.Button, bool) {
	for _, word := range words {
		for _, b := range slices.Concat(r.Buttons...) {
			if b.Do == word {
				return b, true
			}
		}
	}
	return flows.Button{}, false
}

// presses presses the first button that does one of these, and reports whether
// there was one.
func (v *woken) presses(c *bottest.Chat, words ...string) bool {
	v.t.Helper()
	b, ok := does(v.reply(c), words...)
	if !ok {
		return false
	}
	s := v.screen(c)
	if b.Do == "mine" || b.Do == "theirs" {
		v.given[s.Asks] = true
	}
	data, err := flows.Data(b, s.Conversation, s.Wanted)
	must(v.t, err)
	c.Data(c.Last(), data)
	v.sensible(c)
	return true
}

// answersOne goes to a question if the screen has none, and answers it by its
// kind. What is taken stands in the database.
func (v *woken) answersOne(c *bottest.Chat) {
	v.t.Helper()
	for range 4 {
		if v.reply(c).Text == "form.question" || !v.presses(c, "show", "mine", "jump", "review", "overview") {
			break
		}
	}
	asks, before := v.screen(c).Asks, v.versions()
	if asks == "" || !v.answers(c) {
		return
	}
	v.given[asks] = true
	if maps.Equal(before, v.versions()) {
		v.t.Errorf("%d answered %s and nothing is stored:\n%s", c.ID, asks, c.Screen())
	}
}

// versions are those of the open drafts, which grow with each answer.
func (v *woken) versions() map[int64]int64 {
	v.t.Helper()
	all := map[int64]int64{}
	v.Look(func(tx *store.Tx) error {
		drafts, err := tx.OpenDrafts("")
		for _, d := range drafts {
			all[d.ID] = d.Version
		}
		return err
	})
	return all
}

// answers gives the question on the screen an answer; false if only buttons that
// change nothing are there.
func (v *woken) answers(c *bottest.Chat) bool {
	v.t.Helper()
	about, _ := v.reply(c).Data.(map[string]any)
	kind, _ := about["Kind"].(string)
	switch text := answersOf[kind]; {
	case text != "":
		c.Says(text)
	case kind == "date":
		c.Says("2025-06-18")
	case kind == "files":
		c.Sends(pdf("补充材料"))
		return v.presses(c, "done")
	default:
		return v.presses(c, "pick", "on", "done")
	}
	v.sensible(c)
	return true
}

// toTheEnd goes to the review, by the overview if there is one, else by
// answering what is left.
func (v *woken) toTheEnd(c *bottest.Chat) {
	v.t.Helper()
	for range 60 {
		switch s := v.screen(c); {
		case strings.HasPrefix(s.View, "review"):
			return
		case v.presses(c, "review", "overview", "show"):
		case s.Asks != "" && v.answers(c):
			v.given[s.Asks] = true
		default:
			v.t.Errorf("%d cannot get to the review from\n%s", c.ID, c.Screen())
			return
		}
	}
	v.t.Errorf("%d does not get to the review; he sees\n%s", c.ID, c.Screen())
}
