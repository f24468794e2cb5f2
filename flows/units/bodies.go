package units

import (
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// firstBodies is the first page of the bodies; the command's argument is looked for.
func firstBodies(tx *store.Tx, sought string) (flows.Reply, error) {
	return bodies(tx, flows.Press{Arg: "1/" + sought})
}

// bodies shows a page of the recommending bodies, in the order of the programme
// file; closed ones come last. Source: A4, S0.1.
func bodies(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	at := readSight(p.Arg)
	all, err := sought(tx, at.sought)
	if err != nil {
		return flows.Reply{}, err
	}
	pages := at.within(len(all))
	from := (at.page - 1) * aPage
	var lines []map[string]any
	var rows [][]flows.Button
	for i, b := range all[from:min(from+aPage, len(all))] {
		held, err := tx.Holders(programme.RoleRecommender, 0, b.ID)
		if err != nil {
			return flows.Reply{}, err
		}
		line := map[string]any{"No": from + i + 1, "Name": b.Name, "Open": b.Open(), "Manned": len(held) > 0}
		lines = append(lines, line)
		rows = append(rows, flows.Row(flows.Button{Text: "units.button.open", Data: line, Act: "units.body", Object: int64(b.ID)}))
	}
	rows = append(rows, at.turn("units.bodies", pages)...)
	rows = append(rows,
		flows.Row(flows.Button{Text: "units.button.body_add", Act: "units.body_add", Style: "primary"}),
		flows.Row(flows.Button{Text: "units.button.list", Act: "/units"}, flows.Menu()))
	r := flows.Say("units.bodies", map[string]any{
		"Lines": lines, "Total": len(all), "Sought": at.sought, "Page": at.page, "Pages": pages,
	}, rows...)
	r.Find = find("units.bodies")
	return r, nil
}

// sought are the bodies whose name or area has the words, open ones first.
func sought(tx *store.Tx, words string) (open []programme.Body, err error) {
	all, err := tx.Bodies()
	var closed []programme.Body
	for _, b := range all {
		switch {
		case !strings.Contains(programme.PlainName(b.Name+b.Area), programme.PlainName(words)):
		case b.Open():
			open = append(open, b)
		default:
			closed = append(closed, b)
		}
	}
	return append(open, closed...), err
}

// bodyPage shows what is known of a body. Source: A4, A13.
func bodyPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	b, err := bodyAt(tx, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	return bodyCard(tx, b, "")
}

// bodyCard is the card; done names what has just happened, "" for nothing.
func bodyCard(tx *store.Tx, b programme.Body, done string) (flows.Reply, error) {
	data := map[string]any{
		"Name": b.Name, "Area": b.Area, "Short": b.Short, "Type": string(b.Type), "Quota": b.Quota, "Phone": b.Phone,
		"Closed": b.ClosedAt, "Done": done,
	}
	var err error
	if data["Parent"], err = bodyName(tx, b.ParentID); err != nil {
		return flows.Reply{}, err
	}
	if data["Successor"], err = bodyName(tx, b.SuccessorID); err != nil {
		return flows.Reply{}, err
	}
	held, err := tx.Holders(programme.RoleRecommender, 0, b.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	var people []string
	for _, who := range held {
		people = append(people, who.Name)
	}
	data["People"] = people
	if data["Units"], err = tx.CountUnits(store.UnitFilter{BodyID: b.ID}); err != nil {
		return flows.Reply{}, err
	}
	return flows.Say("units.body_card", data, bodyKeys(b)...), nil
}

func bodyKeys(b programme.Body) (rows [][]flows.Button) {
	back := flows.Row(flows.Button{Text: "units.button.bodies", Act: "/bodies"}, flows.Menu())
	if !b.Open() {
		return [][]flows.Button{back}
	}
	for i, field := range []string{"short", "quota", "phone", "parent"} {
		if i%2 == 0 {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], flows.Button{
			Text: "units.button.change", Data: map[string]any{"Label": "units.body." + field + ".label"},
			Act: "units.body_change", Object: int64(b.ID), Arg: field,
		})
	}
	return append(rows,
		flows.Row(flows.Button{Text: "units.button.end", Act: "units.end", Object: int64(b.ID)}),
		flows.Row(flows.Button{Text: "units.button.people", Act: "people.at", Arg: "body/" + number(b.ID)}),
		back)
}
