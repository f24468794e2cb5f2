package bottest

import (
	"fmt"
	"slices"
	"strings"

	"luling/bot/playground"
)

// A Chat is one person with the bot's chat open. Every act waits until the bot
// has come to rest, unless the world is told to hold.
type Chat struct {
	w    *World
	ID   int64
	Name string
	seen map[int64]string // messages already in the script
	held bool
}

// Chat opens the chat of the next person, under a name for the script.
func (w *World) Chat(name string) *Chat {
	w.people++
	c := &Chat{w: w, ID: w.people, Name: name, seen: map[int64]string{}}
	w.chats = append(w.chats, c)
	return c
}

// ChatOf opens the chat of a person the world was given by People.
func (w *World) ChatOf(id int64, name string) *Chat {
	c := &Chat{w: w, ID: id, Name: name, seen: map[int64]string{}}
	w.chats = append(w.chats, c)
	return c
}

// AtOnce does several things without waiting in between: a burst.
func (c *Chat) AtOnce(acts func()) {
	c.w.t.Helper()
	c.held = true
	acts()
	c.held = false
	c.w.Settle()
}

// Unseen does several things without waiting then either.
func (c *Chat) Unseen(acts func()) {
	c.held = true
	acts()
	c.held = false
}

func (c *Chat) did(what string, err error) {
	c.w.t.Helper()
	must(c.w.t, err)
	c.w.Log.act(c, what)
	if !c.held {
		c.w.Settle()
	}
}

// Start presses START, with the payload of a deep link if there is one.
func (c *Chat) Start(payload string) {
	c.w.t.Helper()
	_, err := c.w.Server.Start(c.ID, payload)
	c.did(strings.TrimSpace("/start "+hidden(payload)), err)
}

func hidden(payload string) string {
	if payload == "" {
		return ""
	}
	return "‹邀请码›"
}

// Says types a text.
func (c *Chat) Says(text string) {
	c.w.t.Helper()
	_, err := c.w.Server.Send(c.ID, text)
	c.did(text, err)
}

// Press presses the newest button whose label contains the words.
func (c *Chat) Press(label string) {
	c.w.t.Helper()
	m, row, column := c.button(label)
	_, err := c.w.Server.Press(c.ID, m.ID, row, column)
	c.did("["+m.Keyboard[row][column].Text+"]", err)
}

// PressOn presses a button of an older message.
func (c *Chat) PressOn(m playground.Message, label string) {
	c.w.t.Helper()
	for _, row := range m.Keyboard {
		for _, b := range row {
			if strings.Contains(b.Text, label) {
				_, err := c.w.Server.PressData(c.ID, m.ID, b.Data)
				c.did(fmt.Sprintf("[%s] (旧消息)", b.Text), err)
				return
			}
		}
	}
	c.w.t.Fatalf("%s: no button %q on message %d", c.Name, label, m.ID)
}

// Data sends made-up button data, as a changed client could.
func (c *Chat) Data(m playground.Message, data string) {
	c.w.t.Helper()
	_, err := c.w.Server.PressData(c.ID, m.ID, data)
	c.did("[…"+data+"]", err)
}

// Sends sends one file.
func (c *Chat) Sends(f playground.File) {
	c.w.t.Helper()
	_, err := c.w.Server.SendFile(c.ID, f)
	c.did(fmt.Sprintf("(文件 %s)", short(f.Name)), err)
}

// Album sends several files together.
func (c *Chat) Album(files ...playground.File) string {
	c.w.t.Helper()
	id, _, err := c.w.Server.SendAlbum(c.ID, files)
	c.did(fmt.Sprintf("(一组 %d 个文件)", len(files)), err)
	return id
}

// Straggler sends one more file of an album.
func (c *Chat) Straggler(album string, f playground.File) {
	c.w.t.Helper()
	_, err := c.w.Server.SendToAlbum(c.ID, album, f)
	c.did(fmt.Sprintf("(同组迟到的文件 %s)", f.Name), err)
}

func (c *Chat) button(label string) (m playground.Message, row, column int) {
	c.w.t.Helper()
	for _, m := range slices.Backward(c.w.Server.Messages(c.ID)) {
		for r, keys := range m.Keyboard {
			for k, b := range keys {
				if strings.Contains(b.Text, label) {
					return m, r, k
				}
			}
		}
	}
	c.w.t.Fatalf("%s sees no button %q; the last message is:\n%s\n%s", c.Name, label, c.Screen(), c.w.Logged())
	return m, 0, 0
}

// Has reports whether a button with the words is there.
func (c *Chat) Has(label string) bool {
	m := c.Last()
	for _, keys := range m.Keyboard {
		for _, b := range keys {
			if strings.Contains(b.Text, label) {
				return true
			}
		}
	}
	return false
}

// Last is the newest message of the bot.
func (c *Chat) Last() (m playground.Message) {
	for _, m := range slices.Backward(c.w.Server.Messages(c.ID)) {
		if m.FromBot {
			return m
		}
	}
	return m
}

// Messages is everything in the chat, oldest first.
func (c *Chat) Messages() []playground.Message { return c.w.Server.Messages(c.ID) }

// Screen is the newest message of the bot with its buttons, as the script writes it.
func (c *Chat) Screen() string { return written(c.Last()) }

// Sees fails unless the newest message of the bot contains all the words.
func (c *Chat) Sees(words ...string) {
	c.w.t.Helper()
	screen := c.Screen()
	for _, word := range words {
		if !strings.Contains(screen, word) {
			c.w.t.Fatalf("%s does not see %q but:\n%s\n%s", c.Name, word, screen, c.w.Logged())
		}
	}
}

// SeesNot fails if the newest message of the bot contains any of the words.
func (c *Chat) SeesNot(words ...string) {
	c.w.t.Helper()
	screen := c.Screen()
	for _, word := range words {
		if strings.Contains(screen, word) {
			c.w.t.Fatalf("%s sees %q:\n%s", c.Name, word, screen)
		}
	}
}

// Found is the newest message of the bot that contains the words; it fails if there is none.
func (c *Chat) Found(words string) playground.Message {
	c.w.t.Helper()
	for _, m := range slices.Backward(c.w.Server.Messages(c.ID)) {
		if m.FromBot && strings.Contains(written(m), words) {
			return m
		}
	}
	c.w.t.Fatalf("%s has no message with %q; the last is:\n%s\n%s", c.Name, words, c.Screen(), c.w.Logged())
	return playground.Message{}
}

// Toast is the newest short answer to a press.
func (c *Chat) Toast() string {
	all := c.w.Server.Toasts(c.ID)
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1].Text
}
