package proxy

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// perPage is how many units a page of the list has.
const perPage = 8

// mostArg is what a button that names a page has left for the text looked for.
const mostArg = flows.MaxData - len("a:proxy.list:0:0:")

// first is the first page of the units the actor may type for, or of those whose
// names have the text.
func first(tx *store.Tx, text string) (flows.Reply, error) { return list(tx, 1, text) }

// turn is the page that a button names, or the first one of what was typed.
func turn(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	page, text, _ := strings.Cut(p.Arg, "/")
	n, _ := strconv.Atoi(page)
	return list(tx, n, strings.TrimSpace(text))
}

// vacancy is the filter of the units the actor may type for, and the roles of which
// no message reaches anybody.
func vacancy(tx *store.Tx) (store.UnitFilter, []programme.Role) {
	hat := tx.Grant()
	if hat.Role == programme.RoleRecommender {
		return store.UnitFilter{BodyID: hat.BodyID}, []programme.Role{programme.RoleContact, programme.RoleDeputy, programme.RoleHead}
	}
	return store.UnitFilter{}, []programme.Role{programme.RoleContact}
}

// list shows a page. A page that is not there is the nearest one that is.
func list(tx *store.Tx, page int, text string) (flows.Reply, error) {
	round, open, err := card.OpenRound(tx)
	if err != nil || !open || !round.Accepts(tx.Now()) {
		return flows.Say("proxy.closed", flows.Ask(tx), flows.Row(flows.Menu())), err
	}
	f, roles := vacancy(tx)
	f.Text = text
	total, err := tx.CountVacantUnits(f, roles...)
	if err != nil {
		return flows.Reply{}, err
	}
	pages := max(1, (total+perPage-1)/perPage)
	page = min(max(page, 1), pages)
	f.Limit, f.Offset = perPage, (page-1)*perPage
	units, err := tx.VacantUnits(f, roles...)
	if err != nil {
		return flows.Reply{}, err
	}
	lines, rows, err := entries(tx, round, units, f.Offset)
	data := map[string]any{"Title": round.Title, "Total": total, "Text": text, "Page": page, "Pages": pages, "Lines": lines}
	r := flows.Say("proxy.units", data, append(append(rows, beside(page, pages, text)...), flows.Row(flows.Menu()))...)
	r.Find = &flows.Button{Act: "proxy.list", Arg: "1/"}
	return r, err
}

// entries are the units of a page with the state of their applications, and a
// button to each.
func entries(tx *store.Tx, round programme.Round, units []programme.Unit, before int) (lines []map[string]any, rows [][]flows.Button, err error) {
	for i, u := range units {
		a, found, err := newest(tx, round, u.ID)
		if err != nil {
			return nil, nil, err
		}
		line := map[string]any{"No": before + i + 1, "Unit": u.Name, "State": ""}
		if found {
			line["State"] = "state." + string(a.State)
		}
		lines = append(lines, line)
		rows = append(rows, flows.Row(flows.Button{Text: "proxy.button.unit", Data: line, Act: "proxy.unit", Object: int64(u.ID)}))
	}
	return lines, rows, nil
}

// newest is the unit's newest application in the round.
func newest(tx *store.Tx, round programme.Round, unit programme.UnitID) (a programme.Application, found bool, err error) {
	all, err := tx.Applications(store.ApplicationFilter{RoundID: round.ID, UnitID: unit})
	if err != nil || len(all) == 0 {
		return a, false, err
	}
	return all[len(all)-1], true, nil
}

func beside(page, pages int, text string) [][]flows.Button {
	to := func(label string, n int) flows.Button {
		return flows.Button{Text: label, Act: "proxy.list", Arg: short(strconv.Itoa(n) + "/" + text)}
	}
	var keys []flows.Button
	if page > 1 {
		keys = append(keys, to("card.button.before", page-1))
	}
	if page < pages {
		keys = append(keys, to("card.button.after", page+1))
	}
	return slices.DeleteFunc([][]flows.Button{keys}, func(row []flows.Button) bool { return len(row) == 0 })
}

// short leaves off what does not fit into a button: then a longer list comes, never
// a shorter one.
func short(arg string) string {
	most := 0
	for i, r := range arg {
		if i+utf8.RuneLen(r) > mostArg {
			break
		}
		most = i + utf8.RuneLen(r)
	}
	return arg[:most]
}
