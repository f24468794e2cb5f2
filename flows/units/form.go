package units

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// A form registers a unit or changes one field of it. Its subject is "add" or
// the unit, the field and the hash of what stood there when it was opened, and
// always who writes: "add/5", "12/address/9f86d081/5".
type form struct {
	tx     *store.Tx
	unit   programme.Unit // as it is now; zero while one is added
	field  string         // "" while one is added
	was    string         // hash of the field when the form was opened
	bodies []programme.Body
	alike  map[string][]programme.Unit // by what was looked for
	err    error                       // of a look into the register

	Name      string
	Type      programme.UnitType
	Area      string // id of the body
	Authority string // id of the body, "0" for none
	CityLevel string // "yes" or "no"
	Code      string
	Head      string
	Address   string
	Headcount int64
	Twin      string // what the name, or the code, is said to be
	CodeTwin  string
	Settle    string
	Agree     string
}

func openAdd(tx *store.Tx, _ flows.Press) (flows.Reply, error) {
	return flows.Open("units.unit", fmt.Sprintf("add/%d", tx.Actor().ID)), nil
}

func openChange(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	u, err := kept(tx, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	if !slices.Contains(changeable(tx), p.Arg) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return flows.Open("units.unit", fmt.Sprintf("%d/%s/%s/%d", u.ID, p.Arg, hash(value(u, p.Arg)), tx.Actor().ID)), nil
}

// openUnit opens the form for who began it, while he keeps the unit.
func openUnit(tx *store.Tx, subject string) (flows.Form, error) {
	f := &form{tx: tx, alike: map[string][]programme.Unit{}, CityLevel: "no", Authority: "0"}
	part := strings.Split(subject, "/")
	if part[len(part)-1] != number(tx.Actor().ID) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	var err error
	if f.bodies, err = openBodies(tx); err != nil {
		return nil, err
	}
	if len(part) == 2 && part[0] == "add" {
		return f, f.mayAdd()
	}
	if len(part) != 4 || !slices.Contains(changeable(tx), part[1]) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	id, _ := strconv.ParseInt(part[0], 10, 64)
	f.field, f.was = part[1], part[2]
	f.unit, err = kept(tx, id)
	return f, err
}

// mayAdd refuses who registers no units, and a body that is closed.
func (f *form) mayAdd() error {
	_, may := programme.May(f.tx.Grant().Role, programme.ActRegisterUnit, "")
	if !may || f.recommender() && f.mine().ID == 0 {
		return flows.Refuse("not_allowed", flows.Ask(f.tx))
	}
	return nil
}

func (f *form) recommender() bool { return f.tx.Grant().Role == programme.RoleRecommender }

// mine is the recommender's own body; zero if it is closed.
func (f *form) mine() (b programme.Body) {
	for _, b := range f.bodies {
		if b.ID == f.tx.Grant().BodyID {
			return b
		}
	}
	return b
}

// Questions implements [ask.Form].
func (f *form) Questions() (qs []ask.Question) {
	if f.field == "" {
		return f.all()
	}
	qs = f.about(f.field)
	return append(append(qs, f.settle()...), f.agree()...)
}

// all are the questions about a new unit. One that is there already is not asked
// about any further.
func (f *form) all() (qs []ask.Question) {
	for _, field := range f.wanted() {
		qs = append(qs, f.about(field)...)
		if field == "name" && isThere(f.Twin) || field == "code" && isThere(f.CodeTwin) {
			return qs
		}
	}
	return qs
}

// wanted are the fields of a new unit: what the body of the recommender settles
// is not asked.
func (f *form) wanted() []string {
	switch {
	case !f.recommender():
		return []string{"name", "type", "area", "authority", "code", "head", "address", "headcount"}
	case f.mine().HasArea():
		return []string{"name", "type", "authority", "code", "head", "address", "headcount"}
	}
	return []string{"name", "type", "area", "code", "head", "address", "headcount"}
}

// changeable are the fields the actor may change: to which body a unit belongs is
// the office's.
func changeable(tx *store.Tx) []string {
	if tx.Grant().Role == programme.RoleOffice {
		return []string{"name", "type", "area", "authority", "code", "head", "address", "headcount"}
	}
	return []string{"name", "type", "code", "head", "address", "headcount"}
}

// openBodies lists the bodies that are not closed.
func openBodies(tx *store.Tx) ([]programme.Body, error) {
	all, err := tx.Bodies()
	return slices.DeleteFunc(all, func(b programme.Body) bool { return !b.Open() }), err
}

// Gaps implements [flows.Gapped]; it only tells that the register could not be read.
func (f *form) Gaps(*store.Tx, store.Draft) ([]flows.Gap, error) { return nil, f.err }

// number writes an id.
func number[T ~int64](id T) string { return strconv.FormatInt(int64(id), 10) }
