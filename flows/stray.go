package flows

import (
	"encoding/json"
	"errors"
	"strings"

	"luling/store"
)

// say offers a text outside any form to the features, then to the list on the
// screen, which looks for it. What none of them wants is answered by the menu,
// which says that it was not taken.
func (t *turn) say() error {
	for _, f := range t.h.Features {
		if f.Say == nil || t.in.Event != Texted {
			continue
		}
		if r, mine, err := f.Say(t.tx, t.in.Text); mine || err != nil {
			return t.answer(r, err)
		}
	}
	if t.in.Event == Filed {
		if mine, err := t.filed(); mine || err != nil {
			return err
		}
	}
	if b, err := t.finder(); b != nil || err != nil {
		return t.find(b, err)
	}
	r, err := t.h.menu(t.tx, "")
	if greeting, known := r.Data.(map[string]any); known {
		greeting["Stray"] = stray(t.in)
	}
	return t.answer(r, err)
}

// filed offers a file sent outside any form to the features.
func (t *turn) filed() (bool, error) {
	for _, f := range t.h.Features {
		if f.Filed == nil {
			continue
		}
		if r, mine, err := f.Filed(t.tx, t.in); mine || err != nil {
			return true, t.answer(r, err)
		}
	}
	return false, nil
}

// finder is what a text typed at the live screen presses, nil if the screen
// takes none.
func (t *turn) finder() (*Button, error) {
	if t.in.Event != Texted {
		return nil, nil
	}
	s, err := t.tx.Screen(t.in.Chat)
	if errors.Is(err, store.ErrNotFound) || err == nil && s.PersonID != t.tx.Actor().ID {
		return nil, nil
	}
	var shown struct{ Find *Button }
	if err == nil && len(s.Content) > 0 {
		err = json.Unmarshal(s.Content, &shown)
	}
	return shown.Find, err
}

// find presses what looks for the typed text.
func (t *turn) find(b *Button, err error) error {
	if err != nil {
		return err
	}
	sought := Press{Object: b.Object, Arg: b.Arg + strings.Join(strings.Fields(t.in.Text), " ")}
	return t.act(pressed{act: b.Act, press: sought})
}

// stray is what came though nothing was asked, in one word.
func stray(in Input) string {
	switch in.Event {
	case Filed:
		return "file"
	case Shared:
		return "contact"
	case Odd:
		return in.Other
	case Corrected:
		return "edited"
	}
	return "text"
}

// reach notes that the person can or cannot be written to. Who comes back gets
// what was meant for him, and his screen.
func (t *turn) reach() error {
	p := t.tx.Actor()
	switch {
	case p.ID == 0:
		return nil
	case t.in.Event == Left:
		return t.tx.NoticeUnreachable(p.ID)
	}
	t.again = true
	return t.tx.Reached(p.ID)
}
