package imports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

const (
	mostQuota = 20 // of section 2
	mostShort = 8
	mostCode  = 40
)

// bodyTypes are what lists call the kinds of recommending body.
var bodyTypes = map[string]programme.BodyType{
	"县区": programme.BodyCounty, "县市区": programme.BodyCounty, "县(市、区)": programme.BodyCounty, "县": programme.BodyCounty, "市": programme.BodyCounty, "区": programme.BodyCounty, "county": programme.BodyCounty,
	"功能区": programme.BodyZone, "开发区": programme.BodyZone, "新区": programme.BodyZone, "园区": programme.BodyZone, "zone": programme.BodyZone,
	"市直": programme.BodyDepartment, "市直部门": programme.BodyDepartment, "市直单位": programme.BodyDepartment, "部门": programme.BodyDepartment, "主管部门": programme.BodyDepartment, "department": programme.BodyDepartment,
}

// readBody compares a line of a list of recommending bodies with the records.
//
// Source: A4, S0.1.
func readBody(l *line) {
	name, code := l.called("name", leastUnitName, mostUnitName), l.text("bodycode", 0, mostCode)
	l.name = name
	before, known := l.bodyCalled(name, code)
	b := before
	b.Name = name
	if t, ok := bodyTypes[programme.PlainName(l.cell("bodykind"))]; ok {
		b.Type = t
	} else if s := l.cell("bodykind"); s != "" {
		l.bad("bodykind", "bodykind", facts{"Text": s})
	} else if !known {
		l.bad("missing", "bodykind", nil)
	}
	l.bodyQuota(&b, known)
	l.bodyNaming(&b)
	if phone := l.phone("phone"); phone != "" {
		b.Phone = phone
	}
	if parent, said := l.body("parent"); said {
		b.ParentID = parent.ID
	}
	if name == "" {
		return
	}
	l.once("twice_name", programme.PlainName(name))
	l.once("twice_bodycode", code)
	l.once("twice_short", b.Short)
	if known && !before.Open() {
		l.bad("body_closed", "name", facts{"Text": before.Name, "Successor": l.bodies[before.SuccessorID].Name})
	}
	if len(l.wrong) > 0 {
		return
	}
	if l.will = b; !known {
		l.newBody(b, code)
		return
	}
	l.object, l.was, l.changes = int64(before.ID), before, l.bodyChanges(before, b)
}

// bodyCalled finds the body of a line by its code, else by its name.
func (l *line) bodyCalled(name, code string) (b programme.Body, known bool) {
	for _, b := range l.bodies {
		if code != "" && b.Code == code {
			return b, true
		}
	}
	if id := l.named[programme.PlainName(name)]; id != 0 && programme.PlainName(name) != "" {
		return l.bodies[id], code == "" || l.bodies[id].Code == code
	}
	return b, false
}

func (l *line) bodyQuota(b *programme.Body, known bool) {
	switch quota, said := l.number("quota", "个", mostQuota); {
	case said:
		b.Quota = int(quota)
	case !known && l.cell("quota") == "":
		l.bad("missing", "quota", nil)
	}
}

// bodyNaming takes area and short name: that of a county is its area's unless
// the list says another.
func (l *line) bodyNaming(b *programme.Body) {
	if area := l.text("bodyarea", 0, mostShort*2); area != "" {
		b.Area = area
	}
	if short := l.text("short", 0, mostShort); short != "" {
		b.Short = short
	}
	if b.Short == "" {
		b.Short = shortArea(b.Area)
	}
	if b.Short == "" {
		b.Short = string([]rune(b.Name + strings.Repeat("　", 4))[:4])
		b.Short = strings.TrimRight(b.Short, "　")
	}
	for _, other := range l.bodies {
		if other.Short == b.Short && other.ID != b.ID && b.Short != "" {
			l.bad("short_taken", "short", facts{"Text": b.Short, "Name": other.Name})
			break
		}
	}
	if b.Type != programme.BodyDepartment && b.Type != "" && b.Area == "" {
		l.bad("missing", "bodyarea", nil)
	}
}

// newBody gives a new body its code, and asks if another has nearly its name.
func (l *line) newBody(b programme.Body, code string) {
	if b.Code = code; code == "" {
		sum := sha256.Sum256([]byte(programme.PlainName(b.Name)))
		b.Code = "body-" + hex.EncodeToString(sum[:4])
	}
	l.will = b
	for _, other := range l.bodies {
		if programme.Near(other.Name, b.Name) && other.Type == b.Type && other.Open() {
			after := b
			after.ID, after.Code, after.Version, after.Kept = other.ID, other.Code, other.Version, other.Kept
			l.twin = &twin{Object: int64(other.ID), Name: other.Name, Same: "name", Changes: l.bodyChanges(other, after)}
			l.twin.Was, _ = json.Marshal(other) // structs of ours can be written
			l.twin.Will, _ = json.Marshal(after)
			return
		}
	}
}

func (l *line) bodyChanges(a, b programme.Body) (list []flows.Line) {
	l.changed(&list, "name", a.Name, b.Name)
	if a.Type != b.Type {
		list = append(list, flows.Line{Text: "imports.change_kind", Data: facts{"From": string(a.Type), "To": string(b.Type)}})
	}
	l.changed(&list, "quota", strconv.Itoa(a.Quota), strconv.Itoa(b.Quota))
	l.changed(&list, "bodyarea", a.Area, b.Area)
	l.changed(&list, "short", a.Short, b.Short)
	l.changed(&list, "phone", a.Phone, b.Phone)
	l.changed(&list, "parent", l.bodies[a.ParentID].Name, l.bodies[b.ParentID].Name)
	return list
}

func saveBody(tx *store.Tx, i programme.Import, row programme.ImportLine) error {
	var b programme.Body
	if err := json.Unmarshal(row.Will, &b); err != nil {
		return err
	}
	if row.Object != 0 {
		now, err := tx.Body(b.ID)
		if err == nil {
			err = unchanged(now, row.Was)
		}
		if err != nil {
			return err
		}
	} else if _, err := tx.BodyByCode(b.Code); !errors.Is(err, store.ErrNotFound) {
		return errors.Join(store.ErrExists, err)
	}
	if err := tx.PutBody(&b); err != nil {
		return err
	}
	return journal(tx, i, row, fmt.Sprintf("body/%d", b.ID))
}
