package desk

import (
	"slices"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// perPage is how many applications a page of the list has.
const perPage = 8

// first is the first page of everything.
func first(tx *store.Tx, _ string) (flows.Reply, error) { return list(tx, nil, 1) }

// turn is the page that a button names: a stage, or nothing for all, and a page.
func turn(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	name, page, _ := strings.Cut(p.Arg, "/")
	n, _ := strconv.Atoi(page)
	return list(tx, stageNamed(name), n)
}

// mine is the filter of what the actor may see at all.
func mine(tx *store.Tx, round programme.RoundID) store.ApplicationFilter {
	f := store.ApplicationFilter{RoundID: round}
	if tx.Grant().Role == programme.RoleRecommender {
		f.BodyID = tx.Grant().BodyID
	}
	return f
}

// list shows counts by stage and one page of the applications at a stage, nil for
// all. A page that is not there is the nearest one that is.
//
// Source: D1.
func list(tx *store.Tx, at stage, page int) (flows.Reply, error) {
	round, open, err := card.OpenRound(tx)
	if err != nil || !open {
		return flows.Say("desk.no_round", nil, flows.Row(flows.Menu())), err
	}
	f := mine(tx, round.ID)
	counts, err := tx.CountApplications(f)
	if err != nil {
		return flows.Reply{}, err
	}
	total, shown := sum(counts), sum(counts)
	if at != nil {
		f.States, shown = at, at.count(counts)
	}
	pages := max(1, (shown+perPage-1)/perPage)
	page = min(max(page, 1), pages)
	f.Limit, f.Offset = perPage, (page-1)*perPage
	rows, err := tx.Applications(f)
	if err != nil {
		return flows.Reply{}, err
	}
	lines, keys, err := entries(tx, rows, f.Offset)
	if err != nil {
		return flows.Reply{}, err
	}
	data := map[string]any{
		"Title": round.Title, "Counts": counted(counts), "Total": total, "Shown": shown,
		"Lines": lines, "Page": page, "Pages": pages, "Body": "",
	}
	if f.BodyID != 0 {
		if data["Body"], err = bodyName(tx, f.BodyID); err != nil {
			return flows.Reply{}, err
		}
	}
	if at != nil {
		data["State"] = at.name()
	}
	keys = append(keys, paging(at, page, pages)...)
	keys = append(keys, filters(counts, at)...)
	return flows.Say("desk.list", data, append(keys, flows.Row(flows.Menu()))...), nil
}

func bodyName(tx *store.Tx, id programme.BodyID) (string, error) {
	b, err := tx.Body(id)
	return b.Name, err
}

func sum(counts map[programme.ApplicationState]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

// counted lists the stages that somebody is at, with their number.
func counted(counts map[programme.ApplicationState]int) (lines []map[string]any) {
	for _, s := range stages {
		if n := s.count(counts); n > 0 {
			lines = append(lines, map[string]any{"State": s.name(), "Count": n})
		}
	}
	return lines
}

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

// entry is one application in a line: of a draft name, state and completeness.
func entry(tx *store.Tx, a card.Application) (map[string]any, error) {
	line := map[string]any{"Unit": a.Unit.Name, "State": string(a.State), "Number": a.Number}
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

func paging(at stage, page, pages int) [][]flows.Button {
	var turn []flows.Button
	if page > 1 {
		turn = append(turn, to(at, page-1, "card.button.before", nil))
	}
	if page < pages {
		turn = append(turn, to(at, page+1, "card.button.after", nil))
	}
	if turn == nil {
		return nil
	}
	return [][]flows.Button{turn}
}

// filters are a button for each stage that somebody is at, and one for all.
func filters(counts map[programme.ApplicationState]int, at stage) [][]flows.Button {
	var keys []flows.Button
	for _, s := range stages {
		if n := s.count(counts); n > 0 && s.name() != at.name() {
			keys = append(keys, to(s, 1, "desk.button.state", map[string]any{"State": s.name(), "Count": n}))
		}
	}
	switch {
	case at != nil:
		keys = append([]flows.Button{to(nil, 1, "desk.button.all", map[string]any{"Count": sum(counts)})}, keys...)
	case len(keys) < 2:
		return nil
	}
	return slices.Collect(slices.Chunk(keys, 2))
}

func to(at stage, page int, text string, data any) flows.Button {
	return flows.Button{Text: text, Data: data, Act: "desk.list", Arg: at.name() + "/" + strconv.Itoa(page)}
}
