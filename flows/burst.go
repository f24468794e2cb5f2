package flows

import (
	"encoding/json"
	"strings"
	"time"
	"unicode/utf16"

	"luling/flows/ask"
)

// piece reports whether the message before was given to the question on the
// screen too: a long text may come in several messages, one right after another.
func (s *session) piece() bool {
	q, ok := s.listening()
	return ok && q.Kind == ask.KindLongText && q.Name == s.c.Last.Question
}

// early takes a message that was sent before its sender could see the live
// screen, so that it cannot be an answer to it. It continues a long text that
// came just before; the same words once more change nothing; anything else is
// not taken, and the person is told how many were not.
func (s *session) early(in Input) error {
	q, ok := ask.Find(s.filled, s.c.Last.Question)
	before := s.before(q)
	switch {
	case ok && strings.TrimSpace(in.Text) == strings.TrimSpace(before):
		return nil
	case ok && in.Event == Texted && q.Kind == ask.KindLongText:
		joined := in
		joined.Text = before + s.between() + in.Text
		s.c.Focus, s.c.View = q.Name, ViewQuestion
		err := s.understand(q, joined)
		s.c.Last.Full = full(in)
		return err
	}
	s.c.Unused++
	s.note("form.note.unused", map[string]any{"Count": s.c.Unused})
	return nil
}

// A client cuts a long text into messages of messageMost UTF-16 units, which
// arrive one right after the other.
const (
	messageMost = 4096
	together    = 5 * time.Second
)

// full is when a message was sent that is as long as one can be: there may be more.
func full(in Input) (at time.Time) {
	if len(utf16.Encode([]rune(in.Text))) == messageMost {
		at = in.At
	}
	return at
}

// continues reports whether a text is the next piece of one that a client cut,
// though the screen may have come in between.
func (s *session) continues(in Input) bool {
	since := in.At.Sub(s.c.Last.Full)
	return in.Event == Texted && !s.c.Last.Full.IsZero() && since >= 0 && since <= together
}

// between is what stood between the pieces of a text: nothing where a client
// cut it, else the end of a line.
func (s *session) between() string {
	if s.c.Last.Full.IsZero() {
		return "\n"
	}
	return ""
}

// before is the text the latest message gave, taken or refused.
func (s *session) before(q ask.Question) (text string) {
	if s.c.Last.Typed != "" {
		return s.c.Last.Typed
	}
	if json.Unmarshal(s.rows[q.Name].Value, &text) != nil {
		return ""
	}
	return text
}
