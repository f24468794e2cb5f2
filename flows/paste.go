package flows

import (
	"strings"

	"luling/flows/ask"
	"luling/store"
)

// paste takes typed lines as further entries of a list, cells in the order of
// the entry's questions. A cell that is not understood is left open, and asked
// for next. Too many lines change nothing.
func (s *session) paste(q ask.Question, in Input) error {
	s.c.Last, s.c.Unused = Last{Message: in.Message, Question: q.Name}, 0
	if said := strings.Trim(in.Text, " 。."); said == "完成" || said == "没有" || strings.EqualFold(said, ask.ActDone) {
		return s.done(q)
	}
	lines := ask.Cells(in.Text, len(q.Fields))
	if has, most := len(ask.EntryIDs(s.rows[q.Name].Value)), q.Bounds()["Max"].(int64); int64(has+len(lines)) > most {
		s.told.refuse(ask.Refuse(ask.RefusedTooManyEntries, map[string]any{"Max": int(most)}))
		return nil
	}
	first, open := "", 0
	for _, cells := range lines {
		id := s.nextEntry(q.Name)
		head, _ := ask.Find(s.filled, q.Name)
		if ok, err := s.relist(head, ask.Keep(id)); err != nil || !ok {
			return err
		}
		whole, err := s.pasteEntry(q, id, cells, in)
		if err != nil {
			return err
		}
		if !whole {
			open++
		}
		if first == "" && !whole {
			first = id
		}
	}
	s.note("form.note.pasted", map[string]any{"Count": len(lines), "Open": open})
	s.turnTo(q.Name, first)
	return nil
}

// pasteEntry answers what it can of one entry and reports whether that is all.
func (s *session) pasteEntry(list ask.Question, id string, cells []string, in Input) (whole bool, err error) {
	for _, cell := range cells {
		q, ok := s.nextOf(list.Name, id)
		if !ok {
			break
		}
		in.Text = cell
		out := q.Understand(s.reads(in))
		a := store.Answer{Name: q.Name, Value: out.Value, Done: out.Done}
		if out.Kind != ask.Valid {
			a.Value, a.Done = nil, false // offered, and not understood
		}
		if err := s.put(a); err != nil {
			return false, err
		}
	}
	for _, q := range s.filled.Questions {
		if q.List == list.Name && q.Entry == id && !q.Answered() {
			return false, nil
		}
	}
	return true, nil
}

// nextOf is the entry's first question that no cell was offered to yet.
func (s *session) nextOf(list, id string) (ask.Question, bool) {
	for _, q := range s.filled.Questions {
		if _, offered := s.rows[q.Name]; !offered && q.List == list && q.Entry == id && q.Kind != ask.KindFiles {
			return q, true
		}
	}
	return ask.Question{}, false
}
