package apply

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// find is the application of a button, if the actor may do the act on it.
func find(tx *store.Tx, act programme.Act, id int64) (card.Application, error) {
	a, err := card.For(tx, act, programme.ApplicationID(id))
	if errors.Is(err, card.ErrNotYours) {
		return a, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return a, err
}

// showPage shows the page that the button names.
func showPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	v, err := a.View(tx, p.Arg)
	return flows.Say(v.Text, v.Data, pageKeys(a, v)...), err
}

// pageKeys are the buttons under a page: its files, the pages beside it, the
// other sections, and the way back.
func pageKeys(a card.Application, v card.View) (rows [][]flows.Button) {
	if v.Files > 0 {
		data := map[string]any{"Files": v.Files}
		rows = append(rows, flows.Row(flows.Button{Text: "card.button.files", Data: data, Act: "apply.files", Object: int64(a.ID), Arg: v.Section}))
	}
	var beside, sections []flows.Button
	if v.N > 1 {
		beside = append(beside, pageKey(a, "card.button.before", v.N-1))
	}
	if v.N < v.Of {
		beside = append(beside, pageKey(a, "card.button.after", v.N+1))
	}
	if beside != nil {
		rows = append(rows, beside)
	}
	for _, s := range v.Starts {
		sections = append(sections, pageKey(a, "card.button.section."+s.Section, s.N))
	}
	rows = slices.AppendSeq(rows, slices.Chunk(sections, 3))
	return append(rows, flows.Row(flows.Button{Text: "card.button.card", Act: "apply.card", Object: int64(a.ID)}, flows.Menu()))
}

func pageKey(a card.Application, text string, n int) flows.Button {
	return flows.Button{Text: text, Act: "apply.page", Object: int64(a.ID), Arg: strconv.Itoa(n)}
}

// sendFiles sends the stored files of a section to the actor, beside the screen.
// The same press sends them once.
func sendFiles(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := find(tx, programme.ActSeeFiles, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	files, err := a.Stored(tx, p.Arg)
	if err != nil || len(files) == 0 {
		return flows.Toast("card.no_files", nil), err
	}
	reply := flows.Toast("card.files_sent", map[string]any{"Files": len(files)})
	for _, f := range files {
		reply.Files = append(reply.Files, flows.Sent{
			Key:    fmt.Sprintf("%s/file-%d/person-%d/%d", a.Object(), f.ID, tx.Actor().ID, p.At.Unix()),
			FileID: f.ID, Caption: "card.file",
			Data: map[string]any{"Unit": a.Unit.Name, "Name": f.Name, "Hash": card.Short(f.SHA256)},
		})
	}
	return reply, nil
}
