package main

import (
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

// meeting is one study session as a contact registers it.
func meeting(day string) map[string]bottest.Given {
	return map[string]bottest.Given{
		"held_on": bottest.Typed(day), "place": bottest.Typed("行政楼三楼会议室"), "chair": bottest.Typed("周建国"),
		"by_head": bottest.Pressed("是"), "attendees": bottest.Typed("7人"), "separate": bottest.Pressed("是"),
		"decisions": bottest.Typed("审议通过年度人才工作要点,安排专项经费32万元,由人力资源部牵头落实引才计划。"),
		"no_secret": bottest.Pressed("确认"), "minutes": bottest.Sent(pdf("会议纪要 " + day)),
	}
}

// studies registers two sessions of last year.
func studies(c *bottest.Chat) {
	for _, day := range []string{"2025年5月20日", "2025.11.18"} {
		c.Says("/专题研究")
		c.Press("登记")
		c.Fill(meeting(day))
		c.Press("提交")
	}
}
