// Package peopletest lets the tests of features talk to a house: turn by turn,
// on a real database file, in words. It knows no messenger and waits for nothing.
package peopletest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"luling/flows"
	"luling/locales"
	"luling/store"
	"luling/store/storetest"
)

// A Town is a world of the store with a house and the words it speaks.
type Town struct {
	*storetest.World
	House *flows.House
	Texts *locales.Texts
}

// New opens a town with the features given at an instant.
func New(t testing.TB, now time.Time, features ...flows.Feature) *Town {
	t.Helper()
	house, err := flows.NewHouse(features...)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	w := storetest.New(t, now)
	p := storetest.Programme(t)
	return &Town{w, house, texts.With(map[string]any{
		"city": p.City, "office": p.Office.Name, "phone": p.Office.Phone, "measure": p.Measure.Title, "bot": "luling_bot",
	})}
}

// A Chat is one account's conversation with the house.
type Chat struct {
	town     *Town
	account  int64
	Language string // as the client says it
	talk     flows.Conversation
	reply    flows.Reply
	message  int
	said     string
	toast    string
}

// Chat is the conversation of an account.
func (t *Town) Chat(account int64) *Chat { return &Chat{town: t, account: account, Language: "zh"} }

// Of is the conversation of a player.
func (t *Town) Of(p storetest.Player) *Chat { return t.Chat(p.TelegramID) }

// Says types a text.
func (c *Chat) Says(text string) *Chat {
	c.town.T.Helper()
	return c.turn(flows.Input{Event: flows.Texted, Text: text})
}

// Presses presses the button of the screen whose label contains the words.
func (c *Chat) Presses(words string) *Chat {
	c.town.T.Helper()
	for _, row := range c.reply.Buttons {
		for _, b := range row {
			if strings.Contains(c.label(b), words) {
				return c.press(b)
			}
		}
	}
	c.town.T.Fatalf("no button %q among %v under:\n%s", words, c.Labels(), c.said)
	return c
}

// Forges sends the data of a button that was never shown.
func (c *Chat) Forges(act string, object int64, arg string) *Chat {
	c.town.T.Helper()
	return c.press(flows.Button{Act: act, Object: object, Arg: arg})
}

func (c *Chat) press(b flows.Button) *Chat {
	c.town.T.Helper()
	data, err := flows.Data(b, c.talk.ID, c.talk.Revision)
	if err != nil {
		c.town.T.Fatal(err)
	}
	return c.turn(flows.Input{Event: flows.Pressed, Data: data, Live: true})
}

// Sends sends a file with a name, and lets its content arrive unless it is kept back.
func (c *Chat) Sends(name string) *Chat {
	c.town.T.Helper()
	c.message++
	return c.turn(flows.Input{Event: flows.Filed, File: &flows.Incoming{
		TelegramID: fmt.Sprint("f", c.message), UniqueID: fmt.Sprint("u", c.message), Name: name, Size: 1000,
	}})
}

// Sees fails the test unless the screen contains all the words.
func (c *Chat) Sees(words ...string) *Chat {
	c.town.T.Helper()
	for _, w := range words {
		if !strings.Contains(c.said, w) {
			c.town.T.Fatalf("%q is not on the screen:\n%s\n%v", w, c.said, c.Labels())
		}
	}
	return c
}

// SeesNot fails the test if the screen contains one of the words.
func (c *Chat) SeesNot(words ...string) *Chat {
	c.town.T.Helper()
	for _, w := range words {
		if strings.Contains(c.said+strings.Join(c.Labels(), "\n"), w) {
			c.town.T.Fatalf("%q is on the screen:\n%s\n%v", w, c.said, c.Labels())
		}
	}
	return c
}

// Screen is what the screen says, and Toast the answer to the latest press.
func (c *Chat) Screen() string { return c.said }

// Toast is the answer to the latest press, "" if it had none.
func (c *Chat) Toast() string { return c.toast }

// Reply is the latest reply with a screen.
func (c *Chat) Reply() flows.Reply { return c.reply }

// Labels are the labels of the screen's buttons.
func (c *Chat) Labels() (labels []string) {
	for _, row := range c.reply.Buttons {
		for _, b := range row {
			labels = append(labels, c.label(b))
		}
	}
	return labels
}

// turn does what the edge does: one transaction, and for a refusal another.
func (c *Chat) turn(in flows.Input) *Chat {
	t := c.town
	t.T.Helper()
	c.message++
	in.From, in.Chat, in.Message, in.At, in.Language = c.account, c.account, c.message, t.Now, c.Language
	var out flows.Outcome
	lang := c.Language
	run := func(turn func(*store.Tx) (flows.Outcome, error)) error {
		return t.DB.Update(context.Background(), t.Now, func(tx *store.Tx) (err error) {
			out, err = turn(tx)
			lang = tx.Actor().Language
			return err
		})
	}
	err := run(func(tx *store.Tx) (flows.Outcome, error) { return t.House.Turn(tx, c.talk, in) })
	if no := flows.RefusalOf(err); no != nil {
		err = run(func(tx *store.Tx) (flows.Outcome, error) { return t.House.Refused(tx, c.talk, in, no) })
	}
	if err != nil {
		t.T.Fatal(err)
	}
	c.show(lang, out)
	return c
}

// show renders what the reply says, from its JSON as the edge does.
func (c *Chat) show(lang string, out flows.Outcome) {
	t := c.town
	t.T.Helper()
	revision := c.talk.Revision
	c.talk, c.toast = out.Conversation, ""
	c.talk.Revision = revision
	if l := out.Reply.Toast; l != nil {
		c.toast = t.line(lang, l.Text, l.Data)
	}
	if out.Reply.Text == "" {
		c.reply.Files = out.Reply.Files
		return
	}
	c.talk.Revision++
	c.reply = out.Reply
	c.said = t.Words(lang, out.Reply.Text, out.Reply.Data)
	c.Language = lang
	for _, row := range c.reply.Buttons {
		for _, b := range row {
			if c.label(b) == "" {
				t.T.Fatalf("a button without words: %+v", b)
			}
		}
	}
}

func (c *Chat) label(b flows.Button) string {
	if b.Text != "" {
		return c.town.line(c.Language, b.Text, b.Data)
	}
	s, err := c.town.Texts.Label(c.Language, again(c.town.T, b.Label))
	if err != nil {
		c.town.T.Fatal(err)
	}
	return s
}

// Words renders a message and fails the test if it cannot be sent.
func (t *Town) Words(lang, text string, data any) string {
	t.T.Helper()
	s, err := t.Texts.HTML(lang, text, again(t.T, data))
	if err != nil {
		t.T.Fatal(err)
	}
	if n := locales.Length(s); n > 4000 || n == 0 {
		t.T.Fatalf("%s has %d characters", text, n)
	}
	return s
}

func (t *Town) line(lang, text string, data any) string {
	t.T.Helper()
	s, err := t.Texts.Plain(lang, text, again(t.T, data))
	if err != nil {
		t.T.Fatal(err)
	}
	return s
}

// again is data after it was stored and read.
func again(t testing.TB, data any) (read any) {
	t.Helper()
	raw, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&read); err != nil {
		t.Fatal(err)
	}
	return read
}
