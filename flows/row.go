package flows

import (
	"slices"

	"luling/flows/ask"
	"luling/store"
)

// row takes a text that is no answer to a question of an entry as the answers to
// it and the entry's next questions, if it has a part for each of several and
// every part is understood ("30 25 5"). It reports whether it did.
func (s *session) row(q ask.Question, in Input) (bool, error) {
	if q.Entry == "" || in.Event != Texted && in.Event != Corrected {
		return false, nil
	}
	following := s.following(q)
	for _, cells := range ask.Parts(in.Text, len(following)) {
		if s.understood(following, cells, in) && !s.foreign(following[:len(cells)]) {
			return true, s.answerRow(following[:len(cells)], cells, in)
		}
	}
	return false, nil
}

// following are a question of an entry and those after it that a text answers.
func (s *session) following(q ask.Question) (all []ask.Question) {
	at := slices.IndexFunc(s.filled.Questions, func(has ask.Question) bool { return has.Name == q.Name })
	for _, next := range s.filled.Questions[max(at, 0):] {
		if next.List != q.List || next.Entry != q.Entry || next.Kind == ask.KindFiles {
			break
		}
		all = append(all, next)
	}
	return all
}

// foreign reports whether a colleague has meanwhile answered one of the questions:
// then they are answered one by one.
func (s *session) foreign(qs []ask.Question) bool {
	return slices.ContainsFunc(qs, func(q ask.Question) bool {
		old, had := s.rows[q.Name]
		return had && !old.Prefilled && s.unseen(old)
	})
}

func (s *session) answerRow(qs []ask.Question, cells []string, in Input) error {
	answers := make([]store.Answer, len(cells))
	for i, cell := range cells {
		answers[i] = s.cell(qs[i], store.Answer{Name: qs[i].Name}, cell, in)
	}
	if err := s.put(answers...); err != nil {
		return err
	}
	var taken []map[string]any
	for _, q := range qs {
		said := about(q)
		if len(taken) > 0 && q.InList() {
			said = unplaced(q) // the first of them says where
		}
		if shown, err := s.shown(q); err == nil && !s.rows[q.Name].Skipped {
			taken = append(taken, map[string]any{"Label": s.label(q), "About": said, "Shown": shown})
		}
	}
	s.note("form.note.row", map[string]any{"Taken": taken})
	s.advance(qs[len(qs)-1].Name)
	s.told.Saved = ""
	return nil
}

// spill takes several lines, or cells of a table program, that came to the first
// question of an entry just added as lines of its list, and one line that is a
// whole row as that row. It reports whether it did.
func (s *session) spill(q ask.Question, in Input) (bool, error) {
	if !q.InList() || q.Kind == ask.KindLongText || in.Event != Texted {
		return false, nil
	}
	for _, of := range s.filled.Questions {
		if _, has := s.rows[of.Name]; has && of.List == q.List && of.Entry == q.Entry {
			return false, nil
		}
	}
	if !ask.Tabular(in.Text) {
		return s.wholeRow(q, in)
	}
	head, _ := ask.Find(s.filled, q.List)
	if ok, err := s.relist(head, ask.Drop(q.Entry)); err != nil || !ok {
		return false, err
	}
	head, _ = ask.Find(s.filled, q.List)
	return true, s.paste(head, in)
}

// wholeRow takes a text that would do as the answer to an entry's first question
// as the answers to it and the next ones, if it can hardly be anything else: of
// three parts or more each is understood, and one of them is no mere text
// ("引进办法，2023年5月，引进"). It reports whether it did.
func (s *session) wholeRow(q ask.Question, in Input) (bool, error) {
	following := s.following(q)
	for _, cells := range ask.Parts(in.Text, len(following)) {
		qs := following[:len(cells)]
		exact := slices.ContainsFunc(qs, func(q ask.Question) bool { return q.Kind != ask.KindText && q.Kind != ask.KindLongText })
		if len(cells) >= 3 && exact && s.understood(qs, cells, in) {
			return true, s.answerRow(qs, cells, in)
		}
	}
	return false, nil
}
