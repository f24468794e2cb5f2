package flows

import (
	"luling/store"
	"luling/store/programme"
)

// A Filing form is told what becomes of its files, in the same transaction: that
// one was sent, or sent again under other words, that its caption was edited, that
// its content arrived, and that no answer names it any more. The file bears the
// words it was sent with this time.
type Filing interface {
	Filed(tx *store.Tx, f programme.File) error
}

// filed tells the form what became of a file.
func (s *session) filed(f programme.File) error {
	if form, is := s.form.(Filing); is {
		return form.Filed(s.tx, f)
	}
	return nil
}

// again tells the form that a file it has was sent once more.
func (s *session) again(f programme.File, sent *Incoming) error {
	f.Name, f.Caption = sent.Name, sent.Caption
	return s.filed(f)
}

// recaption takes an edited caption: every file of the sender's that was sent with
// that message has it now, as long as its form may be changed. An edit that put
// another file in the place of the old one changes nothing.
func (t *turn) recaption() (bool, error) {
	files, err := t.tx.SentAs(t.in.File.UniqueID, t.tx.Actor().ID)
	changed := false
	for _, f := range files {
		if f.State != programme.FilePending && f.State != programme.FileStored {
			continue
		}
		done, err := t.caption(f)
		if err != nil {
			return false, err
		}
		changed = changed || done
	}
	return changed, err
}

// caption stores the edited caption of one file, if its form opens.
func (t *turn) caption(f programme.File) (bool, error) {
	d, err := t.tx.DraftByID(f.DraftID)
	if err != nil || d.ClosedAt != nil {
		return false, err
	}
	away := *t
	away.c = Conversation{ID: t.c.ID, Form: d.Form, Subject: d.Subject}
	s, err := away.load()
	if err != nil {
		return false, unlessRefused(err)
	}
	f.Caption = t.in.File.Caption
	if err := t.tx.PutFile(f, f.State); err != nil {
		return false, err
	}
	return true, s.filed(f)
}

// unlessRefused is no error where a form only refused itself.
func unlessRefused(err error) error {
	if refusal(err) != nil {
		return nil
	}
	return err
}

// captioned takes a message with a file that was edited, and says what became of it.
func (t *turn) captioned() error {
	changed, err := t.recaption()
	switch {
	case err != nil:
		return err
	case t.c.Form == "" && changed:
		t.again = true
		return nil
	case t.c.Form == "":
		return t.say()
	}
	return t.form(func(s *session) error {
		if changed {
			s.note("form.note.caption", map[string]any{"Caption": t.in.File.Caption})
			return nil
		}
		return s.correct(t.in)
	})
}
