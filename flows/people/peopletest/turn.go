package peopletest

import (
	"context"

	"luling/flows"
	"luling/store"
)

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
