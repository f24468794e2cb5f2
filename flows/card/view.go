package card

import (
	"cmp"
	"strconv"

	"luling/store"
	"luling/store/programme"
)

// A View is one page of what an application says, ready for its text, with what
// a feature needs to know to put buttons under it.
type View struct {
	Text    string // name of the text
	Data    map[string]any
	Section string // "" if the application says nothing yet
	Files   int    // of the whole section
	N, Of   int    // number of the page, from 1, and of all pages
	Starts  []Start
}

// A Start is the first page of another section.
type Start struct {
	Section string
	N       int
}

// View is a page of what the application says. A number that is none, or has no
// page, is the nearest one that has.
func (a Application) View(tx *store.Tx, number string) (View, error) {
	content, frozen, err := a.Content(tx)
	if err != nil {
		return View{}, err
	}
	data := map[string]any{"Unit": a.Unit.Name, "Year": a.Round.Year, "State": "state." + string(a.State)}
	if frozen != nil {
		data["Number"], data["No"], data["Hash"] = content.Number, frozen.No, Short(frozen.Hash)
	}
	if t := content.Typed; t != nil {
		data["Proxy"] = map[string]any{"By": t.By, "Of": t.Of}
	}
	pages := content.For(tx.Grant().Role).Pages()
	if len(pages) == 0 {
		return View{Text: "card.no_answers", Data: data}, nil
	}
	n, _ := strconv.Atoi(number)
	n = min(max(n, 1), len(pages))
	page := pages[n-1]
	data["Page"], data["N"], data["Of"] = page.data(tx.Programme()), n, len(pages)
	return View{"card.page", data, page.Section, page.Files, n, len(pages), starts(pages, page.Section)}, nil
}

func starts(pages []Page, here string) (list []Start) {
	for i, p := range pages {
		if p.Part == 1 && p.Section != here {
			list = append(list, Start{p.Section, i + 1})
		}
	}
	return list
}

// data is the page as its text takes it.
func (p Page) data(rules *programme.Programme) map[string]any {
	return map[string]any{
		"Section": FormName + ".section." + p.Section, "About": sectionFacts(rules, p.Section),
		"Part": p.Part, "Parts": p.Parts, "Lines": lines(p.Answers),
	}
}

func lines(answers []Answer) (lines []map[string]any) {
	for _, a := range answers {
		line := map[string]any{"Label": FormName + "." + cmp.Or(a.Text, a.Name) + ".label", "About": a.About, "Shown": a.Shown, "Block": a.block(), "Private": a.Private}
		if a.Files != nil {
			line["Files"] = fileLines(a.Files)
		}
		if a.Shown["Kind"] == kindTable {
			line["Rows"] = a.rows()
		}
		lines = append(lines, line)
	}
	return lines
}

// rows are the entries with their place, or of a table of years with the year.
func (a Answer) rows() []map[string]any {
	rows := []map[string]any{}
	for i, e := range a.Entries {
		rows = append(rows, map[string]any{"No": a.First + i + 1, "Year": tableYear(a.Name, e.ID), "Answers": lines(e.Answers)})
	}
	return rows
}

// tableYear is the year of a row of a table of years, else 0.
func tableYear(table, id string) int {
	if table != "fund" && table != "talents" {
		return 0
	}
	year, _ := strconv.Atoi(id)
	return year
}

// block reports whether the answer takes lines of its own.
func (a Answer) block() bool {
	kind := a.Shown["Kind"]
	return a.Files != nil || kind == "unit_facts" || kind == "study_facts" || kind == "long_text" || kind == kindTable
}

func fileLines(files []Evidence) (lines []map[string]any) {
	for _, f := range files {
		lines = append(lines, map[string]any{"Name": f.Name, "Size": f.Size, "State": f.State})
	}
	return lines
}

// Stored lists the files of a section whose content is with us. A section that is
// not there has none.
func (a Application) Stored(tx *store.Tx, section string) (list []Evidence, err error) {
	content, _, err := a.Content(tx)
	for _, s := range content.For(tx.Grant().Role).Sections {
		if s.Name != section {
			continue
		}
		for _, f := range s.Files() {
			if f.State == string(programme.FileStored) {
				list = append(list, f)
			}
		}
	}
	return list, err
}
