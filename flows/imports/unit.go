package imports

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// Bounds of a unit's fields, in characters.
const (
	leastUnitName = 2
	mostUnitName  = 80
	mostAddress   = 100
	mostName      = 40
	mostHeadcount = 1_000_000
)

// readUnit compares a line of a list of units with the register.
//
// Source: A5.
func readUnit(l *line) {
	u := l.unitCells()
	l.name = u.Name
	if u.Name == "" {
		return
	}
	before, known := l.units[u.Plain]
	l.once("twice_name", u.Plain)
	l.once("twice_code", u.CreditCode)
	if known && !l.mine(before) || l.elsewhere(u) {
		l.refuse("elsewhere", nil)
	}
	switch {
	case len(l.wrong) > 0:
	case known:
		l.updates(before, u)
	default:
		l.news(u)
	}
	if len(l.wrong) == 0 {
		l.nears.add(u.Plain, near{Unit: u, Line: l.row.No})
	}
}

// unitCells reads the cells; what a cell does not say is empty.
func (l *line) unitCells() (u programme.Unit) {
	u.Name = l.called("name", leastUnitName, mostUnitName)
	u.Plain = programme.PlainName(u.Name)
	before, known := l.units[u.Plain]
	u.Type = l.unitType()
	if u.Type == "" && !known && len(l.wrong) == 0 {
		l.bad("missing", "type", nil)
	}
	if area, said := l.areaOf("area"); said {
		u.AreaID = area.ID
	} else if l.own != 0 && l.cell("area") == "" && l.bodies[l.own].HasArea() {
		u.AreaID = l.own
	}
	if authority, said := l.body("authority"); said {
		u.AuthorityID = authority.ID
	}
	if city, said := l.yes("city"); said {
		u.CityLevel = city
	} else {
		u.CityLevel = before.CityLevel
	}
	if u.AreaID == 0 && !known && l.cell("area") == "" {
		l.bad("missing", "area", nil)
	}
	if u.CityLevel && l.own == 0 && u.AuthorityID == 0 && before.AuthorityID == 0 && l.cell("authority") == "" {
		l.bad("authority", "authority", nil)
	}
	l.ownDepartment(&u)
	u.CreditCode = l.creditCode()
	u.Address, u.Head = l.text("address", 0, mostAddress), l.called("head", 0, mostName)
	u.Headcount, _ = l.number("headcount", "人", mostHeadcount)
	return u
}

// ownDepartment gives the units a department lists to the department: they are
// its own, wherever they lie.
func (l *line) ownDepartment(u *programme.Unit) {
	if l.own != 0 && !l.bodies[l.own].HasArea() && l.cell("authority") == "" {
		u.AuthorityID, u.CityLevel = l.own, true
	}
}

// areaOf is the area a cell names. A department has none: its units lie somewhere
// too.
func (l *line) areaOf(key string) (b programme.Body, said bool) {
	b, said = l.body(key)
	if said && !b.HasArea() {
		l.bad("area", key, facts{"Text": b.Name})
		return b, false
	}
	return b, said
}

// elsewhere reports whether the line puts a unit where the sender has no say.
func (l *line) elsewhere(u programme.Unit) bool {
	return l.own != 0 && u.AreaID != 0 && u.RecommendedBy() != l.own
}

func (l *line) creditCode() string {
	s := l.cell("code")
	if s == "" {
		return ""
	}
	if strings.Contains(s, ".") && strings.Contains(strings.ToUpper(s), "E+") {
		l.bad("code_number", "code", nil)
		return ""
	}
	if n := len([]rune(programme.PlainName(s))); n != 18 {
		l.bad("code_length", "code", facts{"Text": s, "Has": n})
		return ""
	}
	code, err := programme.CreditCode(s)
	if err != nil {
		l.bad("code", "code", facts{"Text": s})
	}
	return code
}

// merge is the record a line makes of another: what the line does not say stays.
func merge(base, u programme.Unit) programme.Unit {
	if u.Type != "" {
		base.Type = u.Type
	}
	if u.AreaID != 0 {
		base.AreaID = u.AreaID
	}
	if u.AuthorityID != 0 {
		base.AuthorityID = u.AuthorityID
	}
	for _, f := range []struct{ to, from *string }{{&base.CreditCode, &u.CreditCode}, {&base.Address, &u.Address}, {&base.Head, &u.Head}} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
	if u.Headcount != 0 {
		base.Headcount = u.Headcount
	}
	base.CityLevel = u.CityLevel
	return base
}

// updates compares the line with the unit of that name.
func (l *line) updates(before, u programme.Unit) {
	after := merge(before, u)
	if after.Type != before.Type && l.busy[before.ID] {
		l.bad("type_applied", "type", nil)
		return
	}
	l.object, l.was, l.will = int64(before.ID), before, after
	l.changes = l.unitChanges(before, after)
}

// news makes a new unit, unless another may be meant: one with the same code, or
// of nearly the same name in the same place with no code that says otherwise.
func (l *line) news(u programme.Unit) {
	l.will = u
	if id, taken := l.codes[u.CreditCode]; taken && u.CreditCode != "" {
		other := l.byID[id]
		if !l.mine(other) {
			l.refuse("elsewhere", nil)
			return
		}
		renamed := merge(other, u)
		renamed.Name, renamed.Plain = u.Name, u.Plain
		l.mayBe(other, renamed, "code")
		return
	}
	n, found := l.nears.find(u.Plain, func(n near) bool {
		return n.Unit.AreaID == u.AreaID && n.Unit.Type == u.Type && (n.Unit.CreditCode == "" || u.CreditCode == "")
	})
	switch {
	case found && n.Line != 0:
		l.twin = &twin{Name: fmt.Sprintf("%s（%d）", n.Unit.Name, n.Line), Same: "line"}
	case found:
		l.mayBe(n.Unit, merge(n.Unit, u), "name")
	}
}

func (l *line) mayBe(other, after programme.Unit, same string) {
	l.twin = &twin{Object: int64(other.ID), Name: other.Name, Same: same, Changes: l.unitChanges(other, after)}
	l.twin.Was, _ = json.Marshal(other) // structs of ours can be written
	l.twin.Will, _ = json.Marshal(after)
}

func (l *line) unitChanges(a, b programme.Unit) (list []flows.Line) {
	l.changed(&list, "name", a.Name, b.Name)
	l.changed(&list, "type", l.typeName(a.Type), l.typeName(b.Type))
	l.changed(&list, "area", l.bodies[a.AreaID].Name, l.bodies[b.AreaID].Name)
	l.changed(&list, "authority", l.bodies[a.AuthorityID].Name, l.bodies[b.AuthorityID].Name)
	l.changed(&list, "city", yesNo(a.CityLevel), yesNo(b.CityLevel))
	l.changed(&list, "code", a.CreditCode, b.CreditCode)
	l.changed(&list, "address", a.Address, b.Address)
	l.changed(&list, "head", a.Head, b.Head)
	l.changed(&list, "headcount", figure(a.Headcount), figure(b.Headcount))
	return list
}

func yesNo(yes bool) string {
	if yes {
		return "是"
	}
	return "否"
}

func figure(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// saveUnit makes the unit of a line, or changes it if it is still what the line
// was compared with.
func saveUnit(tx *store.Tx, i programme.Import, row programme.ImportLine) error {
	var u programme.Unit
	if err := json.Unmarshal(row.Will, &u); err != nil {
		return err
	}
	if row.Object == 0 {
		if err := tx.AddUnit(&u); err != nil {
			return err
		}
		return journal(tx, i, row, fmt.Sprintf("unit/%d", u.ID))
	}
	now, err := tx.Unit(programme.UnitID(row.Object))
	if err == nil {
		err = unchanged(now, row.Was)
	}
	if err == nil {
		err = tx.PutUnit(&u)
	}
	if err != nil {
		return err
	}
	return journal(tx, i, row, fmt.Sprintf("unit/%d", u.ID))
}
