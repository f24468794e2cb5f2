package flows

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"luling/store"
	"luling/store/programme"
)

// tasksPerPage is how many tasks a page of the to-do list has.
const tasksPerPage = 8

// todoList shows a page of what waits for the actor, soonest first, one button
// each. Where nothing waits it says what comes next, and when.
//
// Source: L5.
func (h *House) todoList(tx *store.Tx, arg string) (Reply, error) {
	tasks, err := h.todo(tx)
	if err != nil {
		return Reply{}, err
	}
	slices.SortStableFunc(tasks, func(a, b Task) int { return cmp.Compare(dueKey(a), dueKey(b)) })
	pages := max(1, (len(tasks)+tasksPerPage-1)/tasksPerPage)
	page, _ := strconv.Atoi(arg)
	page = min(max(page, 1), pages)
	from := (page - 1) * tasksPerPage
	lines, rows := tasked(tasks[from:min(from+tasksPerPage, len(tasks))], from, tx.Today())
	data := map[string]any{"Tasks": lines, "Total": len(tasks), "Page": page, "Pages": pages, "Next": nil}
	if len(tasks) == 0 {
		if data["Next"], err = ahead(tx); err != nil {
			return Reply{}, err
		}
	}
	rows = append(rows, todoPages(page, pages)...)
	return Reply{Text: "hall.todo", Data: data, Buttons: append(rows, Row(Menu())), Close: true}, nil
}

// tasked are tasks as lines, with the button of each.
func tasked(tasks []Task, before int, today programme.Date) (lines []map[string]any, rows [][]Button) {
	for i, t := range tasks {
		lines = append(lines, map[string]any{
			"No": before + i + 1, "Text": t.Text, "Data": t.Data, "Due": t.Due.String(),
			"Over": !t.Due.IsZero() && t.Due.Before(today),
		})
		rows = append(rows, Row(t.Button))
	}
	return lines, rows
}

// todoPages are the buttons to the pages beside one.
func todoPages(page, pages int) [][]Button {
	var beside []Button
	if page > 1 {
		beside = append(beside, Button{Text: "hall.button.before", Act: "/todo", Arg: strconv.Itoa(page - 1)})
	}
	if page < pages {
		beside = append(beside, Button{Text: "hall.button.after", Act: "/todo", Arg: strconv.Itoa(page + 1)})
	}
	if beside == nil {
		return nil
	}
	return [][]Button{beside}
}

// ahead is what the open round comes to next: a dated step, or the phase it is in
// if no date is known; nil if no round is open.
func ahead(tx *store.Tx) (map[string]any, error) {
	r, err := tx.RoundOpen()
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	next, _ := r.Ahead(tx.Today())
	return map[string]any{"Title": r.Title, "Phase": string(r.Phase), "Step": next.Name, "On": next.On.String()}, nil
}

func dueKey(t Task) string {
	if t.Due.IsZero() {
		return "9999"
	}
	return t.Due.String()
}
