package flows

import (
	"luling/flows/ask"
	"luling/store"
)

// confirm takes prefilled answers as they are. Others stay untouched.
func (s *session) confirm(qs ...ask.Question) error {
	var answers []store.Answer
	for _, q := range qs {
		if row := s.rows[q.Name]; q.Prefilled() {
			row.Prefilled, row.By = false, 0
			answers = append(answers, row)
		}
	}
	if len(answers) == 0 {
		return nil
	}
	return s.put(answers...)
}

// ofEntry are the questions of one entry; those outside every list are none.
func (s *session) ofEntry(list, id string) (all []ask.Question) {
	for _, q := range s.filled.Questions {
		if q.InList() && q.List == list && q.Entry == id {
			all = append(all, q)
		}
	}
	return all
}

// unconfirmed counts the prefilled answers of an entry.
func (s *session) unconfirmed(list, id string) (n int) {
	for _, q := range s.ofEntry(list, id) {
		if q.Prefilled() {
			n++
		}
	}
	return n
}

// whole confirms every prefilled answer of an entry and goes on to what it still
// lacks, else to the next entry, else to the list.
func (s *session) whole(list, id string) error {
	if err := s.confirm(s.ofEntry(list, id)...); err != nil {
		return err
	}
	if s.c.View == ViewEntry {
		s.c.Return = s.c.Home
	}
	s.turnTo(list, id)
	return nil
}

// wholeButton confirms an entry in one press, if several of its answers wait for it.
func (s *session) wholeButton(list, id string) []Button {
	if s.unconfirmed(list, id) < 2 {
		return nil
	}
	return []Button{{Text: "button.keep_whole", Do: doWhole, Arg: list + "." + id}}
}
