package flows

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// typedMost bounds what is remembered of a refused text, in bytes.
const typedMost = 16 << 10

// take applies a message to the form.
func (s *session) take(in Input) error {
	switch {
	case in.Event == Filed:
		return s.file(in)
	case in.Event == Corrected:
		return s.correct(in)
	case in.Early || s.continues(in) || in.Blind && s.piece():
		return s.early(in)
	}
	q, ok := s.listening()
	switch {
	case !ok && s.c.Asks != "" && s.c.View != ViewAside: // the form has changed since
		s.note("form.note.gone", nil)
	case !ok:
		s.note("form.note.press", nil)
	default:
		return s.answerWith(q, in)
	}
	return nil
}

// helpWords, typed alone, ask for the clause behind the question. Source: C15.
var helpWords = []string{"?", "？", "帮助", "help"}

// clause shows the clause behind the question on the screen. Source: C15.
func (s *session) clause() error {
	if q, ok := s.onScreen(); ok {
		s.c.Focus, s.c.View = q.Name, ViewHelp
	}
	return nil
}

// answerWith takes a message for a question of an entry as several answers where
// it can be nothing else, and as the answer to the question otherwise.
func (s *session) answerWith(q ask.Question, in Input) error {
	if in.Event == Texted && slices.Contains(helpWords, strings.TrimSpace(in.Text)) {
		s.c.Focus, s.c.View = q.Name, ViewHelp
		return nil
	}
	if spilt, err := s.spill(q, in); spilt || err != nil {
		return err
	}
	switch {
	case s.seek(q, in):
		return nil
	case q.Kind == ask.KindList && in.Event == Texted:
		return s.paste(q, in)
	}
	return s.understand(q, in)
}

// listening is the question that a typed answer belongs to: only a question on
// the screen is answered by typing.
func (s *session) listening() (ask.Question, bool) {
	if s.c.View != ViewQuestion && s.c.View != ViewHelp && s.c.View != ViewCalendar {
		return ask.Question{}, false
	}
	return s.onScreen()
}

// onScreen is the question the screen asks, though a colleague may have
// answered it meanwhile.
func (s *session) onScreen() (ask.Question, bool) {
	if s.c.Asks != "" {
		return ask.Find(s.filled, s.c.Asks)
	}
	return s.asked()
}

func (s *session) understand(q ask.Question, in Input) error {
	out := q.Understand(s.reads(in))
	s.c.Last = Last{Message: in.Message, Question: q.Name}
	s.c.Last.Full = full(in)
	s.c.Unused = 0
	if out.Kind != ask.Valid {
		if taken, err := s.row(q, in); taken || err != nil {
			return err
		}
		s.told.refuse(out.Refusal)
		s.c.Last.Typed = in.Text[:min(len(in.Text), typedMost)]
		s.c.Focus, s.c.View = q.Name, ViewQuestion
		return nil
	}
	s.told.Echo = out.Echo != nil
	return s.accept(q, out.Value)
}

func (s *session) reads(in Input) ask.Input {
	return ask.Input{
		Text: in.Text, Contact: in.Contact, Other: in.Other,
		Today: programme.DateOf(in.At).String(), Person: in.From,
	}
}

// accept stores a value, unless a colleague has meanwhile given another one:
// then both are kept and the person chooses.
func (s *session) accept(q ask.Question, value json.RawMessage) error {
	old, had := s.rows[q.Name]
	a := store.Answer{Name: q.Name, Value: value, Done: true}
	if had && !old.Prefilled && s.unseen(old) && !bytes.Equal(old.Value, value) {
		if s.undecided(a).Rival != nil {
			s.told.refuse(&ask.Refusal{Name: "conflict"}) // there is room for two
			s.c.Focus, s.c.View = q.Name, ViewQuestion
			return nil
		}
		old.Rival, old.RivalBy = value, s.tx.Actor().ID
		s.c.Focus, s.c.View = q.Name, ViewConflict
		return s.put(old)
	}
	if err := s.put(a); err != nil {
		return err
	}
	s.advance(q.Name)
	return nil
}

// unseen reports whether an answer is a colleague's and newer than the screen.
func (s *session) unseen(a store.Answer) bool {
	return a.By != s.tx.Actor().ID && a.Version > s.c.Seen
}

// undecided is an answer with the other value that a colleague has given and
// not decided about yet: nobody decides for him.
func (s *session) undecided(a store.Answer) store.Answer {
	old := s.rows[a.Name]
	if old.Rival != nil && old.RivalBy != s.tx.Actor().ID && !bytes.Equal(old.Rival, a.Value) {
		a.Rival, a.RivalBy = old.Rival, old.RivalBy
	}
	return a
}

// correct takes an edited message: it replaces the latest answer if it was that
// message which gave it, or the row of answers, else it changes nothing and says
// how answers are changed. The person stays where he has come to meanwhile.
func (s *session) correct(in Input) error {
	q, ok := ask.Find(s.filled, s.c.Last.Question)
	if !ok || in.Message != s.c.Last.Message || q.Kind == ask.KindList {
		s.note("form.note.edited", map[string]any{"Overview": s.divided()})
		return nil
	}
	focus, view, asks := s.c.Focus, s.c.View, s.c.Asks
	taken, err := s.corrected(q, in)
	if !taken || err != nil {
		return err
	}
	if s.c.View != ViewConflict && s.c.Return == ViewQuestion && asks != q.Name {
		s.c.Focus, s.c.View = focus, view
	}
	return nil
}

// corrected gives an answer anew, and reports whether it was understood.
func (s *session) corrected(q ask.Question, in Input) (bool, error) {
	out := q.Understand(s.reads(in))
	if out.Kind == ask.Valid {
		s.told.Echo = out.Echo != nil
		return true, s.accept(q, out.Value)
	}
	if taken, err := s.row(q, in); taken || err != nil {
		return taken, err
	}
	s.c.Focus, s.c.View = q.Name, ViewQuestion
	s.told.refuse(out.Refusal)
	return false, nil
}

// settle ends a conflict: own takes the person's value, else the colleague's stays.
func (s *session) settle(own bool) error {
	q, ok := s.asked()
	row := s.rows[q.Name]
	if !ok || row.Rival == nil {
		s.c.View = ViewQuestion
		return nil
	}
	if own && s.unseen(row) { // it has changed again, and is shown first
		return nil
	}
	if own {
		row.Value, row.Done, row.Skipped, row.By = row.Rival, true, false, 0
	}
	row.Rival, row.RivalBy = nil, 0
	if err := s.put(row); err != nil {
		return err
	}
	s.advance(q.Name)
	return nil
}

// toggled is the list of a multiple choice with one option on or off. What is
// not offered any more goes with it: no button could take it out.
func toggled(q ask.Question, raw json.RawMessage, id string, on bool) json.RawMessage {
	offered := func(x string) bool {
		return slices.ContainsFunc(q.Options, func(o ask.Option) bool { return o.ID == x })
	}
	var ids []string
	_ = json.Unmarshal(raw, &ids)
	ids = slices.DeleteFunc(ids, func(x string) bool { return x == id || !offered(x) })
	if on && offered(id) {
		ids = append(ids, id)
	}
	out, _ := json.Marshal(ids)
	return out
}
