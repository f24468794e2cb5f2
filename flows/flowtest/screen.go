package flowtest

import (
	"encoding/json"
	"strings"

	"luling/flows"
	"luling/store"
)

// keep stores the screen, as the edge does for everybody it knows.
func (c *Chat) keep(out flows.Outcome) {
	c.h.T.Helper()
	if out.Conversation.Person == 0 {
		return
	}
	content, err := json.Marshal(out.Reply)
	if err != nil {
		c.h.T.Fatal(err)
	}
	s := store.Screen{Chat: c.account, PersonID: out.Conversation.Person, Conversation: c.c.ID, Content: content}
	c.h.Change(func(tx *store.Tx) error { return tx.PutScreen(&s) })
}

// Screen is what the screen says, with its buttons in brackets; "" before the first one.
func (c *Chat) Screen() string {
	c.h.T.Helper()
	if c.screen.Text == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString(c.h.say(c.Language, c.screen.Text, c.screen.Data))
	for _, row := range c.screen.Buttons {
		b.WriteString("\n")
		for _, key := range row {
			b.WriteString("[" + c.h.label(c.Language, key) + "]")
		}
	}
	return b.String()
}

// Sees fails the test unless the screen contains all the words.
func (c *Chat) Sees(words ...string) *Chat {
	c.h.T.Helper()
	for _, w := range words {
		if screen := c.Screen(); !strings.Contains(screen, w) {
			c.h.T.Fatalf("%s does not see %q but:\n%s", c.Who.Name, w, screen)
		}
	}
	return c
}

// SeesNot fails the test if the screen contains any of the words.
func (c *Chat) SeesNot(words ...string) *Chat {
	c.h.T.Helper()
	for _, w := range words {
		if screen := c.Screen(); strings.Contains(screen, w) {
			c.h.T.Fatalf("%s sees %q:\n%s", c.Who.Name, w, screen)
		}
	}
	return c
}

// Asks is the question on the screen, "" if it asks none.
func (c *Chat) Asks() string { return c.c.Asks }

// Toast is the answer to the latest press, "" if it had none.
func (c *Chat) Toast() string { return c.toast }

// Paper is the document that came with the latest turn, nil if none did.
func (c *Chat) Paper() *flows.Paper { return c.paper }

// Sent are the files that came with the latest turn.
func (c *Chat) Sent() []flows.Sent { return c.sent }
