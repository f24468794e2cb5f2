package bottest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"luling/bot/playground"
)

// longest is how many UTF-16 units a client puts into one message.
const longest = 4096

// Sticker sends a sticker.
func (c *Chat) Sticker() { c.w.t.Helper(); _, err := c.w.Server.Sticker(c.ID); c.did("(贴纸)", err) }

// Voice sends a spoken message.
func (c *Chat) Voice() { c.w.t.Helper(); _, err := c.w.Server.Voice(c.ID); c.did("(语音)", err) }

// Video sends a film.
func (c *Chat) Video() { c.w.t.Helper(); _, err := c.w.Server.Video(c.ID); c.did("(视频)", err) }

// Location sends a place.
func (c *Chat) Location() {
	c.w.t.Helper()
	_, err := c.w.Server.Location(c.ID)
	c.did("(位置)", err)
}

// Contact shares a telephone number, the person's own or another's.
func (c *Chat) Contact(own bool) {
	c.w.t.Helper()
	_, err := c.w.Server.Contact(c.ID, own)
	c.did(map[bool]string{true: "(本人名片)", false: "(他人名片)"}[own], err)
}

// Forwards forwards several texts at once.
func (c *Chat) Forwards(texts ...string) {
	c.w.t.Helper()
	_, err := c.w.Server.Forward(c.ID, texts...)
	what := fmt.Sprintf("(一次转发 %d 条)", len(texts))
	for _, text := range texts {
		what += "\n" + short(text)
	}
	c.did(what, err)
}

// Pastes sends a text of any length as a client does: in as many messages as it
// takes, one right after the other.
func (c *Chat) Pastes(text string) {
	c.w.t.Helper()
	for _, part := range Split(text) {
		_, err := c.w.Server.Send(c.ID, part)
		must(c.w.t, err)
	}
	c.did(fmt.Sprintf("(粘贴 %d 字) %s", utf8.RuneCountInString(text), short(text)), nil)
}

// Split cuts a text of the basic plane into messages as a client does.
func Split(text string) (parts []string) {
	for r := []rune(text); len(r) > 0; {
		n := min(len(r), longest)
		parts, r = append(parts, string(r[:n])), r[n:]
	}
	return parts
}

func short(text string) string {
	if r := []rune(text); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return text
}

// Corrects edits the newest own message that was typed as before.
func (c *Chat) Corrects(before, after string) {
	c.w.t.Helper()
	var id int64
	for _, m := range c.Messages() {
		if !m.FromBot && m.Text == before {
			id = m.ID
		}
	}
	_, err := c.w.Server.Edit(c.ID, id, after)
	c.did(fmt.Sprintf("(把“%s”改成“%s”)", short(before), short(after)), err)
}

// Blocks stops the bot from writing to the person.
func (c *Chat) Blocks() {
	c.w.t.Helper()
	_, err := c.w.Server.Block(c.ID)
	c.did("(停用机器人)", err)
}

// Unblocks lets the bot write again.
func (c *Chat) Unblocks() {
	c.w.t.Helper()
	_, err := c.w.Server.Unblock(c.ID)
	c.did("(恢复使用机器人)", err)
}

// PressTwice presses a button twice before anything can be answered.
func (c *Chat) PressTwice(label string) {
	c.w.t.Helper()
	m, row, column := c.button(label)
	for range 2 {
		_, err := c.w.Server.Press(c.ID, m.ID, row, column)
		must(c.w.t, err)
	}
	c.did("["+m.Keyboard[row][column].Text+"] (连点两次)", nil)
}

// PressOf presses, with made-up data, a button of a message in somebody else's chat.
func (c *Chat) PressOf(other *Chat, m playground.Message, label string) {
	c.w.t.Helper()
	b := buttonOf(m, label)
	if b.Data == "" {
		c.w.t.Fatalf("%s: no button %q on the message", other.Name, label)
	}
	_, err := c.w.Server.PressData(c.ID, m.ID, b.Data)
	c.did(fmt.Sprintf("[%s] (%s的按钮)", b.Text, other.Name), err)
}

func buttonOf(m playground.Message, label string) (found playground.Button) {
	for _, row := range m.Keyboard {
		for _, b := range row {
			if found.Data == "" && strings.Contains(b.Text, label) {
				found = b
			}
		}
	}
	return found
}
