package main

import (
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/bot/playground"
)

// TestWhatIsDecidedCannotBePressedAgain: two leaders are asked; once one has
// confirmed, neither sees a button that promises what has happened.
func TestWhatIsDecidedCannotBePressedAgain(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	contact, head, deputy := chat[1001], chat[1002], chat[1003]
	for _, c := range []*bottest.Chat{contact, head, deputy} {
		c.Start("")
	}
	studies(contact)
	contact.Says("/申报")
	contact.Press("开始填写")
	contact.Fill(given(hospital, "专业技术"))
	contact.Press("提交")
	for _, c := range []*bottest.Chat{head, deputy} {
		if !offers(c.Messages(), "确认申报") {
			t.Fatalf("%s is not asked", c.Name)
		}
	}
	head.Press("确认申报")
	head.Press("再次确认")
	for _, c := range []*bottest.Chat{head, deputy} {
		if offers(c.Messages(), "确认申报") || offers(c.Messages(), "退回修改") {
			t.Errorf("%s can still press what is decided", c.Name)
		}
	}
	head.Sees("申报回执")
	deputy.Sees("申报回执")
	w.Sound()
}

// offers reports whether any message has a button with the words.
func offers(all []playground.Message, words string) bool {
	for _, m := range all {
		for _, row := range m.Keyboard {
			for _, b := range row {
				if strings.Contains(b.Text, words) {
					return true
				}
			}
		}
	}
	return false
}
