package bot

import (
	"encoding/json"
	"errors"
	"fmt"

	"luling/flows"
	"luling/store"
)

// keep stores what the turn wants shown and remembers what to do after the commit.
func (b *batch) keep(tx *store.Tx, a arrival, in flows.Input, screen store.Screen, out flows.Outcome) error {
	if a.press != "" {
		b.answers[a.press] = out.Reply.Toast
	}
	if err := errors.Join(b.promise(tx, in, out.Reply), b.spend(tx, out.Reply.Spent)); err != nil {
		return err
	}
	c := out.Conversation
	if out.Reply.Text != "" || out.Again && screen.Content != nil {
		next, err := nextScreen(tx, screen, c, in, out)
		if err != nil {
			return err
		}
		if err := b.put(tx, &next, out.Reply.Instead, c.Person == 0); err != nil {
			return err
		}
		screen = next
	}
	c.ID = screen.Conversation
	if c.Revision != screen.Wanted {
		c.Shown(screen.Wanted, in.Event)
	}
	if menu := string(tx.Grant().Role) + "/" + tx.Actor().Language; c.Person != 0 && c.Menu != menu {
		c.Menu = menu
		b.menus[in.Chat] = menuOf{tx.Grant().Role, tx.Actor().Language}
	}
	if p := out.Reply.Paper; p != nil {
		b.leaves = append(b.leaves, leaf{in.Chat, tx.Actor().Language, *p})
	}
	b.talks[a.input.From] = c
	b.changed = append(b.changed, a.input.From)
	return nil
}

// put stores the screen, or what is to be stored instead of it. A stranger
// leaves no row: his is shown once.
func (b *batch) put(tx *store.Tx, s *store.Screen, instead *flows.Reply, stranger bool) (err error) {
	if stranger {
		b.wishes[s.Chat] = wish{Screen: *s, transient: true}
		return nil
	}
	content := s.Content
	if instead != nil {
		if s.Content, err = encode(*instead); err != nil {
			return err
		}
	}
	err = tx.PutScreen(s)
	s.Content = content
	b.wishes[s.Chat] = wish{Screen: *s}
	return err
}

// nextScreen is the screen's next revision. After a press on the live screen it is
// edited in place; after anything else it is sent anew, at the bottom, and so it is
// where a message about the keyboard comes before it.
func nextScreen(tx *store.Tx, s store.Screen, c flows.Conversation, in flows.Input, out flows.Outcome) (_ store.Screen, err error) {
	if out.Reply.Text != "" {
		if s.Content, err = encode(out.Reply); err != nil {
			return s, err
		}
	}
	s.Anew = !in.Live || out.Reply.Anew || s.MessageID == 0 || out.Reply.Text != "" && out.Reply.Contact != s.Keyboard
	s.Conversation, s.PersonID, s.Form, s.Subject = c.ID, c.Person, c.Form, c.Subject
	s.Asks, s.View = c.Asks, c.Face()
	s.Language = tx.Actor().Language
	return s, nil
}

// spend remembers the notices whose buttons have done their work.
func (b *batch) spend(tx *store.Tx, about string) error {
	if about == "" {
		return nil
	}
	sent := []store.NoticeState{store.NoticeSent, store.NoticeAcknowledged}
	notices, err := tx.Notices(store.NoticeFilter{About: about, States: sent})
	for _, n := range notices {
		if n.MessageID != 0 && len(n.Buttons) > 0 {
			b.spent = append(b.spent, n)
		}
	}
	return err
}

// promise posts the files that go with a reply.
func (b *batch) promise(tx *store.Tx, in flows.Input, r flows.Reply) error {
	for i, f := range r.Files {
		n := store.Notice{
			Key: f.Key, PersonID: tx.Actor().ID, Chat: in.Chat, Text: f.Caption,
			Document: fmt.Appendf(nil, `{"File":%d}`, f.FileID), Protect: f.Protect, Ordinal: i + 1, Class: store.ClassReply,
		}
		if f.Data != nil {
			data, err := json.Marshal(f.Data)
			if err != nil {
				return err
			}
			n.Data = data
		}
		if _, err := tx.Post(n); err != nil {
			return err
		}
	}
	return nil
}
