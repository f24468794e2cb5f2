package flows

import (
	"slices"

	"luling/flows/ask"
	"luling/store"
)

// A Pledging form has a declaration that is given anew from time to time before
// files are sent, though it was answered before.
type Pledging interface {
	// Pledge is the name of the declaration that the actor has to give again
	// before his next file, "" if none.
	Pledge(tx *store.Tx, d store.Draft) (string, error)
}

// pledge finds the declaration that has to be given again before a file is sent to
// the question.
func (s *session) pledge(q ask.Question) (p ask.Question, due bool, err error) {
	form, is := s.form.(Pledging)
	if !is || q.Kind != ask.KindFiles {
		return p, false, nil
	}
	name, err := form.Pledge(s.tx, s.draft)
	if err != nil || name == "" {
		return p, false, err
	}
	p, due = ask.Find(s.filled, name)
	return p, due, nil
}

// pledging asks for a declaration again on the way to a question, which follows it.
func (s *session) pledging(p, way ask.Question) (Reply, error) {
	s.note("form.note.pledge", map[string]any{"Label": s.label(way), "About": about(way)})
	r, err := s.ask(p)
	s.c.Way = way.Name
	for i := range r.Buttons {
		r.Buttons[i] = slices.DeleteFunc(r.Buttons[i], func(b Button) bool { return b.Do == doKeep })
	}
	r.Buttons = slices.DeleteFunc(r.Buttons, func(row []Button) bool { return len(row) == 0 })
	return r, err
}

// pledged goes on to the question a declaration was asked for on the way to.
func (s *session) pledged() bool {
	q, ok := ask.Find(s.filled, s.c.Way)
	if s.c.Way = ""; ok {
		s.c.Focus, s.c.View = q.Name, ViewQuestion
	}
	return ok
}

// first refuses a file that comes before the declaration was given again.
func (s *session) first(q ask.Question, in Input) (bool, error) {
	p, due, err := s.pledge(q)
	if due {
		s.told.refuse(&ask.Refusal{Name: "pledge_first", Data: map[string]any{"Name": in.File.Name, "Label": s.label(p), "About": about(p)}})
	}
	return due, err
}
