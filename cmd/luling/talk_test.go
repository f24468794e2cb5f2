package main

import (
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/store"
)

// town is a world with the ready-made units, people and round of the playground.
func town(t *testing.T) (*bottest.World, map[int64]*bottest.Chat) {
	t.Helper()
	w := bottest.New(t, features(), bottest.People(cast()))
	w.Do(func(tx *store.Tx) error { return plant(tx) })
	chats := map[int64]*bottest.Chat{}
	for _, p := range players {
		chats[p.id] = w.ChatOf(p.id, p.name)
	}
	return w, chats
}

func pdf(name string) playground.File {
	return playground.File{Name: name + ".pdf", Content: []byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + name + "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")}
}

// given turns typed answers into what a contact does, buttons and files included.
func given(typed map[string]string, category string) map[string]bottest.Given {
	all := map[string]bottest.Given{
		"unit": bottest.Pressed("下一步"), "study": bottest.Pressed("下一步"), "category": bottest.Pressed(category),
		"no_secret": bottest.Pressed("确认"), "declaration": bottest.Pressed("确认"),
	}
	for name, text := range typed {
		all[name] = bottest.Typed(text)
	}
	for _, criterion := range []string{"guarantee", "plan", "carrier", "platform", "feature", "result"} {
		all[criterion+"_files"] = bottest.Sent(pdf(criterion))
	}
	return all
}

func TestWholeApplication(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	contact, head, body := chat[1001], chat[1002], chat[1013]
	for _, c := range []*bottest.Chat{contact, head, body} {
		c.Start("")
	}
	contact.Says("/申报")
	t.Log(contact.Screen())
	if contact.Has("开始填写") {
		contact.Press("开始填写")
	}
	contact.Fill(given(hospital, "专业技术"))
	t.Log(contact.Screen())
	t.Log(strings.TrimSpace(w.Log.Text()))
}
