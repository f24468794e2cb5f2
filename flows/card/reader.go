package card

import (
	"fmt"
	"slices"
	"strconv"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// A Reader shows what applications say, page by page, under the name of a
// feature, which has the acts page, files and card.
type Reader struct {
	Feature string
	Protect bool // pages and files may not be forwarded or saved
}

// Page is the act that shows the page a button names.
func (r Reader) Page(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	v, err := a.View(tx, p.Arg)
	reply := flows.Say(v.Text, v.Data, r.keys(a, v)...)
	reply.Protect = r.Protect
	return reply, err
}

// Files is the act that sends the stored files of a section to the actor, beside
// the screen. The same press sends them once.
func (r Reader) Files(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := Find(tx, programme.ActSeeFiles, p.Object)
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
			FileID: f.ID, Caption: "card.file", Protect: r.Protect,
			Data: map[string]any{"Unit": a.Unit.Name, "Name": f.Name, "Hash": Short(f.SHA256)},
		})
	}
	return reply, nil
}

// keys are the buttons under a page: its files, the pages beside it, the other
// sections, and the way back.
func (r Reader) keys(a Application, v View) (rows [][]flows.Button) {
	if v.Files > 0 {
		files := r.button(a, "card.button.files", "files", v.Section)
		files.Data = map[string]any{"Files": v.Files}
		rows = append(rows, flows.Row(files))
	}
	var beside, sections []flows.Button
	if v.N > 1 {
		beside = append(beside, r.turn(a, "card.button.before", v.N-1))
	}
	if v.N < v.Of {
		beside = append(beside, r.turn(a, "card.button.after", v.N+1))
	}
	if beside != nil {
		rows = append(rows, beside)
	}
	for _, s := range v.Starts {
		sections = append(sections, r.turn(a, "card.button.section."+s.Section, s.N))
	}
	rows = slices.AppendSeq(rows, slices.Chunk(sections, 3))
	return append(rows, flows.Row(r.button(a, "card.button.card", "card", ""), flows.Menu()))
}

func (r Reader) turn(a Application, text string, page int) flows.Button {
	return r.button(a, text, "page", strconv.Itoa(page))
}

func (r Reader) button(a Application, text, act, arg string) flows.Button {
	return flows.Button{Text: text, Act: r.Feature + "." + act, Object: int64(a.ID), Arg: arg}
}
