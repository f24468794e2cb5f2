package people

import (
	"strconv"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// aPage is how many units or bodies a page lists.
const aPage = 8

// people shows those the actor looks after: the own unit's, the units of the
// own body, or for the office where to look.
func people(tx *store.Tx, _ string) (flows.Reply, error) {
	switch hat := tx.Grant(); {
	case hat.Role.OfUnit():
		return placeScreen(tx, place{unit: hat.UnitID})
	case hat.Role == programme.RoleRecommender:
		return unitsPage(tx, flows.Press{})
	}
	return flows.Say("people.office", nil,
		flows.Row(flows.Button{Text: "people.button.units", Act: "people.units"}),
		flows.Row(flows.Button{Text: "people.button.bodies", Act: "people.bodies"}),
		flows.Row(flows.Button{Text: "people.button.city", Act: "people.at", Arg: place{}.String()}),
		flows.Row(flows.Button{Text: "people.button.bulk", Act: "people.bulk"}),
		flows.Row(flows.Menu()),
	), nil
}

// unitsPage lists the units the actor looks after. Source: A5, A7.
func unitsPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	units, from, err := ownUnits(tx, p, aPage+1)
	if err != nil {
		return flows.Reply{}, err
	}
	list := listing{text: "people.units", act: "people.units", from: from}
	for _, u := range units {
		if err := list.add(tx, u.Name, place{unit: u.ID}); err != nil {
			return flows.Reply{}, err
		}
	}
	list.rows = append(list.rows,
		flows.Row(flows.Button{Text: "people.button.vacant", Act: "people.vacant"}),
		flows.Row(flows.Button{Text: "people.button.bulk", Act: "people.bulk", Arg: "units/1"}))
	return list.reply(), nil
}

// vacantPage lists those units that have no contact: whoever looks after them
// calls by telephone. Source: A7.
func vacantPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	units, from, err := ownUnits(tx, p, 0)
	if err != nil {
		return flows.Reply{}, err
	}
	list, vacant := listing{text: "people.vacant", act: "people.vacant", from: from}, 0
	for _, u := range units {
		contacts, err := tx.Holders(programme.RoleContact, u.ID, 0)
		if err != nil {
			return flows.Reply{}, err
		}
		if len(contacts) > 0 {
			continue
		}
		if vacant++; vacant <= from {
			continue
		}
		if err := list.add(tx, u.Name, place{unit: u.ID}); err != nil || list.more {
			return list.reply(), err
		}
	}
	return list.reply(), nil
}

// ownUnits reads the units the actor looks after: from where a page begins, or
// all of them if limit is 0. It returns where the page begins.
func ownUnits(tx *store.Tx, p flows.Press, limit int) ([]programme.Unit, int, error) {
	hat := tx.Grant()
	if hat.Role != programme.RoleOffice && hat.Role != programme.RoleRecommender {
		return nil, 0, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	from := offset(p.Arg)
	units, err := tx.Units(store.UnitFilter{BodyID: hat.BodyID, Limit: limit, Offset: from})
	return units, from, err
}

// bodiesPage lists the recommending bodies. Source: S0.1.
func bodiesPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	bodies, err := tx.Bodies()
	if err != nil {
		return flows.Reply{}, err
	}
	list := listing{text: "people.bodies", act: "people.bodies", from: offset(p.Arg)}
	for _, b := range bodies[min(list.from, len(bodies)):min(list.from+aPage+1, len(bodies))] {
		if err := list.add(tx, b.Name, place{body: b.ID}); err != nil {
			return flows.Reply{}, err
		}
	}
	return list.reply(), nil
}

// offset reads where a page begins; what is no such number is the first page.
func offset(arg string) int {
	n, err := strconv.Atoi(arg)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// A listing is one page of places, one button each.
type listing struct {
	text, act string
	from      int
	lines     []map[string]any
	rows      [][]flows.Button
	more      bool
}

// add lists a place and says whether somebody is there to be written to. One
// more than fits says that there is another page.
func (l *listing) add(tx *store.Tx, name string, at place) error {
	if l.more = len(l.lines) == aPage; l.more {
		return nil
	}
	manned, err := at.manned(tx)
	if err != nil {
		return err
	}
	line := map[string]any{"No": l.from + len(l.lines) + 1, "Name": name, "Manned": manned}
	l.lines = append(l.lines, line)
	l.rows = append(l.rows, flows.Row(flows.Button{Text: "people.button.place", Data: line, Act: "people.at", Arg: at.String()}))
	return nil
}

func (l *listing) reply() flows.Reply {
	var turn []flows.Button
	if l.from > 0 {
		turn = append(turn, flows.Button{Text: "people.button.before", Act: l.act, Arg: strconv.Itoa(max(0, l.from-aPage))})
	}
	if l.more {
		turn = append(turn, flows.Button{Text: "people.button.after", Act: l.act, Arg: strconv.Itoa(l.from + aPage)})
	}
	if turn != nil {
		l.rows = append(l.rows, turn)
	}
	return flows.Say(l.text, map[string]any{"Lines": l.lines}, append(l.rows, flows.Row(flows.Menu()))...)
}
