package main

import (
	"testing"

	"luling/bot/bottest"
)

// A month is chosen from the calendar though Redis forgets where it was opened,
// and what cannot be chosen cannot be pressed.
func TestAccidentCalendarForgotten(t *testing.T) {
	t.Parallel()
	redis := bottest.OwnRedis(t)
	w, chat := accident(t, redis.Option())
	c := chat[1001]
	c.Says("/申报")
	c.Press("开始填写")
	c.Press("总览")
	c.Press("一、")
	c.Press("填写：成立时间")
	c.Press("选年月")
	c.Sees("成立时间", "[2026年]", "[1月]")
	inert := 0
	for _, row := range c.Last().Keyboard {
		for _, b := range row {
			if b.Kind == "disabled" {
				inert++
			}
		}
	}
	if inert != 10 { // nine months to come, and the way to the year after
		t.Errorf("%d buttons cannot be pressed:\n%s", inert, c.Screen())
	}
	redis.Flush()
	c.Press("2026年")
	c.Press("‹")
	redis.Flush()
	c.Press("2018")
	c.Press("10月")
	c.Sees("成立时间：2018年10月", "[总览]") // back in the section it was opened from
	w.Sound()
}
