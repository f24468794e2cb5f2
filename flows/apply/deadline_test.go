package apply_test

import (
	"testing"
	"time"

	"luling/flows/apply/applytest"
	"luling/flows/flowtest"
	"luling/store/programme"
)

// What is typed or sent counts by the messenger's date of it; a press in the form
// by its receipt. Source: ruling in Round.Confirms.
func TestWhatWasSentInTimeCounts(t *testing.T) {
	t.Parallel()
	ends := flowtest.At("2026-04-10").Add(12 * time.Hour)
	type chat = flowtest.Chat
	for name, tt := range map[string]struct {
		until string
		at    time.Duration // after the end, when it is delivered
		does  func(*chat)
		asks  string
	}{
		"a text of the last second, delivered an hour later": {"address", time.Hour,
			func(c *chat) { c.Late(time.Hour + time.Second).Says("吉安市吉州区阳明西路108号") }, "founded"},
		"a text of the first second after it": {"address", time.Hour,
			func(c *chat) { c.Late(time.Hour).Says("吉安市吉州区阳明西路108号") }, ""},
		"a text dated in time that is delivered in time": {"address", -time.Second,
			func(c *chat) { c.Says("吉安市吉州区阳明西路108号") }, "founded"},
		"a file of the last second, delivered an hour later": {"proof_2_1", time.Hour,
			func(c *chat) { c.Late(time.Hour + time.Second).Sends("计划.pdf") }, "proof_2_1"},
		"a file of the first second after it": {"proof_2_1", time.Hour,
			func(c *chat) { c.Late(time.Hour).Sends("计划.pdf") }, ""},
		"a button of the last second": {"no_secret", -time.Second,
			func(c *chat) { c.Presses("确认") }, "study"},
		"a button received a second after the end, whenever it was pressed": {"no_secret", time.Second,
			func(c *chat) { c.Late(time.Minute).Presses("确认") }, ""},
		"a correction is dated when it is made": {"founded", time.Hour,
			func(c *chat) { c.Corrects("吉安市吉州区阳明西路109号") }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newCast(t, programme.Hospital)
			c.studied("2025-03-04", "2025-09-10")
			answers := applytest.Answers(map[string]string{"category": "[专业技术]"})
			c.Now = ends.Add(-2 * time.Hour) // what is declared before files are sent holds for a day
			c.contact.Says("/apply").Presses("开始填写").Fill(answers, tt.until)
			c.Now = ends.Add(tt.at)
			c.Tick() // the round closes by the clock
			tt.does(c.contact)
			if c.contact.Asks() != tt.asks {
				t.Errorf("it asks %q, not %q:\n%s", c.contact.Asks(), tt.asks, c.contact.Screen())
			}
			if tt.asks == "" {
				c.contact.Sees("申报截止日为")
			}
		})
	}
}
