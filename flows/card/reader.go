package card

import (
	"fmt"
	"slices"
	"strconv"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// A Reader shows the pages of applications for a feature; its fields are the
// feature's acts.
type Reader struct {
	Page    string // turns to the page of its argument, from 1
	Files   string // sends the files of the section of its argument
	Back    string // back to the card
	Protect bool   // pages and files may not be forwarded or saved
}

// Show is a page of what the application says. A number that has no page is the
// nearest one that has.
func (r Reader) Show(tx *store.Tx, a Application, arg string) (flows.Reply, error) {
	content, frozen, err := a.Content(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	pages := content.Pages()
	data := map[string]any{"Unit": a.Unit.Name, "Year": a.Round.Year, "State": "state." + string(a.State)}
	if frozen != nil {
		data["Number"], data["No"], data["Hash"] = content.Number, frozen.No, Short(frozen.Hash)
	}
	if len(pages) == 0 {
		return flows.Say("card.no_answers", data, r.back(a)), nil
	}
	n, _ := strconv.Atoi(arg)
	n = min(max(n, 1), len(pages))
	data["Page"], data["N"], data["Of"] = pages[n-1].data(), n, len(pages)
	reply := flows.Say("card.page", data, r.buttons(a, pages, n)...)
	reply.Protect = r.Protect
	return reply, nil
}

// data is the page as its text takes it.
func (p Page) data() map[string]any {
	var lines []map[string]any
	for _, a := range p.Answers {
		line := map[string]any{"Label": FormName + "." + a.Name + ".label", "Shown": a.Shown, "Block": a.block()}
		if a.Files != nil {
			line["Files"] = fileLines(a.Files)
		}
		lines = append(lines, line)
	}
	return map[string]any{"Section": FormName + ".section." + p.Section, "Part": p.Part, "Parts": p.Parts, "Lines": lines}
}

// block reports whether the answer takes lines of its own.
func (a Answer) block() bool {
	kind := a.Shown["Kind"]
	return a.Files != nil || kind == "unit_facts" || kind == "study_facts" || kind == "long_text"
}

func fileLines(files []Evidence) (lines []map[string]any) {
	for _, f := range files {
		lines = append(lines, map[string]any{"Name": f.Name, "Size": f.Size, "State": f.State})
	}
	return lines
}

func (r Reader) buttons(a Application, pages []Page, n int) (rows [][]flows.Button) {
	page := pages[n-1]
	if page.Files > 0 {
		data := map[string]any{"Files": page.Files}
		rows = append(rows, flows.Row(flows.Button{Text: "card.button.files", Data: data, Act: r.Files, Object: int64(a.ID), Arg: page.Section}))
	}
	var turn []flows.Button
	if n > 1 {
		turn = append(turn, r.turn(a, "card.button.before", n-1))
	}
	if n < len(pages) {
		turn = append(turn, r.turn(a, "card.button.after", n+1))
	}
	if turn != nil {
		rows = append(rows, turn)
	}
	rows = append(rows, r.sections(a, pages, page.Section)...)
	return append(rows, r.back(a))
}

func (r Reader) turn(a Application, text string, n int) flows.Button {
	return flows.Button{Text: text, Act: r.Page, Object: int64(a.ID), Arg: strconv.Itoa(n)}
}

// sections are buttons to the first page of every other section, three in a row.
func (r Reader) sections(a Application, pages []Page, here string) [][]flows.Button {
	var keys []flows.Button
	for i, p := range pages {
		if p.Part == 1 && p.Section != here {
			keys = append(keys, r.turn(a, "card.button.section."+p.Section, i+1))
		}
	}
	return slices.Collect(slices.Chunk(keys, 3))
}

func (r Reader) back(a Application) []flows.Button {
	return flows.Row(flows.Button{Text: "card.button.card", Act: r.Back, Object: int64(a.ID)}, flows.Menu())
}

// Send is the files of a section, to be sent to the actor beside the screen.
// Only what is stored can be sent. The same press gives the same keys.
func (r Reader) Send(tx *store.Tx, a Application, p flows.Press) (flows.Reply, error) {
	content, _, err := a.Content(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	i := slices.IndexFunc(content.Sections, func(s Section) bool { return s.Name == p.Arg })
	if i < 0 {
		return flows.Toast("card.no_files", nil), nil
	}
	var sent []flows.Sent
	for _, f := range content.Sections[i].Files() {
		if f.State == string(programme.FileStored) {
			key := fmt.Sprintf("%s/file-%d/person-%d/%d", a.Object(), f.ID, tx.Actor().ID, p.At.Unix())
			caption := map[string]any{"Unit": a.Unit.Name, "Name": f.Name, "Hash": Short(f.SHA256)}
			sent = append(sent, flows.Sent{Key: key, FileID: f.ID, Caption: "card.file", Data: caption, Protect: r.Protect})
		}
	}
	if sent == nil {
		return flows.Toast("card.no_files", nil), nil
	}
	reply := flows.Toast("card.files_sent", map[string]any{"Files": len(sent)})
	reply.Files = sent
	return reply, nil
}
