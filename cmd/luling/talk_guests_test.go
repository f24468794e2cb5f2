package main

import (
	"regexp"
	"testing"

	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/store"
	"luling/store/programme"
)

// guests are people nobody knows when a talk begins.
var guests = []playground.Person{
	{ID: 2001, First: "何志明", Lang: "zh-hans", Phone: "13870600201"},
	{ID: 2002, First: "Grace", Lang: "en", Phone: "13870600202"},
	{ID: 2003, First: "谢文静", Lang: "zh-hans", Phone: "13870600203"},
	{ID: 2004, First: "廖建军", Lang: "zh-hans", Phone: "13870600204"},
	{ID: 2005, First: "宋春梅", Lang: "zh-hans", Phone: "13870600205"},
}

// hosted is a town with guests.
func hosted(t *testing.T) (*bottest.World, map[int64]*bottest.Chat) {
	t.Helper()
	w := bottest.New(t, features(), bottest.People(append(cast(), guests...)))
	w.Do(func(tx *store.Tx) error { return plant(tx) })
	chats := map[int64]*bottest.Chat{}
	for _, p := range players {
		chats[p.id] = w.ChatOf(p.id, p.name)
	}
	for _, g := range guests {
		chats[g.ID] = w.ChatOf(g.ID, g.First)
	}
	return w, chats
}

// settles gives a guest a role, as if an invitation had been accepted before.
func settles(w *bottest.World, id int64, name, post string, g programme.Grant) {
	w.Do(func(tx *store.Tx) error {
		who := programme.Person{TelegramID: id, Name: name, Post: post, Language: "zh"}
		if err := tx.AddPerson(&who); err != nil {
			return err
		}
		g.PersonID, g.State = who.ID, programme.GrantActive
		return tx.AddGrant(&g)
	})
}

// joins adds a unit in 吉州.
func joins(w *bottest.World, name string, kind programme.UnitType) (u programme.Unit) {
	w.Do(func(tx *store.Tx) error {
		area, err := tx.BodyByCode("jizhou")
		if err != nil {
			return err
		}
		u = programme.Unit{Name: name, Plain: programme.PlainName(name), Type: kind, AreaID: area.ID}
		return tx.AddUnit(&u)
	})
	return u
}

var (
	linkOnScreen = regexp.MustCompile(`start=([\w-]{22})`)
	codeOnScreen = regexp.MustCompile(`\b[A-Z2-9]{5} [A-Z2-9]{5}\b`)
)

// secrets are the link and the code on a screen, and what stands for them in a
// transcript.
func secrets(t *testing.T, c *bottest.Chat) (link, code string, as map[string]string) {
	t.Helper()
	found, code := linkOnScreen.FindStringSubmatch(c.Screen()), codeOnScreen.FindString(c.Screen())
	if found == nil || code == "" {
		t.Fatalf("no secrets on the screen:\n%s", c.Screen())
	}
	return found[1], code, map[string]string{found[1]: "‹邀请码›", code: "‹5位› ‹5位›"}
}
