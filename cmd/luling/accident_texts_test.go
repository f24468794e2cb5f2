package main

import (
	"encoding/json"
	"strings"
	"testing"

	"luling/bot/playground"
)

// five thousand characters, numbered so that a lost one would show.
func fiveThousand() string {
	var b strings.Builder
	for b.Len() < 3*5000 {
		b.WriteString("审议通过年度人才工作要点")
	}
	return string([]rune(b.String())[:5000])
}

// A client cuts 5,000 characters into 4,096 and 904. Both come in one batch:
// they are one answer, which is too long, and the end of it is none of its own.
func TestAccidentLongText(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "decisions")
	before := stored(w)
	w.Log.Begin("议定事项粘贴了五千字,手机把它拆成两条")
	c.AtOnce(func() {
		w.End()
		c.Pastes(fiveThousand())
		w.Begin()
	})
	c.Sees("现有 5,000 字", "最多 2,000 字", "超出 3,000 字")
	same(t, before, stored(w))
	asks(t, c, "decisions")
	w.Transcript(t, "accident/long-text")
	w.Advance(minute)
	finish(t, w, c)
	w.Sound()
}

// The second piece arrives after the first was answered: it is still a piece.
// Without: s.continues in session.take.
func TestAccidentLongTextInTwoBatches(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "decisions")
	before := stored(w)
	for _, piece := range []string{fiveThousand(), fiveThousand() + fiveThousand()} {
		c.Pastes(piece[:3*4096])
		c.Sees("现有 4,096 字")
		c.Pastes(piece[3*4096:])
		c.Sees("最多 2,000 字")
		same(t, before, stored(w))
		asks(t, c, "decisions")
		w.Advance(minute)
	}
	finish(t, w, c)
	w.Sound()
}

// A second piece that overtakes the screen on its way is not an answer to it.
func TestAccidentTextBeforeTheScreen(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "place")
	w.Log.Begin("网络慢:下一题还没显示,联络员又发了一条")
	held := w.Server.InjectFault(playground.Fault{Method: "sendMessage", Kind: playground.Delay})
	c.AtOnce(func() {
		c.Says("行政楼三楼会议室")
		<-held.Struck()
		c.Says("(靠东头那间)")
		held.Release()
	})
	c.Sees("1 条消息未采用", "会议由谁主持")
	asks(t, c, "chair")
	answer(t, w, "study place", `"行政楼三楼会议室"`)
	w.Transcript(t, "accident/before-the-screen")
	finish(t, w, c)
	w.Sound()
}

// Markup, formulas and marks of direction are words like any others.
func TestAccidentMarkup(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "place")
	w.Log.Begin("会议地点里有标签、公式、转义和方向符")
	odd := `<b>东</b> & &amp; \_楼\_ [链](tg://user?id=1) =cmd()|'A'!A0`
	c.Says(odd + " \u202eabc\u202c\u200f\u0007")
	c.Sees(odd + " abc")
	for _, raw := range stored(w) {
		if strings.ContainsAny(raw, "\u202e\u202c\u200f\x07") {
			t.Errorf("marks that steer what is shown are stored: %q", raw)
		}
	}
	raw, _, _ := strings.Cut(stored(w)["study place"], " skipped=")
	var got string
	if err := json.Unmarshal([]byte(raw), &got); err != nil || got != odd+" abc" {
		t.Errorf("stored %q (%v)", got, err)
	}
	for _, e := range c.Last().Entities {
		if e.Type == "text_link" || e.Type == "italic" {
			t.Errorf("somebody's text became markup: %+v", e)
		}
	}
	w.Transcript(t, "accident/markup")
	finish(t, w, c)
	w.Sound()
}

// A name that shows nothing is no name, and one of spaces no text.
func TestAccidentInvisibleText(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "chair")
	before := stored(w)
	w.Log.Begin("主持人姓名发来看不见的字符")
	c.Says("\u3164\u2800\u200b")
	c.Sees("没有可见文字")
	same(t, before, stored(w))
	c.Says("周")
	c.Sees("至少 2 字")
	same(t, before, stored(w))
	w.Transcript(t, "accident/invisible")
	finish(t, w, c)
	w.Sound()
}
