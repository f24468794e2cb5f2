package main

import (
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"luling/bot/bottest"
	"luling/bot/playground"
)

// TestGolden loads what earlier releases left, each scene of each release, and
// lets people go on. It knows no question of the application by name: forms
// change from release to release, and what people gave must outlive them.
func TestGolden(t *testing.T) {
	t.Parallel()
	for _, g := range goldens(t) {
		for how, flushed := range map[string]bool{"as it was": false, "redis flushed": true} {
			t.Run(g.name()+"/"+how, func(t *testing.T) {
				t.Parallel()
				v := g.wakes(t, flushed)
				for _, account := range slices.Sorted(maps.Keys(v.chat)) {
					v.returns(v.chat[account], flushed)
				}
				if after := afterwards[filepath.Base(g.scene)]; after != nil {
					after(v)
				}
				v.keeps()
				v.Sound()
			})
		}
	}
}

// woken is a world of today with what a release left in it.
type woken struct {
	*bottest.World
	t        *testing.T
	g        *golden
	database string
	before   map[string]string // rows that must stay
	chat     map[int64]*bottest.Chat
	given    map[string]bool // questions answered anew
}

// returns has a person press what he has before him and what he had before, in
// either order, and go on.
func (v *woken) returns(c *bottest.Chat, oldFirst bool) {
	v.t.Helper()
	if oldFirst { // which shows again what the release had written
		v.oldPresses(c)
	}
	v.livePress(c)
	v.oldPresses(c)
	v.goesOn(c)
}

// livePress presses a button of what the person has before him, one that
// decides nothing. It must do what it says: it is not out of date.
func (v *woken) livePress(c *bottest.Chat) {
	v.t.Helper()
	was := v.screen(c)
	b, ok := harmless(c.Last().Keyboard)
	if !ok {
		return
	}
	c.Data(c.Last(), b.Data)
	if now := v.screen(c); now.Wanted == was.Wanted || was.Form != "" && bytes.Equal(now.Content, was.Content) {
		v.t.Errorf("%d pressed [%s] and sees\n%s", c.ID, b.Text, c.Screen())
	}
	v.sensible(c)
}

// oldPresses presses buttons that were on the person's screens at some time and
// belong to a form: they change nothing, and he sees again where he stands.
func (v *woken) oldPresses(c *bottest.Chat) {
	v.t.Helper()
	rows := remembered(v.t, v.database)
	for _, data := range v.g.old(c.ID, 6) {
		stands := c.Last().ID
		c.Data(playground.Message{ID: 1}, data)
		if c.Last().ID == stands {
			v.t.Errorf("%d pressed an old button and does not see again where he stands but\n%s", c.ID, c.Screen())
		}
		v.sensible(c)
	}
	if now := remembered(v.t, v.database); !maps.Equal(rows, now) {
		for row := range now {
			if now[row] != rows[row] {
				v.t.Errorf("an old button changed %s from %q to %q", row, rows[row], now[row])
			}
		}
	}
}

// goesOn has a person who is in a form give some more answers and go to its end.
func (v *woken) goesOn(c *bottest.Chat) {
	v.t.Helper()
	form := v.screen(c).Form
	if form == "" {
		return
	}
	for range 3 {
		v.answersOne(c)
	}
	v.toTheEnd(c)
}
