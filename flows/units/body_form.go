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

// A bodyForm adds a body or changes one field of it; its subject is as that of a
// unit's form. A name is changed with a reason: see [endForm].
type bodyForm struct {
	tx    *store.Tx
	body  programme.Body
	field string
	was   string
	all   []programme.Body
	err   error

	Name   string
	Type   programme.BodyType
	Area   string
	Short  string
	Quota  int64
	Phone  string
	Parent string
	Settle string
}

var (
	bodyFields     = []string{"name", "type", "area", "short", "quota", "phone", "parent"}
	changingFields = []string{"short", "quota", "phone", "parent"}
)

func openBodyAdd(tx *store.Tx, _ flows.Press) (flows.Reply, error) {
	return flows.Open("units.body", fmt.Sprintf("add/%d", tx.Actor().ID)), nil
}

func openBodyChange(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	b, err := bodyAt(tx, p.Object)
	switch {
	case err != nil:
		return flows.Reply{}, err
	case !b.Open():
		return bodyCard(tx, b, "")
	case !slices.Contains(changingFields, p.Arg):
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return flows.Open("units.body", fmt.Sprintf("%d/%s/%s/%d", b.ID, p.Arg, hash(bodyValue(b, p.Arg)), tx.Actor().ID)), nil
}

func openBody(tx *store.Tx, subject string) (flows.Form, error) {
	f := &bodyForm{tx: tx, Parent: "0"}
	part := strings.Split(subject, "/")
	if tx.Grant().Role != programme.RoleOffice || part[len(part)-1] != number(tx.Actor().ID) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	var err error
	if f.all, err = tx.Bodies(); err != nil || len(part) == 2 && part[0] == "add" {
		return f, err
	}
	if len(part) != 4 || !slices.Contains(changingFields, part[1]) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	id, _ := strconv.ParseInt(part[0], 10, 64)
	f.field, f.was = part[1], part[2]
	if f.body, err = bodyAt(tx, id); err == nil && !f.body.Open() {
		err = flows.Refuse("units.body_closed", map[string]any{"Body": f.body.Name})
	}
	return f, err
}

// Questions implements [ask.Form].
func (f *bodyForm) Questions() (qs []ask.Question) {
	if f.field != "" {
		return append(f.about(f.field), f.settle()...)
	}
	for _, field := range bodyFields {
		if field != "area" || f.Type != programme.BodyDepartment {
			qs = append(qs, f.about(field)...)
		}
	}
	return qs
}

// about is the question of one field.
func (f *bodyForm) about(field string) []ask.Question {
	about := map[string]any{"Body": f.body.Name, "Now": f.shown(f.body, field), "Usual": f.usual()}
	rules := []ask.Rule{ask.In("body"), ask.About(about)}
	switch field {
	case "name":
		return []ask.Question{ask.Checked("name", &f.Name, newName(f.all), append(rules, ask.Length(2, 80))...)}
	case "type":
		return []ask.Question{ask.Choice("type", &f.Type, bodyTypes(), append(rules, ask.Clause("S0.1"))...)}
	case "area":
		return []ask.Question{ask.Text("area", &f.Area, append(rules, ask.Length(2, 20))...)}
	case "short":
		return []ask.Question{ask.Text("short", &f.Short, append(rules, ask.Length(1, 8))...)}
	case "quota":
		return []ask.Question{ask.Number("quota", &f.Quota, append(rules, ask.Unit("个"), ask.Between(0, 20))...)}
	case "phone":
		if f.field == "" {
			rules = append(rules, ask.Optional())
		}
		return []ask.Question{ask.Phone("phone", &f.Phone, rules...)}
	}
	return []ask.Question{ask.Choice("parent", &f.Parent, f.parents(), rules...)}
}

// newName reads a name that no body has yet, however it is typed.
func newName(all []programme.Body) func(string) (string, *ask.Refusal) {
	return func(typed string) (string, *ask.Refusal) {
		for _, b := range all {
			if programme.PlainName(b.Name) == programme.PlainName(typed) {
				return "", ask.Refuse("units.body_exists", map[string]any{"Body": b.Name, "Open": b.Open()})
			}
		}
		return typed, nil
	}
}

func bodyTypes() (options []ask.Option) {
	for _, t := range programme.BodyTypes {
		options = append(options, ask.Option{ID: string(t), Label: "units.body_type." + string(t)})
	}
	return options
}

// parents are the open bodies that may stand above this one, and none.
func (f *bodyForm) parents() []ask.Option {
	options := []ask.Option{{ID: "0", Label: "units.no_parent"}}
	for _, b := range f.all {
		if b.Open() && b.ID != f.body.ID && b.ParentID != f.body.ID {
			options = append(options, ask.Option{ID: number(b.ID), Label: same(b.Name)})
		}
	}
	return options
}

// usual is the quota that the programme gives a body of the chosen kind.
func (f *bodyForm) usual() int {
	kind := f.body.Type
	if f.field == "" {
		kind = f.Type
	}
	return f.tx.Programme().Quotas.Of(kind)
}
