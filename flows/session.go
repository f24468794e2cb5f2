package flows

import (
	"errors"
	"fmt"
	"time"

	"luling/flows/ask"
	"luling/store"
)

// a session is one form in one turn: its answers, where the person stands in
// it, and what the next screen has to say about the input.
type session struct {
	*turn
	form   Form
	draft  store.Draft
	rows   map[string]store.Answer
	filled ask.Filled
	told   Told
	over   bool // submitted or left: the reply is set
}

// form runs one step of the active form and shows where it stands then.
func (t *turn) form(step func(*session) error) error {
	s, err := t.load()
	if err != nil {
		return err
	}
	if err := step(s); err != nil || s.over {
		return err
	}
	s.c.Told = s.told.kept(t.in)
	r, err := s.show()
	s.c.Seen = s.draft.Version
	r.Anew, r.Toast, r.Files = t.in.Event == Pressed && !t.in.Live, t.reply.Toast, t.reply.Files
	t.reply = r
	return err
}

// load opens the active form and puts the stored answers into it.
func (t *turn) load() (*session, error) {
	open, known := t.h.forms[t.c.Form]
	if !known {
		return nil, Refuse("form_gone", nil)
	}
	form, err := open(t.tx, t.c.Subject)
	if err != nil {
		return nil, err
	}
	s := &session{turn: t, form: form, told: t.c.carried(t.in)}
	if s.draft, _, err = t.tx.OpenDraft(t.c.Form, t.c.Subject); err != nil {
		return nil, fmt.Errorf("open draft: %w", err)
	}
	if err := s.refill(); err != nil {
		return nil, err
	}
	if t.c.Seen == 0 {
		t.c.Seen = s.seen(t.c.Made)
	}
	if current, open := ask.Current(s.filled); open && current.Name == t.c.Focus {
		t.c.Focus = ""
	}
	return s, nil
}

// seen is the draft's version at an instant; the newest if there is none.
func (s *session) seen(at time.Time) int64 {
	if at.IsZero() {
		return s.draft.Version
	}
	version := int64(0)
	for _, row := range s.rows {
		if !row.At.After(at) {
			version = max(version, row.Version)
		}
	}
	return version
}

// refill reads the answers again.
func (s *session) refill() error {
	rows, err := s.tx.Answers(s.draft.ID)
	if err != nil {
		return fmt.Errorf("read answers: %w", err)
	}
	s.rows = make(map[string]store.Answer, len(rows))
	for _, r := range rows {
		s.rows[r.Name] = r
	}
	s.filled = ask.Fill(s.form, Answers(rows))
	return nil
}

// Answers are the stored answers of a draft as [ask.Fill] takes them.
func Answers(rows []store.Answer) map[string]ask.Answer {
	answers := make(map[string]ask.Answer, len(rows))
	for _, r := range rows {
		answers[r.Name] = ask.Answer{Value: r.Value, Skipped: r.Skipped, Done: r.Done, Prefilled: r.Prefilled}
	}
	return answers
}

// asked is the question the person stands at: the one chosen, or the first
// without an answer; false when everything is answered.
func (s *session) asked() (ask.Question, bool) {
	if q, ok := ask.Find(s.filled, s.c.Focus); ok {
		return q, true
	}
	s.c.Focus = ""
	return ask.Current(s.filled)
}

// put stores answers; whose they are, is the actor unless By says another.
func (s *session) put(answers ...store.Answer) error {
	for _, a := range answers {
		if err := s.tx.PutAnswer(&s.draft, s.undecided(a)); err != nil {
			if errors.Is(err, store.ErrConflict) {
				return Refuse("conflict", nil)
			}
			return fmt.Errorf("put answer %s: %w", a.Name, err)
		}
		s.c.Seen = s.draft.Version
	}
	return s.refill()
}

// advance leaves a question that has its answer: back to where the person came
// from, else on to the next one in order, else to the first without an answer.
// Who came from the review first mends everything that has no answer yet.
func (s *session) advance(name string) {
	s.told.Saved = name
	if s.c.Way != "" && s.pledged() || s.onward(name) {
		return
	}
	if _, open := ask.Current(s.filled); open && s.c.Return == ViewReview {
		s.c.View, s.c.Focus = ViewQuestion, ""
		return
	}
	if s.c.Return != ViewQuestion {
		s.goBack(name)
		return
	}
	s.c.View = ViewQuestion
	if s.c.Focus == "" {
		return
	}
	s.c.Focus = ""
	next, ok := s.ahead(name)
	if current, open := ask.Current(s.filled); ok && (!open || next.Name != current.Name) {
		s.c.Focus = next.Name
	}
}

// goBack returns to the face that led to a question.
func (s *session) goBack(name string) {
	s.c.View, s.c.Return, s.c.Focus = s.c.Return, ViewQuestion, ""
	q, ok := ask.Find(s.filled, name)
	switch { // an entry or a calendar may have been shown meanwhile
	case ok && s.c.View == ViewSection:
		s.c.Section = q.Section
	case ok && s.c.View == ViewEntry && q.InList():
		s.c.Section = q.List + "." + q.Entry
	}
}

// jump turns to a question and remembers where to come back to.
func (s *session) jump(name string, back View) {
	if _, ok := ask.Find(s.filled, name); ok {
		s.c.Focus, s.c.View, s.c.Return = name, ViewQuestion, back
	}
}

func (s *session) note(text string, data any) {
	s.told.Notes = append(s.told.Notes, Line{Text: text, Data: data})
}

// progress counts the questions of the form and those that have their answer.
func (s *session) progress() (done, total int) { return ask.Progress(s.filled) }
