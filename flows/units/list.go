package units

import (
	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// first is the first page; the command's argument is looked for in the names.
func first(tx *store.Tx, sought string) (flows.Reply, error) {
	return list(tx, flows.Press{Arg: "1/" + sought})
}

// list shows a page of the units the actor keeps, by name. Source: A5.
func list(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	at, f := readSight(p.Arg), own(tx)
	f.Text = at.sought
	total, err := tx.CountUnits(f)
	if err != nil {
		return flows.Reply{}, err
	}
	pages := at.within(total)
	f.Limit, f.Offset = aPage, (at.page-1)*aPage
	units, err := tx.Units(f)
	if err != nil {
		return flows.Reply{}, err
	}
	var lines []map[string]any
	var rows [][]flows.Button
	for i, u := range units {
		line, err := entry(tx, u, f.Offset+i+1)
		if err != nil {
			return flows.Reply{}, err
		}
		lines = append(lines, line)
		rows = append(rows, flows.Row(flows.Button{Text: "units.button.open", Data: line, Act: "units.card", Object: int64(u.ID)}))
	}
	rows = append(rows, at.turn("units.list", pages)...)
	rows = append(rows, flows.Row(flows.Button{Text: "units.button.add", Act: "units.add", Style: "primary"}))
	if tx.Grant().Role == programme.RoleOffice {
		rows = append(rows, flows.Row(flows.Button{Text: "units.button.bodies", Act: "units.bodies"}))
	}
	data := map[string]any{"Lines": lines, "Total": total, "Sought": at.sought, "Page": at.page, "Pages": pages}
	r := flows.Say("units.list", data, append(rows, flows.Row(flows.Menu()))...)
	r.Find = find("units.list")
	return r, nil
}

// entry is a line of the list: the unit, its type, and whether it has a contact.
func entry(tx *store.Tx, u programme.Unit, no int) (map[string]any, error) {
	contacts, err := tx.Holders(programme.RoleContact, u.ID, 0)
	return map[string]any{"No": no, "Name": u.Name, "Type": typeName(tx, u.Type), "Manned": len(contacts) > 0}, err
}

// typeName is the programme's name for a type of unit; one that the programme no
// longer lists is shown as it is stored.
func typeName(tx *store.Tx, id programme.UnitType) programme.Words {
	if t, ok := tx.Programme().UnitType(id); ok {
		return t.Name
	}
	return programme.Words{Zh: string(id), En: string(id)}
}
