package flows

import (
	"encoding/json"
	"slices"
	"strconv"

	"luling/flows/ask"
)

// choices are the buttons that answer the question.
func (s *session) choices(q ask.Question) (rows [][]Button) {
	switch q.Kind {
	case ask.KindChoice:
		on, turn := s.offered(q)
		for _, o := range on {
			rows = append(rows, Row(Button{Label: named(o.Label), Do: doPick, Arg: o.ID, Style: s.picked(q, o.ID)}))
		}
		rows = append(rows, turn...)
	case ask.KindDeclaration:
		agree := Button{Text: "button.agree", Do: doPick, Arg: ask.ActAgree, Style: "primary"}
		rows = append(rows, Row(agree, Button{Text: "button.decline", Do: doPick, Arg: ask.ActDecline}))
	case ask.KindDate:
		rows = s.dateButtons(q)
	case ask.KindChoices:
		rows = append(s.toggles(q), Row(Button{Text: "button.done", Do: doDone, Style: "primary"}))
	case ask.KindFiles:
		rows = s.fileButtons(q)
	case ask.KindList:
		rows = s.listButtons(q)
	case ask.KindFacts:
		rows = append(rows, Row(Button{Text: "button.next", Do: doPick, Arg: ask.ActNext, Style: "primary"}))
	}
	if q.Suggested != "" && !q.Answered() {
		offer := Button{Text: "button.suggest", Data: map[string]any{"Text": q.Suggested}, Do: doSuggest, Style: "primary"}
		rows = append([][]Button{Row(offer)}, rows...)
	}
	return rows
}

func (s *session) picked(q ask.Question, id string) string {
	var has string
	if json.Unmarshal(s.rows[q.Name].Value, &has) == nil && has == id {
		return "primary"
	}
	return ""
}

func (s *session) toggles(q ask.Question) (rows [][]Button) {
	var ids []string
	_ = json.Unmarshal(s.rows[q.Name].Value, &ids)
	on, turn := s.offered(q)
	for _, o := range on {
		b := Button{Text: "button.off", Data: map[string]any{"Label": named(o.Label)}, Do: doOn, Arg: o.ID}
		if slices.Contains(ids, o.ID) {
			b.Text, b.Do = "button.on", doOff
		}
		rows = append(rows, Row(b))
	}
	return append(rows, turn...)
}

// fileButtons take single files out again, and end the list.
func (s *session) fileButtons(q ask.Question) (rows [][]Button) {
	ids := fileIDs(s.rows[q.Name].Value)
	for i, id := range ids {
		drop := Button{Text: "button.drop_file", Data: map[string]any{"No": i + 1}, Do: doDrop, Arg: strconv.FormatInt(id, 36)}
		if i%inRow == 0 {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], drop)
	}
	if len(ids) > 0 {
		rows = append(rows, Row(Button{Text: "button.done", Do: doDone, Style: "primary"}))
	}
	return rows
}

// begun reports whether a list of files has some: then it is ended, not skipped.
func (s *session) begun(q ask.Question) bool {
	return q.Kind == ask.KindFiles && len(fileIDs(s.rows[q.Name].Value)) > 0
}

// divided reports whether the form has sections to choose from.
func (s *session) divided() bool { return len(ask.Sections(s.filled)) > 1 }

// moves are the buttons every question has: on, back, skip, help, overview
// of several sections, leave.
func (s *session) moves(q ask.Question) [][]Button {
	var first, second []Button
	if _, ok := ask.Before(s.filled, q.Name); ok {
		first = append(first, Button{Text: "button.back", Do: doBack})
	}
	if q.Optional && !q.Answered() && !s.begun(q) {
		first = append(first, Button{Text: "button.skip", Do: doSkip})
	}
	switch {
	case q.Kind.Gathers() && !s.rows[q.Name].Skipped:
	case q.Prefilled():
		first = append(first, Button{Text: "button.keep_prefilled", Do: doKeep, Style: "primary"})
		first = append(first, s.wholeButton(q.List, q.Entry)...)
	case q.Answered():
		first = append(first, Button{Text: "button.keep", Do: doKeep})
	}
	if q.Clause != "" {
		second = append(second, Button{Text: "button.help", Do: doHelp})
	}
	if s.divided() {
		second = append(second, Button{Text: "button.overview", Do: doOverview})
	}
	second = append(second, Button{Text: "button.leave", Do: doLeave})
	if first == nil {
		return [][]Button{second}
	}
	return [][]Button{first, second}
}
