package main

import (
	"strings"
	"testing"
	"time"

	"luling/bot/bottest"
	"luling/bot/playground"
)

// Telegram says nothing for two minutes. What was sent is answered afterwards,
// once.
func TestAccidentSilence(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "place")
	w.Log.Begin("消息平台两分钟没有回应")
	c.AtOnce(func() {
		w.Server.Silence(true)
		c.Says("行政楼三楼会议室")
		w.Clock.Advance(2 * minute)
		w.Server.Silence(false)
	})
	asks(t, c, "chair")
	answer(t, w, "study place", `"行政楼三楼会议室"`)
	if n := strings.Count(shown(c), "会议由谁主持"); n != 1 {
		t.Errorf("the question was shown %d times", n)
	}
	w.Transcript(t, "accident/silence")
	finish(t, w, c)
	w.Sound()
}

// The answer to a send is lost, or is a proxy's page: the screen comes, once or
// twice, and its newest copy works.
func TestAccidentRepliesLost(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		fault playground.Fault
		most  int // copies of the screen
	}{
		{"lost", playground.Fault{Kind: playground.LostReply}, 2},
		{"refused", playground.Fault{Kind: playground.Refused}, 1},
		{"proxy", playground.Fault{Kind: playground.BadGateway, Times: 2}, 1},
		{"500", playground.Fault{Kind: playground.ServerError}, 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			w, chat := accident(t)
			c := chat[1001]
			registering(c, "chair")
			row.fault.Method = "sendMessage"
			broken := w.Server.InjectFault(row.fault)
			c.Says("周建国")
			if broken.Fired() == 0 {
				t.Fatal("nothing was lost")
			}
			if n := strings.Count(shown(c), "主持人是否为"); n < 1 || n > row.most {
				t.Errorf("the question was shown %d times", n)
			}
			c.Press("是")
			asks(t, c, "attendees")
			row.fault.Method = "editMessageText"
			w.Server.InjectFault(row.fault)
			c.Press("上一步")
			asks(t, c, "by_head")
			c.Sees("主持人是否为")
			w.Server.InjectFault(playground.Fault{Method: "answerCallbackQuery", Kind: playground.LostReply})
			c.Press("否")
			asks(t, c, "attendees")
			finish(t, w, c)
			w.Sound()
		})
	}
}

// 429 stops everybody for as long as it says, and then everything is there.
// Without: s.pace.Pause in sender.call.
func TestAccidentTooManyRequests(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c, other := chat[1001], chat[1004]
	other.Start("")
	registering(c, "place")
	registering(other, "place")
	w.Log.Begin("消息平台要求所有人等七秒")
	slow := w.Server.InjectFault(playground.Fault{Method: "sendMessage", Kind: playground.TooMany, RetryAfter: 7})
	c.Unseen(func() { c.Says("行政楼三楼会议室") })
	<-slow.Struck()
	other.Unseen(func() { other.Says("厂部二楼") })
	w.Pass()
	var refused time.Time
	for _, call := range w.Server.Calls() {
		switch {
		case call.Status == 429:
			refused = call.At
		case call.Method == "sendMessage" && !refused.IsZero() && call.At.Sub(refused) < 7*time.Second:
			t.Errorf("a message went out %v after the refusal", call.At.Sub(refused))
		}
	}
	for _, x := range []*bottest.Chat{c, other} {
		asks(t, x, "chair")
		x.Sees("会议由谁主持")
	}
	w.Transcript(t, "accident/too-many-requests")
	finish(t, w, c)
	w.Sound()
}

// Somebody who stopped the bot gets everything that was meant for him when he
// comes back; nobody else waits for him.
func TestAccidentBlockedAndBack(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c, head, body := chat[1001], chat[1002], chat[1013]
	head.Start("")
	body.Start("")
	sent(c)
	w.Log.Begin("联络员停用了机器人,院长确认申报,联络员回来")
	c.Blocks()
	head.Press("确认申报")
	head.Press("再次确认")
	head.Sees("申报回执")
	body.Sees("新的申报")
	if strings.Contains(shown(c), "申报回执") {
		t.Error("the contact got a message through the block")
	}
	w.Advance(time.Hour)
	c.Unblocks()
	c.Found("申报回执")
	w.Transcript(t, "accident/blocked")
	c.Says("/进度")
	c.Sees("待推荐")
	w.Sound()
}

// A send that finds the chat blocked, before the messenger has said so, does
// not lose the screen either.
func TestAccidentForbidden(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "place")
	w.Server.InjectFault(playground.Fault{Method: "sendMessage", Kind: playground.Forbidden, Text: "bot was blocked by the user"})
	c.Says("行政楼三楼会议室")
	answer(t, w, "study place", `"行政楼三楼会议室"`)
	c.Says("/专题研究")
	c.Press("登记")
	asks(t, c, "chair")
	finish(t, w, c)
	w.Sound()
}

// Every update comes a second time, and then all at once in another order: what
// is stored is what was said once.
// Without: Repeat in Batch.see.
func TestAccidentUpdatesTwice(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "by_head")
	c.Press("是")
	c.Says("7人")
	c.Press("是")
	before, screen := stored(w), c.Screen()
	for id := int64(1001); ; id++ {
		if err := w.Server.Replay(id); err != nil {
			break
		}
	}
	w.Settle()
	same(t, before, stored(w))
	asks(t, c, "decisions")
	c.Sees("议定的事项")
	if c.Screen() != screen {
		t.Errorf("the screen changed to\n%s", c.Screen())
	}
	finish(t, w, c)
	w.Sound()
}

// Updates of several people arrive mixed, and a press overtakes the text before
// it: a text that comes too late is not taken, and its sender is told so.
func TestAccidentOutOfOrder(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		w, chat := accident(t)
		all := []*bottest.Chat{chat[1001], chat[1004], chat[1007]}
		for _, c := range all {
			c.Start("")
			registering(c, "place")
		}
		w.End()
		for _, c := range all {
			c.Unseen(func() {
				c.Says(c.Name + "的会议室")
				c.Says(c.Name + "补充")
				c.Press("上一步")
			})
		}
		w.Server.Shuffle(seed)
		w.Begin()
		w.Settle()
		for _, c := range all {
			taken, told := 0, strings.Contains(c.Screen(), "未采用")
			for _, value := range stored(w) {
				if strings.Contains(value, c.Name+"补充") {
					t.Errorf("seed %d: %s's second text was taken for the first", seed, c.Name)
				}
				if strings.Contains(value, c.Name+"的会议室") {
					taken++
				}
			}
			if taken == 0 && !told {
				t.Errorf("seed %d: %s's text was lost in silence:\n%s", seed, c.Name, c.Screen())
			}
		}
		w.Sound()
	}
}
