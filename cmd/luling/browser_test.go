//go:build browser

package main

import (
	"fmt"
	"testing"
)

const (
	contact     = 1001
	head        = 1002
	recommender = 1013
)

// TestBrowserPhone plays a whole application on a phone, one chat at a time.
func TestBrowserPhone(t *testing.T) {
	chromium(t)
	w, chats := town(t)
	p := visit(t, w.Address(), phone)
	p.proveBoxes()
	p.picture("phone_people")
	c := p.at(w, chats[contact])
	for _, id := range []int64{head, recommender, contact} {
		s := p.at(w, chats[id])
		s.enters()
		if id == contact {
			p.picture("phone_start")
		}
		s.starts()
		if id != contact {
			s.leaves()
		}
	}
	p.picture("phone_menu")
	studies(chats[contact])
	c.rest()
	c.writes("/申报")
	p.picture("phone_welcome")
	c.presses("开始填写")
	c.fills(chats[contact], func(question string) { p.picture("phone_form_" + question) })
	p.picture("phone_review")
	c.presses("提交")
	p.picture("phone_sent")
	c.leaves()

	p.until(`document.querySelector('[data-person="1002"]').dataset.unread === "1"`, "the head has an unread message")
	p.picture("phone_unread")
	h := p.at(w, chats[head])
	h.enters()
	h.awaits("请您确认")
	p.picture("phone_confirm")
	h.presses("确认申报")
	p.picture("phone_confirm_again")
	h.presses("再次确认")
	h.awaits("申报回执")
	p.picture("phone_receipt")

	h.leaves()
	p.until(`document.querySelector('[data-person="1001"]').dataset.unread`, "the contact has an unread receipt")
	c.enters()
	c.awaits("申报回执")
	p.picture("phone_receipt_contact")
	c.leaves()
	b := p.at(w, chats[recommender])
	b.enters()
	b.awaits("新的申报")
	p.picture("phone_arrived")
	b.presses("查看申报")
	p.picture("phone_card")
	b.presses("查看全部")
	p.picture("phone_content")
	b.presses("六有-1")
	p.picture("phone_evidence")
	b.presses("接收本部分文件")
	p.until(fmt.Sprintf("document.querySelector(%q)", b.of(`a[data-role=document]:not([download])`)), "the evidence can be looked at and not saved")
	p.picture("phone_protected")

	p.tap("[data-role=controls]")
	p.tap("[data-role=language]")
	p.until(`document.documentElement.lang === "en"`, "the page speaks English")
	p.picture("phone_english_chat")
	b.leaves()
	p.picture("phone_english")
}

// TestBrowserDesktop plays it with contact, head and recommender side by side.
func TestBrowserDesktop(t *testing.T) {
	chromium(t)
	w, chats := town(t)
	p := visit(t, w.Address(), desktop)
	p.picture("desktop_start")
	c, h, b := p.at(w, chats[contact]), p.at(w, chats[head]), p.at(w, chats[recommender])
	for _, s := range []*sitter{c, h, b} {
		s.starts()
	}
	p.picture("desktop_menu")
	for _, day := range []string{"2025年5月20日", "2025.11.18"} {
		c.registers(chats[contact], day)
	}
	p.picture("desktop_study")
	c.writes("/申报")
	c.presses("开始填写")
	c.fills(chats[contact], func(question string) {
		if question == "fund_opening" {
			h.writes("/进度")
			b.writes("/申报台账")
			p.picture("desktop_together")
		}
	})
	p.picture("desktop_review")
	c.presses("提交")
	h.awaits("请您确认")
	p.picture("desktop_confirm")
	h.presses("确认申报")
	h.presses("再次确认")
	for _, s := range []*sitter{c, h} {
		s.awaits("申报回执")
	}
	b.awaits("新的申报")
	p.picture("desktop_receipt")

	p.tap("[data-role=language]")
	p.until(`document.documentElement.lang === "en"`, "the page speaks English")
	p.picture("desktop_english")
}
