package flowtest

import (
	"strings"
	"time"

	"luling/flows"
	"luling/store/storetest"
)

// A Chat is one account before the house.
type Chat struct {
	Who      storetest.Player // zero for a stranger
	Language string           // as the client says it, until the person chose one

	h       *House
	account int64
	c       flows.Conversation
	screen  flows.Reply
	message int
	ago     time.Duration
	toast   string
	sent    []flows.Sent
	paper   *flows.Paper
	told    int  // notices rendered so far
	last    bool // slow work is tried for the last time
}

// Chat opens the chat of an account.
func (h *House) Chat(account int64) *Chat { return &Chat{h: h, account: account, Language: "zh"} }

// Of opens the chat of a player.
func (h *House) Of(p storetest.Player) *Chat {
	c := h.Chat(p.TelegramID)
	c.Who = p
	return c
}

// Says types a text.
func (c *Chat) Says(text string) *Chat {
	c.h.T.Helper()
	return c.does(flows.Input{Event: flows.Texted, Text: text})
}

// Corrects edits the message typed last.
func (c *Chat) Corrects(text string) *Chat {
	c.h.T.Helper()
	c.message--
	return c.does(flows.Input{Event: flows.Corrected, Text: text})
}

// Late has the next thing this person does arrive so long after it was done.
func (c *Chat) Late(by time.Duration) *Chat {
	c.ago = by
	return c
}

// Presses presses the button of the screen whose label contains the words.
func (c *Chat) Presses(words string) *Chat {
	c.h.T.Helper()
	b := c.Button(words)
	if b.Inert {
		c.h.T.Fatalf("the button %q cannot be pressed:\n%s", words, c.Screen())
	}
	return c.PressesButton(b)
}

// PressesButton presses a button that may be of another screen.
func (c *Chat) PressesButton(b flows.Button) *Chat {
	c.h.T.Helper()
	data, err := flows.Data(b, c.c.ID, c.c.Revision)
	if err != nil {
		c.h.T.Fatal(err)
	}
	return c.does(flows.Input{Event: flows.Pressed, Data: data})
}

// Forges sends the data of a button that was never shown.
func (c *Chat) Forges(act string, object int64, arg string) *Chat {
	c.h.T.Helper()
	return c.PressesButton(flows.Button{Act: act, Object: object, Arg: arg})
}

// does runs one input and takes over what it led to.
func (c *Chat) does(in flows.Input) *Chat {
	c.h.T.Helper()
	c.message++
	in.From, in.Chat, in.Message, in.Language = c.account, c.account, c.message, c.Language
	in.At, c.ago = c.h.Now.Add(-c.ago), 0
	out, lang := c.h.turn(c.c, in)
	c.c, c.toast, c.sent, c.paper = out.Conversation, "", out.Reply.Files, out.Reply.Paper
	if t := out.Reply.Toast; t != nil {
		c.toast = c.h.line(c.Language, *t)
	}
	if out.Reply.Text != "" {
		c.Language = lang
		c.c.Shown(c.c.Revision+1, in.Event)
		c.screen = through[flows.Reply](c.h.T, out.Reply)
		c.keep(out)
		c.Screen()
	}
	c.read()
	return c
}

// Button is the screen's button with the words, to be pressed now or later.
func (c *Chat) Button(words string) flows.Button {
	c.h.T.Helper()
	b, ok := c.find(c.screen.Buttons, words)
	if !ok {
		c.h.T.Fatalf("no button %q on:\n%s", words, c.Screen())
	}
	return b
}

// Has reports whether the screen has a button with the words.
func (c *Chat) Has(words string) bool {
	c.h.T.Helper()
	_, ok := c.find(c.screen.Buttons, words)
	return ok
}

func (c *Chat) find(rows [][]flows.Button, words string) (flows.Button, bool) {
	c.h.T.Helper()
	for _, row := range rows {
		for _, b := range row {
			if strings.Contains(c.h.label(c.Language, b), words) {
				return b, true
			}
		}
	}
	return flows.Button{}, false
}
