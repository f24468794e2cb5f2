package main

import (
	"testing"

	"luling/bot/bottest"
)

// filling answers the whole application form and has something happen before
// each question.
func filling(t *testing.T, w *bottest.World, c *bottest.Chat, happens func(question int)) {
	t.Helper()
	studies(c)
	c.Says("/申报")
	c.Press("开始填写")
	answers := given(hospital, "专业技术")
	for i := range 200 {
		name, _ := c.Asked()
		if name == "" {
			break
		}
		happens(i)
		give, known := answers[name]
		if !known {
			t.Fatalf("no answer for %s:\n%s", name, c.Screen())
		}
		give(c)
		if now, _ := c.Asked(); now == name {
			t.Fatalf("the answer to %s was not taken:\n%s\n%s", name, c.Screen(), w.Logged())
		}
	}
	c.Sees("各项已填写完整")
	for question, value := range kept {
		if !has(stored(w)["apply "+question], value) {
			t.Errorf("%s is stored as %s, not as %s", question, stored(w)["apply "+question], value)
		}
	}
	c.Press("提交")
	c.Sees("已提交单位领导确认")
	w.Sound()
}

// Redis forgets everything before each question of the form, and between two
// messages of one person: nobody notices.
// Without: the call of flows.Rebuild in batch.apply.
func TestAccidentRedisFlushedAtEachQuestion(t *testing.T) {
	t.Parallel()
	redis := bottest.OwnRedis(t)
	w, chat := accident(t, redis.Option())
	filling(t, w, chat[1001], func(int) { redis.Flush() })
}

// Redis dies before each third question and comes back after the next one.
func TestAccidentRedisKilled(t *testing.T) {
	t.Parallel()
	redis := bottest.OwnRedis(t)
	w, chat := accident(t, redis.Option())
	filling(t, w, chat[1001], func(i int) {
		switch i % 3 {
		case 1:
			redis.Kill()
		case 2:
			redis.Restart()
			w.Advance(minute)
		}
	})
}

// The bot stops and starts again before each fifth question.
func TestAccidentRestartAtEachFifthQuestion(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	filling(t, w, chat[1001], func(i int) {
		if i%5 == 4 {
			w.End()
			w.Begin()
		}
	})
}

// What was sent while the bot was down is taken when it is back, in order; a
// press older than 150 seconds is gone without a trace and is pressed again.
func TestAccidentBotDown(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "place")
	w.Log.Begin("平台停机期间:填了会议地点,又点了一个按钮")
	c.AtOnce(func() {
		w.End()
		c.Says("行政楼三楼会议室")
		w.Clock.Advance(10 * minute)
		w.Begin()
	})
	asks(t, c, "chair")
	answer(t, w, "study place", `"行政楼三楼会议室"`)
	c.Says("周建国")
	c.AtOnce(func() {
		w.End()
		c.Press("是")
		w.Clock.Advance(10 * minute)
		w.Begin()
	})
	asks(t, c, "by_head")
	c.Press("是")
	asks(t, c, "attendees")
	w.Transcript(t, "accident/bot-down")
	finish(t, w, c)
	w.Sound()
}

// Redis is away and empty while a colleague's answer is in the way: the
// conflict is found without it.
// Without: the session.seen of a rebuilt conversation.
func TestAccidentRedisFlushedBetweenTwoContacts(t *testing.T) {
	t.Parallel()
	redis := bottest.OwnRedis(t)
	w, chat := accident(t, redis.Option())
	c, helen := chat[1004], chat[1005]
	c.Start("")
	helen.Start("")
	c.Says("/申报")
	c.Press("开始填写")
	c.FillTo("address", given(hospital, "企业"))
	helen.Says("/apply")
	w.Clock.Advance(minute)
	c.Says("吉安市工业园内环路6号")
	redis.Flush()
	helen.Says("Industrial Park, Ji'an")
	helen.Sees("吉安市工业园内环路6号", "Industrial Park, Ji'an", "郭志强")
	redis.Flush()
	helen.Press("My answer")
	answer(t, w, "apply address", `"Industrial Park, Ji'an"`)
	w.Sound()
}
