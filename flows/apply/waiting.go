package apply

import (
	"strconv"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// waiting shows whoever fills in the form which of its files are held and why, so
// that he can take out what he sent by mistake.
//
// Source: C5.
func waiting(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActEditDraft, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	d, err := a.Draft(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	bench, err := judges(tx, a)
	if err != nil {
		return flows.Reply{}, err
	}
	var lines []map[string]any
	var rows [][]flows.Button
	for i, f := range d.Files.Held() {
		line := map[string]any{"No": i + 1, "Name": f.Name, "Mark": f.Mark, "Again": f.Mark == card.Again}
		drop := flows.Button{Text: "apply.button.drop_held", Data: line, Act: "apply.drop", Object: int64(f.ID), Style: "danger"}
		lines, rows = append(lines, line), append(rows, flows.Row(drop))
	}
	goOn := flows.Button{Text: "apply.button.go_on", Act: "apply.open", Object: int64(a.ID), Style: "primary"}
	data := map[string]any{"Files": lines, "Judges": names(bench.people)}
	return flows.Say("apply.waiting_files", data, append(rows, flows.Row(goOn, flows.Menu()))...), nil
}

// drop takes a held file out on the word of whoever fills in the form: nothing of
// it is kept.
func drop(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	c, err := readHeld(tx, programme.FileID(p.Object))
	if err != nil {
		return flows.Reply{}, err
	}
	if !card.May(tx, programme.ActEditDraft, c.application.Application) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	toast := flows.Line{Text: "apply.held_over"}
	if c.Held() && c.application.State == programme.AppDraft {
		toast.Text = "apply.held_dropped"
		if err := takeOut(tx, c.draft, int64(c.ID)); err != nil {
			return flows.Reply{}, err
		}
		if err := purged(tx, &c.File.File); err != nil {
			return flows.Reply{}, err
		}
	}
	r, err := waiting(tx, flows.Press{Object: int64(c.application.ID)})
	r.Toast, r.Spent = &toast, card.FileObject(c.ID)+"/held"
	return r, err
}

func names(people []programme.Person) (list []string) {
	for _, p := range people {
		list = append(list, p.Name)
	}
	return list
}

// reopen opens the form of an application again.
func reopen(_ *store.Tx, p flows.Press) (flows.Reply, error) {
	return flows.Open(card.FormName, strconv.FormatInt(p.Object, 10)), nil
}
