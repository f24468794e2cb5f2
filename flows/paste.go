package flows

import (
	"encoding/json"
	"slices"
	"strings"

	"luling/flows/ask"
	"luling/store"
)

// paste takes typed lines as further entries of a list, cells in the order of
// the entry's questions. A cell that is not understood is left open, and asked
// for next, a line that names the columns is left out. Too many lines change
// nothing.
func (s *session) paste(list ask.Question, in Input) error {
	s.c.Last, s.c.Unused = Last{Message: in.Message, Question: list.Name}, 0
	if said := strings.Trim(in.Text, " 。."); said == "完成" || said == "没有" || strings.EqualFold(said, ask.ActDone) {
		return s.done(list)
	}
	ids := ask.EntryIDs(s.rows[list.Name].Value)
	lines := ask.Cells(in.Text, len(columns(list)))
	if s.header(list, lines, in) {
		s.note("form.note.header", map[string]any{"Line": lines[0].Whole})
		lines = lines[1:]
	}
	if most := list.Bounds()["Max"].(int64); int64(len(ids)+len(lines)) > most {
		s.told.refuse(ask.Refuse(ask.RefusedTooManyEntries, map[string]any{"Max": int(most)}))
		return nil
	}
	var answers []store.Answer
	for i, line := range lines {
		id := s.newEntry(list.Name, i)
		ids = append(ids, id)
		answers = append(answers, s.pastedEntry(list, id, line, in)...)
	}
	value, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	if err := s.put(append(answers, store.Answer{Name: list.Name, Value: value})...); err != nil {
		return err
	}
	s.pasted(list.Name, ids[len(ids)-len(lines):])
	return nil
}

// pasted says what became of new entries, and turns to the first that lacks something.
func (s *session) pasted(list string, ids []string) {
	var open []string
	for _, id := range ids {
		if s.open(list, id) != "" {
			open = append(open, id)
		}
	}
	s.note("form.note.pasted", map[string]any{"Count": len(ids), "Open": len(open)})
	s.turnTo(list, append(open, "")[0])
}

// columns are the questions of an entry that a line has cells for.
func columns(list ask.Question) []ask.Question {
	return slices.DeleteFunc(slices.Clone(list.Fields), func(q ask.Question) bool { return q.Kind == ask.KindFiles })
}

// pastedEntry answers what a line says of one entry. What the line leaves out is
// skipped where it may be; of a single cell nothing is known to be left out.
func (s *session) pastedEntry(list ask.Question, id string, line ask.Line, in Input) (answers []store.Answer) {
	fields, cells := columns(list), line.Cells
	if !line.Sure && !s.understood(fields, cells, in) {
		cells = []string{line.Whole}
	}
	for i, field := range fields {
		a := store.Answer{Name: ask.Of(list.Name, id, 0, field)[0].Name}
		switch {
		case i < len(cells):
			a = s.cell(field, a, cells[i], in)
		case len(cells) > 1:
			a.Skipped = field.Optional
		}
		if a.Value != nil || a.Skipped {
			answers = append(answers, a)
		}
	}
	return answers
}

// nothing is what people put into a cell that has nothing to say.
var nothing = []string{"", "-", "—", "——", "/", "无", "none", "n/a"}

// cell answers a question with a cell, if it is understood; an empty one skips it.
func (s *session) cell(q ask.Question, a store.Answer, cell string, in Input) store.Answer {
	if q.Optional && slices.Contains(nothing, strings.ToLower(cell)) {
		a.Skipped = true
		return a
	}
	in.Text = cell
	if out := q.Understand(s.reads(in)); out.Kind == ask.Valid {
		a.Value, a.Done = out.Value, out.Done
	}
	return a
}

// understood reports whether each cell is an answer to its question.
func (s *session) understood(qs []ask.Question, cells []string, in Input) bool {
	for i, cell := range cells {
		if i >= len(qs) {
			return false
		}
		if a := s.cell(qs[i], store.Answer{}, cell, in); a.Value == nil && !a.Skipped {
			return false
		}
	}
	return true
}
