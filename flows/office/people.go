package office

import (
	"errors"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// blockedPage lists who is shut out, since when and why.
//
// Source: M9.
func blockedPage(tx *store.Tx, arg string) (flows.Reply, error) {
	if err := may(tx, programme.ActBlock); err != nil {
		return flows.Reply{}, err
	}
	all, err := tx.People(store.PeopleFilter{Blocked: true})
	if err != nil {
		return flows.Reply{}, err
	}
	at := paged(arg, len(all))
	var lines []map[string]any
	var rows [][]flows.Button
	for i, p := range all[at.offset():min(at.offset()+perPage, len(all))] {
		line, err := shutOut(tx, p)
		if err != nil {
			return flows.Reply{}, err
		}
		line["No"] = at.offset() + i + 1
		lines = append(lines, line)
		rows = append(rows, flows.Row(flows.Button{Text: "office.button.person", Data: line, Act: "office.person", Object: int64(p.ID)}))
	}
	rows = append(rows, at.keys(func(page string) flows.Button { return flows.Button{Act: "/block", Arg: page} })...)
	pick := flows.Button{Text: "office.button.pick", Act: "office.people", Arg: "1/"}
	data := map[string]any{"Lines": lines, "Total": len(all), "Page": at.n, "Pages": at.of}
	return flows.Say("office.blocked", data, append(rows, flows.Row(pick), flows.Row(flows.Menu()))...), nil
}

// shutOut is a person with when, by whom and why he was shut out.
func shutOut(tx *store.Tx, p programme.Person) (map[string]any, error) {
	line, err := reachable(tx, p.ID)
	if err != nil || p.BlockedAt == nil {
		return line, err
	}
	e, err := tx.LastEntry(store.PersonObject(p.ID), "block")
	if errors.Is(err, store.ErrNotFound) {
		return line, nil
	}
	if err != nil {
		return line, err
	}
	by, err := tx.Person(e.Actor)
	line["By"], line["At"], line["Reason"] = by.Name, e.At, e.Reason
	return line, err
}

// mostText bounds, in bytes, what a button that names a page keeps of a typed name.
const mostText = flows.MaxData - len("a:office.people:0:0:999/")

// peoplePage lists the people whose names have the text, to choose one.
func peoplePage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	if err := may(tx, programme.ActBlock); err != nil {
		return flows.Reply{}, err
	}
	page, text, _ := strings.Cut(p.Arg, "/")
	text = cut(strings.TrimSpace(text))
	total, err := tx.CountPeople(store.PeopleFilter{Text: text})
	if err != nil {
		return flows.Reply{}, err
	}
	at := paged(page, total)
	found, err := tx.People(store.PeopleFilter{Text: text, Limit: perPage, Offset: at.offset()})
	if err != nil {
		return flows.Reply{}, err
	}
	var lines []map[string]any
	var rows [][]flows.Button
	for i, who := range found {
		line, err := reachable(tx, who.ID)
		if err != nil {
			return flows.Reply{}, err
		}
		line["No"] = at.offset() + i + 1
		lines = append(lines, line)
		rows = append(rows, flows.Row(flows.Button{Text: "office.button.person", Data: line, Act: "office.person", Object: int64(who.ID)}))
	}
	rows = append(rows, at.keys(func(page string) flows.Button { return flows.Button{Act: "office.people", Arg: page + "/" + text} })...)
	data := map[string]any{"Lines": lines, "Text": text, "Total": total, "Page": at.n, "Pages": at.of}
	r := flows.Say("office.people", data, append(rows, flows.Row(flows.Button{Text: "office.button.list", Act: "/block"}, flows.Menu()))...)
	r.Find = &flows.Button{Act: "office.people", Arg: "1/"}
	return r, nil
}

// cut keeps of a text what fits into a button.
func cut(text string) (kept string) {
	for _, r := range text {
		if len(kept)+len(string(r)) > mostText {
			break
		}
		kept += string(r)
	}
	return kept
}

// personPage shows a person, with the button that shuts him out or lets him in.
func personPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	who, err := tx.Person(programme.PersonID(p.Object))
	if err != nil || may(tx, programme.ActBlock) != nil {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	data, err := shutOut(tx, who)
	if err != nil {
		return flows.Reply{}, err
	}
	own, err := ofOffice(tx, who.ID)
	data["Office"] = own
	var rows [][]flows.Button
	switch {
	case who.BlockedAt != nil:
		rows = append(rows, flows.Row(flows.Button{Text: "office.button.unblock", Act: "office.unblock", Object: p.Object, Style: "primary"}))
	case !own:
		rows = append(rows, flows.Row(flows.Button{Text: "office.button.block", Act: "office.block", Object: p.Object, Style: "danger"}))
	}
	list := flows.Button{Text: "office.button.list", Act: "/block"}
	return flows.Say("office.person", data, append(rows, flows.Row(list, flows.Menu()))...), err
}
