package applytest

import (
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// A Chat is one person before the house.
type Chat struct {
	h      *House
	Who    storetest.Player
	c      flows.Conversation
	screen flows.Reply
	told   int          // notices read so far
	Toast  string       // answer to the latest press, "" if none
	Sent   []flows.Sent // files that came with the latest turn
}

// Chat opens the chat of a person.
func (h *House) Chat(p storetest.Player) *Chat { return &Chat{h: h, Who: p} }

// Says types a text.
func (c *Chat) Says(text string) *Chat {
	c.h.T.Helper()
	return c.does(flows.Input{Event: flows.Texted, Text: text})
}

// Press presses the button of the screen whose label contains the words.
func (c *Chat) Press(words string) *Chat {
	c.h.T.Helper()
	b, ok := c.find(c.screen.Buttons, words)
	if !ok {
		c.h.T.Fatalf("%s sees no button %q on:\n%s", c.Who.Name, words, c.Screen())
	}
	return c.PressData(b)
}

// PressData presses a button that may be of another screen.
func (c *Chat) PressData(b flows.Button) *Chat {
	c.h.T.Helper()
	data, err := flows.Data(b, c.c.ID, c.c.Revision)
	if err != nil {
		c.h.T.Fatal(err)
	}
	return c.does(flows.Input{Event: flows.Pressed, Data: data, Live: true})
}

// PressNotice presses a button of the newest notice that has it.
func (c *Chat) PressNotice(words string) *Chat {
	c.h.T.Helper()
	notices := c.notices()
	for i := len(notices) - 1; i >= 0; i-- {
		if b, ok := c.find(c.buttons(notices[i]), words); ok {
			return c.PressData(b)
		}
	}
	c.h.T.Fatalf("%s has no notice with the button %q", c.Who.Name, words)
	return c
}

// Button is the screen's button with the words, to be pressed later.
func (c *Chat) Button(words string) flows.Button {
	c.h.T.Helper()
	b, ok := c.find(c.screen.Buttons, words)
	if !ok {
		c.h.T.Fatalf("%s sees no button %q on:\n%s", c.Who.Name, words, c.Screen())
	}
	return b
}

// Has reports whether the screen has a button with the words.
func (c *Chat) Has(words string) bool {
	c.h.T.Helper()
	_, ok := c.find(c.screen.Buttons, words)
	return ok
}

// Sends sends a file that is received and stored at once.
func (c *Chat) Sends(name string) *Chat {
	c.h.T.Helper()
	c.Announces(name)
	var pending []programme.File
	c.h.Look(func(tx *store.Tx) (err error) {
		pending, err = tx.FilesPending()
		return err
	})
	for _, f := range pending {
		if f.Name != name {
			continue
		}
		c.does(flows.Input{Event: flows.Arrived, Received: &flows.Received{
			File: f.ID, State: programme.FileStored, Type: "application/pdf", Size: f.Size, SHA256: hashOf(f.Name),
		}})
	}
	return c
}

// Announces sends a file whose content is not there yet.
func (c *Chat) Announces(name string) *Chat {
	c.h.T.Helper()
	return c.does(flows.Input{Event: flows.Filed, File: &flows.Incoming{
		TelegramID: "id-" + name, UniqueID: "unique-" + name, Name: name, Size: 1000, Type: "application/pdf",
	}})
}

// Asks is the question on the screen.
func (c *Chat) Asks() string { return c.c.Asks }

// Screen is what the screen says, with its buttons.
func (c *Chat) Screen() string {
	c.h.T.Helper()
	var b strings.Builder
	b.WriteString(c.h.say(c.screen.Text, c.screen.Data))
	for _, row := range c.screen.Buttons {
		b.WriteString("\n")
		for _, key := range row {
			b.WriteString("[" + c.h.label(key) + "]")
		}
	}
	return b.String()
}

// Sees fails unless the screen contains all the words.
func (c *Chat) Sees(words ...string) *Chat {
	c.h.T.Helper()
	for _, w := range words {
		if !strings.Contains(c.Screen(), w) {
			c.h.T.Fatalf("%s does not see %q but:\n%s", c.Who.Name, w, c.Screen())
		}
	}
	return c
}

// SeesNot fails if the screen contains any of the words.
func (c *Chat) SeesNot(words ...string) *Chat {
	c.h.T.Helper()
	for _, w := range words {
		if strings.Contains(c.Screen(), w) {
			c.h.T.Fatalf("%s sees %q:\n%s", c.Who.Name, w, c.Screen())
		}
	}
	return c
}

// Notices are the notices promised to the person, oldest first, as they say.
func (c *Chat) Notices() (said []string) {
	c.h.T.Helper()
	for _, n := range c.notices() {
		said = append(said, c.said(n))
	}
	return said
}

// Told fails unless the newest notice contains all the words.
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

// does runs one input and takes over what it led to.
func (c *Chat) does(in flows.Input) *Chat {
	c.h.T.Helper()
	in.From, in.Chat, in.Language = c.Who.TelegramID, c.Who.TelegramID, "zh-hans"
	out := c.h.turn(c.c, in)
	c.c, c.Toast, c.Sent = out.Conversation, "", out.Reply.Files
	if t := out.Reply.Toast; t != nil {
		c.Toast = c.h.line(*t)
	}
	if out.Reply.Text != "" {
		c.c.Shown(c.c.Revision+1, in.Event)
		c.screen = through[flows.Reply](c.h.T, out.Reply)
		c.Screen()
	}
	c.read()
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
	return c.h.say(n.Text, through[any](c.h.T, raw(n.Data)))
}

func (c *Chat) find(rows [][]flows.Button, words string) (flows.Button, bool) {
	c.h.T.Helper()
	for _, row := range rows {
		for _, b := range row {
			if strings.Contains(c.h.label(b), words) {
				return b, true
			}
		}
	}
	return flows.Button{}, false
}

func (c *Chat) notices() (list []store.Notice) {
	c.h.T.Helper()
	c.h.Look(func(tx *store.Tx) (err error) {
		list, err = tx.Notices(store.NoticeFilter{PersonID: c.Who.ID})
		return err
	})
	return list
}

func (c *Chat) buttons(n store.Notice) [][]flows.Button {
	c.h.T.Helper()
	if len(n.Buttons) == 0 {
		return nil
	}
	rows := through[[][]flows.Button](c.h.T, raw(n.Buttons))
	for _, row := range rows {
		for _, b := range row {
			if _, err := flows.Data(b, "", 0); err != nil {
				c.h.T.Fatal(err)
			}
			c.h.label(b)
		}
	}
	return rows
}
