package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"luling/bot/bottest"
	"luling/store"
)

// Accidents: what people, phones, networks and machines do wrong. Each test is
// a conversation in which one of them happens; each looks at the sentence that
// was said, at what is stored, and that the person can go on. A comment
// "Without: …" names code that was taken out once to see the test fail.

// accident begins a world in which the hospital's contact has the bot open.
func accident(t *testing.T, options ...bottest.Option) (*bottest.World, map[int64]*bottest.Chat) {
	t.Helper()
	w := bottest.New(t, features(), append(options, bottest.People(cast()))...)
	w.Do(func(tx *store.Tx) error { return plant(tx) })
	chats := map[int64]*bottest.Chat{}
	for _, p := range players {
		chats[p.id] = w.ChatOf(p.id, p.name)
	}
	chats[1001].Start("")
	return w, chats
}

// registering brings a contact to a question of the study form.
func registering(c *bottest.Chat, question string) {
	c.Says("/专题研究")
	c.Press("登记")
	c.FillTo(question, meeting("2025年5月20日"))
}

// applying brings a contact to a question of the application form.
func applying(c *bottest.Chat, question string) {
	c.Says("/申报")
	c.Press("开始填写")
	c.FillTo(question, given(hospital, "专业技术"))
}

// stored is every answer of the open drafts, by "form question".
func stored(w *bottest.World) map[string]string {
	all := map[string]string{}
	w.Look(func(tx *store.Tx) error {
		drafts, err := tx.OpenDrafts("")
		for _, d := range drafts {
			answers, err := tx.Answers(d.ID)
			if err != nil {
				return err
			}
			for _, a := range answers {
				all[d.Form+" "+a.Name] = fmt.Sprintf("%s skipped=%t done=%t rival=%s", a.Value, a.Skipped, a.Done, a.Rival)
			}
		}
		return err
	})
	return all
}

// same fails unless nothing that was stored has changed.
func same(t *testing.T, before, after map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if before[name] != after[name] {
			t.Errorf("%s was %s and is %s", name, before[name], after[name])
		}
	}
	if len(after) > len(before) {
		t.Errorf("there are %d answers where there were %d", len(after), len(before))
	}
}

// answer fails unless a stored answer is the JSON given.
func answer(t *testing.T, w *bottest.World, name, value string) {
	t.Helper()
	if got := stored(w)[name]; got != value+" skipped=false done=true rival=" {
		t.Errorf("%s is stored as %s, not as %s", name, got, value)
	}
}

// asks fails unless the person stands at the question.
func asks(t *testing.T, c *bottest.Chat, question string) {
	t.Helper()
	if name, _ := c.Asked(); name != question {
		t.Errorf("%s stands at %q, not at %q:\n%s", c.Name, name, question, c.Screen())
	}
}

// finish answers what is left of a study form and submits it.
func finish(t *testing.T, w *bottest.World, c *bottest.Chat) {
	t.Helper()
	c.Fill(meeting("2025年5月20日"))
	c.Press("提交")
	c.Sees("已登记")
}

const minute = time.Minute

// sent has the contact apply and send the application to the leaders.
func sent(c *bottest.Chat) {
	studies(c)
	c.Says("/申报")
	c.Press("开始填写")
	c.Fill(given(hospital, "专业技术"))
	c.Press("提交")
}

// moves counts the rows of the journal.
func moves(t *testing.T, w *bottest.World) int64 {
	t.Helper()
	v, err := w.Bot.DB().Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v.Rows
}

// sessions counts the hospital's study sessions.
func sessions(t *testing.T, w *bottest.World) (n int) {
	t.Helper()
	w.Look(func(tx *store.Tx) error {
		units, err := tx.Units(store.UnitFilter{})
		for _, u := range units {
			all, err := tx.StudySessions(u.ID)
			if err != nil {
				return err
			}
			n += len(all)
		}
		return err
	})
	return n
}

// has reports whether a stored answer holds the value kept for it.
func has(row, value string) bool {
	raw, _, _ := strings.Cut(row, " skipped=")
	return strings.Contains(raw, value)
}
