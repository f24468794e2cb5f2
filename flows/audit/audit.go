// Package audit shows what was done to an application, by whom and when, as the
// journal has it: a unit its own, a recommending body its area's, the office and
// the observer everything, a contact what he did himself.
//
// It promises that a step whose outcome its reader may not know yet is not in
// it, not even as a number. It will not show what was answered or scored.
//
// Source: M2; section 7.
package audit

import (
	"errors"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// aPage is how many entries one page shows.
const aPage = 8

// Feature is the record of an application. Source: M2.
var Feature = flows.Feature{
	Name:     "audit",
	Commands: []flows.Command{{Name: "audit", Also: []string{"审计", "办理记录"}, Who: readers, Run: byNumber}},
	Acts:     map[string]flows.Act{"page": {Who: readers, Run: page}},
}

var readers = []programme.Role{
	programme.RoleContact, programme.RoleDeputy, programme.RoleHead,
	programme.RoleRecommender, programme.RoleOffice, programme.RoleSupervisor,
}

// byNumber shows the record of the application with a number, or of the unit's
// own newest one.
func byNumber(tx *store.Tx, number string) (flows.Reply, error) {
	if number == "" && !tx.Grant().Role.OfUnit() {
		return flows.Say("audit.how", nil, flows.Row(flows.Menu())), nil
	}
	a, err := find(tx, strings.TrimSpace(number))
	if errors.Is(err, store.ErrNotFound) {
		return flows.Reply{}, flows.Refuse("audit.no_number", map[string]any{"Number": number})
	}
	if err != nil {
		return flows.Reply{}, err
	}
	return show(tx, a, 0)
}

// find is the newest application whose number or unit has the words
// among those he may read; one he may not read is as good as none.
func find(tx *store.Tx, number string) (found card.Application, err error) {
	all, err := tx.Applications(store.ApplicationFilter{UnitID: tx.Grant().UnitID, Text: number})
	if err != nil {
		return found, err
	}
	for i := len(all) - 1; i >= 0; i-- {
		if card.May(tx, programme.ActSeeName, all[i]) {
			return card.With(tx, all[i])
		}
	}
	return found, store.ErrNotFound
}

func page(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeName, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	n, err := strconv.Atoi(p.Arg)
	if err != nil {
		return flows.Toast("toast.stale", nil), nil
	}
	return show(tx, a, n)
}

// show shows a page, counted from 0, of the newest entries first. A page that is
// not there is the nearest one that is.
func show(tx *store.Tx, a card.Application, n int) (flows.Reply, error) {
	done, err := a.Record(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	pages := max(1, (len(done)+aPage-1)/aPage)
	n = min(max(n, 0), pages-1)
	data := map[string]any{
		"Unit": a.Unit.Name, "Year": a.Round.Year, "Number": a.Number, "Count": len(done), "Page": n + 1, "Pages": pages,
		"Lines": done[min(n*aPage, len(done)):min((n+1)*aPage, len(done))],
	}
	return flows.Say("audit.record", data, append(turning(a, n, pages), flows.Row(flows.Menu()))...), nil
}

// turning are the buttons to newer and older entries.
func turning(a card.Application, n, pages int) (rows [][]flows.Button) {
	var row []flows.Button
	if n > 0 {
		row = append(row, flows.Button{Text: "audit.button.newer", Act: "audit.page", Object: int64(a.ID), Arg: strconv.Itoa(n - 1)})
	}
	if n < pages-1 {
		row = append(row, flows.Button{Text: "audit.button.older", Act: "audit.page", Object: int64(a.ID), Arg: strconv.Itoa(n + 1)})
	}
	if row == nil {
		return nil
	}
	return [][]flows.Button{row}
}
