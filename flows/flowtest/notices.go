package flowtest

import (
	"encoding/json"
	"slices"
	"strings"

	"luling/flows"
	"luling/store"
)

// Notices are the notices promised to the account, oldest first, as they say.
func (c *Chat) Notices() (said []string) {
	c.h.T.Helper()
	for _, n := range c.notices() {
		said = append(said, c.said(n))
	}
	return said
}

// Told fails the test unless the newest notice contains all the words.
func (c *Chat) Told(words ...string) *Chat {
	c.h.T.Helper()
	all := c.Notices()
	for _, w := range words {
		if len(all) == 0 || !strings.Contains(all[len(all)-1], w) {
			c.h.T.Fatalf("%s was not told %q but:\n%s", c.Who.Name, w, strings.Join(all, "\n---\n"))
		}
	}
	return c
}

// PressesNotice presses a button of the newest notice that has it.
func (c *Chat) PressesNotice(words string) *Chat {
	c.h.T.Helper()
	for _, n := range slices.Backward(c.notices()) {
		if b, ok := c.find(c.buttons(n), words); ok {
			return c.PressesButton(b)
		}
	}
	c.h.T.Fatalf("%s has no notice with the button %q", c.Who.Name, words)
	return c
}

// read renders the notices that came since it was called last.
func (c *Chat) read() {
	c.h.T.Helper()
	all := c.notices()
	for _, n := range all[min(c.told, len(all)):] {
		c.said(n)
	}
	c.told = len(all)
}

// said is what a notice says; its buttons are tried too.
func (c *Chat) said(n store.Notice) string {
	c.h.T.Helper()
	c.buttons(n)
	return c.h.say(c.Language, n.Text, raw(n.Data))
}

func (c *Chat) notices() (list []store.Notice) {
	c.h.T.Helper()
	c.h.Look(func(tx *store.Tx) (err error) {
		list, err = tx.Notices(store.NoticeFilter{Chat: c.account})
		return err
	})
	return list
}

func (c *Chat) buttons(n store.Notice) [][]flows.Button {
	c.h.T.Helper()
	rows := through[[][]flows.Button](c.h.T, raw(n.Buttons))
	for _, row := range rows {
		for _, b := range row {
			if _, err := flows.Data(b, "", 0); err != nil {
				c.h.T.Fatal(err)
			}
			c.h.label(c.Language, b)
		}
	}
	return rows
}

func raw(b []byte) json.RawMessage {
	if len(b) == 0 {
		return json.RawMessage("null")
	}
	return b
}
