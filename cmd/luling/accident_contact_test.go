package main

import (
	"slices"
	"testing"

	"luling/bot/bottest"
	"luling/bot/playground"
)

// keyboards tells what messages did to the chat's keyboard: how often one was
// given, and taken away, and whether one is there now.
func keyboards(c *bottest.Chat) (given, taken int, there bool) {
	for _, m := range c.Messages() {
		switch {
		case len(m.ReplyKeyboard) > 0:
			given, there = given+1, true
		case m.Remove:
			taken, there = taken+1, false
		}
	}
	return given, taken, there
}

// calling brings a contact to the question for the own number.
func calling(c *bottest.Chat) {
	c.Says("/申报")
	c.Press("开始填写")
	c.Press("总览")
	c.Press("二、")
	c.Press("填写：联络员电话")
}

// The contact shares the own number with one press; the button comes with the
// question and goes with it.
func TestAccidentOwnNumberShared(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	calling(c)
	offer := c.Messages()[len(c.Messages())-2]
	if len(offer.ReplyKeyboard) != 1 || !offer.ReplyKeyboard[0][0].RequestContact || offer.ReplyKeyboard[0][0].Text != "发送本人手机号" {
		t.Fatalf("before the question comes %+v", offer)
	}
	c.Says("一二三")
	c.Sees("未能识别")
	if given, taken, there := keyboards(c); given != 1 || taken != 0 || !there {
		t.Errorf("after a refusal: given %d, taken %d", given, taken)
	}
	c.Contact(true)
	c.Sees("联络员电话")
	if given, taken, there := keyboards(c); given != 1 || taken != 1 || there {
		t.Errorf("after the answer: given %d, taken %d", given, taken)
	}
	w.Sound()
}

// Whoever leaves the question by a button, or by a command, is left without the
// keyboard, though Redis was flushed or the bot began anew in between.
// Without: the column screens.keyboard.
func TestAccidentOwnNumberLeft(t *testing.T) {
	t.Parallel()
	redis := bottest.OwnRedis(t)
	for name, between := range map[string]func(*bottest.World){
		"nothing":   func(*bottest.World) {},
		"a flush":   func(*bottest.World) { redis.Flush() },
		"a restart": func(w *bottest.World) { w.End(); w.Begin(); w.Settle() },
	} {
		for _, leave := range []func(*bottest.Chat){
			func(c *bottest.Chat) { c.Press("上一步") },
			func(c *bottest.Chat) { c.Press("暂存退出") },
			func(c *bottest.Chat) { c.Says("/menu") },
		} {
			w, chat := accident(t, redis.Option())
			c := chat[1001]
			calling(c)
			between(w)
			leave(c)
			given, taken, there := keyboards(c)
			last := slices.IndexFunc(c.Messages(), func(m playground.Message) bool { return m.Remove })
			if given != 1 || taken != 1 || there || last != len(c.Messages())-2 {
				t.Errorf("%s: given %d, taken %d; the last message is %s", name, given, taken, c.Screen())
			}
			w.End()
		}
	}
}
