package main

import (
	"testing"
	"time"

	"luling/store"
)

// The bot is down when applying ends: what was typed before counts, though it is
// delivered after the end; what was typed or corrected after it does not.
// Without: Stood in Application.Accepts; EditDate in arrival.message.
func TestAccidentDownWhenApplyingEnds(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	applying(c, "address")
	var ends time.Time
	w.Look(func(tx *store.Tx) error {
		r, err := tx.RoundOpen()
		ends = r.ClosesOn.Ends()
		return err
	})
	w.Advance(ends.Sub(w.Clock.Now()) - minute)
	c.AtOnce(func() {
		w.End()
		c.Says("吉安市吉州区井冈山大道108号")
		w.Clock.Advance(10 * minute)
		w.Begin()
	})
	answer(t, w, "apply address", `"吉安市吉州区井冈山大道108号"`)
	asks(t, c, "founded")
	before := stored(w)
	c.Corrects("吉安市吉州区井冈山大道108号", "吉安市吉州区井冈山大道109号")
	c.Sees("申报截止日为")
	same(t, before, stored(w))
	c.Says("1958年10月")
	same(t, before, stored(w))
	w.Sound()
}
