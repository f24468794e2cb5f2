package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"luling/bot/bottest"
	"luling/bot/playground"
)

const week = 7 * 24 * time.Hour

// Last week's button changes nothing and brings the present screen back.
// Without: !t.c.holds(p.revision) in turn.press, which answers the wrong question.
func TestAccidentLastWeeksButton(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "by_head")
	old := c.Last()
	c.Press("是")
	c.Says("7人")
	before := stored(w)
	w.Advance(week)
	w.Log.Begin("一周后点了旧消息上的按钮")
	c.PressOn(old, "否")
	if got := c.Toast(); got != "该按钮已失效，请以最新一条消息为准，或发送 /待办 查看最新事项。" {
		t.Errorf("the toast says %q", got)
	}
	c.Sees("单独议题")
	asks(t, c, "separate")
	same(t, before, stored(w))
	w.Transcript(t, "accident/last-week")
	finish(t, w, c)
	w.Sound()
}

// A double press is one press.
func TestAccidentDoublePress(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "by_head")
	before := stored(w)
	w.Log.Begin("连点两次按钮")
	c.PressTwice("是")
	asks(t, c, "attendees")
	if n := len(stored(w)) - len(before); n != 1 {
		t.Errorf("%d answers were stored", n)
	}
	w.Transcript(t, "accident/double-press")
	c.Fill(meeting("2025年5月20日"))
	c.PressTwice("提交")
	c.Sees("已登记")
	if n := sessions(t, w); n != 1 {
		t.Errorf("%d sessions were registered", n)
	}
	w.Sound()
}

// Two leaders press at once: the second is told who was first and when.
func TestAccidentTwoLeadersPress(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c, head, deputy := chat[1001], chat[1002], chat[1003]
	head.Start("")
	deputy.Start("")
	sent(c)
	w.Log.Begin("院长和副院长先后确认同一份申报")
	deputy.Press("确认申报")
	second := deputy.Last()
	head.Press("确认申报")
	head.Press("再次确认")
	head.Sees("申报回执")
	w.Advance(10 * time.Minute)
	before := moves(t, w)
	deputy.PressOn(second, "再次确认")
	if got := deputy.Toast(); !strings.Contains(got, "已由「周建国」") {
		t.Errorf("the toast says %q", got)
	}
	deputy.Sees("2026-吉州-001")
	if after := moves(t, w); after != before {
		t.Errorf("the journal went from %d to %d rows", before, after)
	}
	w.Transcript(t, "accident/two-leaders")
	w.Sound()
}

// Another person's button does nothing for who presses it.
func TestAccidentAnothersButton(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c, head, stranger := chat[1001], chat[1002], chat[1019]
	head.Start("")
	sent(c)
	stranger.Start("")
	before := moves(t, w)
	w.Log.Begin("别人拿院长的按钮来点")
	card := head.Found("确认申报")
	for _, other := range []*bottest.Chat{stranger, chat[1004], c} {
		other.Start("")
		here := other.Screen()
		other.PressOf(head, card, "确认申报") // the message is not even in his chat
		if now := other.Screen(); now != here {
			t.Errorf("%s now sees\n%s", other.Name, now)
		}
		other.Data(playground.Message{}, data(card, "确认申报"))
		other.Sees("暂无权限")
	}
	if after := moves(t, w); after != before {
		t.Errorf("the journal went from %d to %d rows", before, after)
	}
	w.Transcript(t, "accident/anothers-button")
	head.Press("确认申报")
	head.Press("再次确认")
	head.Sees("申报回执")
	w.Sound()
}

// Another contact's form button names a conversation that is not his.
func TestAccidentAnothersFormButton(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c, other := chat[1001], chat[1004]
	other.Start("")
	registering(c, "by_head")
	registering(other, "separate")
	before := stored(w)
	other.PressOf(c, c.Last(), "是")
	asks(t, other, "separate")
	asks(t, c, "by_head")
	same(t, before, stored(w))
	w.Sound()
}

// Made-up data changes nothing, whoever sends it and wherever he stands.
func TestAccidentMadeUpData(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "by_head")
	before, rows := stored(w), moves(t, w)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	dice := rand.New(rand.NewPCG(seed, 1))
	real := c.Last().Keyboard[0][0].Data
	c.AtOnce(func() {
		for range 300 {
			if _, err := w.Server.PressData(c.ID, c.Last().ID, madeUp(dice, real)); err != nil {
				t.Fatal(err)
			}
		}
	})
	same(t, before, stored(w))
	if after := moves(t, w); after != rows {
		t.Errorf("the journal went from %d to %d rows", rows, after)
	}
	if strings.Contains(w.Logged(), "panicked") || strings.Contains(w.Logged(), "turn failed") {
		t.Errorf("made-up data was no data but a failure:\n%s", w.Logged())
	}
	if !c.Has("是") {
		c.Says("/专题研究")
		c.Press("登记")
	}
	finish(t, w, c)
	w.Sound()
}

// madeUp is data no button of ours carries: the real one damaged, or words of
// the grammar put together at random.
func madeUp(dice *rand.Rand, real string) string {
	words := []string{"f", "a", "c", ":", "::", "apply.confirm", "apply.clear", "study.register", "study.session", "people.admit", "-1", "0",
		"zz", "9223372036854775807", "pick", "submit", "jump", "drop", "\x00", "重置", "../", "' OR 1=1", strings.Repeat("a", 70), "1y2p0ij32e8e8"}
	if dice.IntN(3) == 0 {
		r := []byte(real)
		r[dice.IntN(len(r))] ^= byte(1 + dice.IntN(126))
		return strings.ToValidUTF8(string(r), "?")
	}
	s := words[dice.IntN(3)]
	for range dice.IntN(6) {
		s += ":" + words[dice.IntN(len(words))]
	}
	return fmt.Sprintf("%.64s", s)
}

// data is what a button carries.
func data(m playground.Message, label string) string {
	for _, row := range m.Keyboard {
		for _, b := range row {
			if strings.Contains(b.Text, label) {
				return b.Data
			}
		}
	}
	return ""
}
