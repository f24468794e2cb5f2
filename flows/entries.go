package flows

import (
	"maps"
	"slices"

	"luling/flows/ask"
)

// inRow is how many of an entry's or file's buttons stand side by side.
const inRow = 4

// entry shows the answers of one entry, one button each to change them.
func (s *session) entry() (Reply, error) {
	head, id, ok := s.entryOf()
	if !ok {
		s.c.View, s.c.Focus = ViewQuestion, head.Name
		return s.question()
	}
	data := s.where(head)
	lines, rows := s.lines(func(q ask.Question) bool { return q.List == head.Name && q.Entry == id })
	data["Lines"], data["Label"] = lines, s.label(head)
	data["No"] = 1 + slices.Index(ask.EntryIDs(s.rows[head.Name].Value), id)
	s.tell(data)
	rows = append(rows, s.wholeButton(head.Name, id), Row(
		Button{Text: "button.drop_entry", Do: doUnlist, Arg: id, Style: "danger"},
		Button{Text: "button.to_list", Do: doList, Arg: head.Name, Style: "primary"}))
	return Reply{Text: "form.entry", Data: data, Buttons: rows}, nil
}

// unplaced is what a question of an entry mentions where its place is said already.
func unplaced(q ask.Question) map[string]any {
	data := maps.Clone(about(q))
	data["No"] = 0
	return data
}

// lacking is how many entries a list that is begun needs before it can be ended.
func (s *session) lacking(q ask.Question) int64 {
	has := int64(len(ask.EntryIDs(s.rows[q.Name].Value)))
	if has == 0 {
		return 0
	}
	return max(q.Bounds()["Min"].(int64)-has, 0)
}

// listButtons open single entries, put further ones in, and end the list.
func (s *session) listButtons(q ask.Question) (rows [][]Button) {
	ids := ask.EntryIDs(s.rows[q.Name].Value)
	for i, id := range ids {
		if i%inRow == 0 {
			rows = append(rows, nil)
		}
		open := Button{Text: "button.entry", Data: map[string]any{"No": i + 1}, Do: doEntry, Arg: id}
		rows[len(rows)-1] = append(rows[len(rows)-1], open)
	}
	if list, id, dropped := s.told.dropped(); dropped && list == q.Name {
		rows = append(rows, Row(Button{Text: "button.put_back", Do: doAdd, Arg: id}))
	}
	bounds := q.Bounds()
	enough := int64(len(ids)) >= bounds["Min"].(int64)
	if add := (Button{Text: "button.add", Data: map[string]any{"First": len(ids) == 0}, Do: doAdd}); int64(len(ids)) < bounds["Max"].(int64) {
		if !enough {
			add.Style = "primary"
		}
		rows = append(rows, Row(add))
	}
	if enough {
		end := Button{Text: "button.done", Do: doDone, Style: "primary"}
		if len(ids) == 0 {
			end.Text = "button.no_entries"
		}
		rows = append(rows, Row(end))
	}
	return rows
}

// entryLines are the entries of a list, each with its answers in order.
func (s *session) entryLines(q ask.Question) []map[string]any {
	lines := []map[string]any{}
	for i, id := range ask.EntryIDs(s.rows[q.Name].Value) {
		line := map[string]any{"No": i + 1, "Open": false, "Prefilled": s.unconfirmed(q.Name, id) > 0}
		var answers []map[string]any
		for _, of := range s.ofEntry(q.Name, id) {
			row, has := s.rows[of.Name]
			if !of.Answered() && !of.Prefilled() {
				line["Open"] = true
			}
			if shown, err := s.shown(of); has && !row.Skipped && err == nil && row.Value != nil {
				answers = append(answers, shown)
			}
		}
		line["Answers"] = answers
		lines = append(lines, line)
	}
	return lines
}

// columns are the labels of what an entry is asked for, in the order of cells;
// they mention the entry's place as 0.
func (s *session) columns(list ask.Question) (labels []map[string]any) {
	for _, q := range columns(list) {
		of := ask.Of(list.Name, "", 0, q)[0]
		labels = append(labels, map[string]any{"Label": s.label(of), "About": about(of)})
	}
	return labels
}
