package desk

import (
	"slices"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// entries are the lines of a page and a button to each card.
func entries(tx *store.Tx, rows []programme.Application, before int) (lines []map[string]any, keys [][]flows.Button, err error) {
	for i, row := range rows {
		a, err := card.With(tx, row)
		if err != nil {
			return nil, nil, err
		}
		line, err := entry(tx, a)
		if err != nil {
			return nil, nil, err
		}
		line["No"] = before + i + 1
		lines = append(lines, line)
		keys = append(keys, flows.Row(flows.Button{Text: "desk.button.open", Data: line, Act: "desk.card", Object: int64(a.ID)}))
	}
	return lines, keys, nil
}

// entry is one application in a line: where it stands, since when and until when,
// and of a draft how far it has come.
func entry(tx *store.Tx, a card.Application) (map[string]any, error) {
	s, err := a.Standing(tx)
	if err != nil {
		return nil, err
	}
	line := map[string]any{
		"Unit": a.Unit.Name, "State": s.Stage, "Number": a.Number, "Since": s.Since, "Expected": s.Expected,
	}
	if a.State != programme.AppDraft {
		return line, nil
	}
	d, err := a.Draft(tx)
	if err != nil {
		return nil, err
	}
	line["Done"], line["Questions"] = d.Done()
	return line, nil
}

func paging(v view, pages int) [][]flows.Button {
	var turn []flows.Button
	if v.page > 1 {
		turn = append(turn, to(view{v.at, v.page - 1, v.text}, "card.button.before", nil))
	}
	if v.page < pages {
		turn = append(turn, to(view{v.at, v.page + 1, v.text}, "card.button.after", nil))
	}
	if turn == nil {
		return nil
	}
	return [][]flows.Button{turn}
}

// others are the buttons to the other stages, and to all.
func (d desk) others(v view) [][]flows.Button {
	keys := d.Keys(v.at)
	switch {
	case v.at != nil || v.text != "":
		keys = append([]flows.Button{to(view{page: 1}, "desk.button.all", map[string]any{"Count": d.Count(nil)})}, keys...)
	case len(keys) < 2:
		return nil
	}
	return slices.Collect(slices.Chunk(keys, 2))
}

// find is what a typed text presses: the list of a stage, of the units it names.
func find(at card.Stage) *flows.Button {
	return &flows.Button{Act: "desk.list", Arg: at.Name() + "/1/"}
}

func to(v view, text string, data any) flows.Button {
	return flows.Button{Text: text, Data: data, Act: "desk.list", Arg: v.String()}
}
