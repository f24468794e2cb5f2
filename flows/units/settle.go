package units

import (
	"luling/flows"
	"luling/flows/ask"
	"luling/store"
)

// settle asks whose words stand if somebody else has changed the field since the
// form was opened. What was agreed to is agreed to for just that value.
//
// Source: M4.
func (f *form) settle() []ask.Question {
	now := hash(value(f.unit, f.field))
	if now == f.was || value(f.proposed(), f.field) == value(f.unit, f.field) {
		return nil
	}
	about := map[string]any{
		"Unit": f.unit.Name, "Label": "units.unit." + f.field + ".label",
		"Theirs": f.shown(f.unit, f.field), "Mine": f.shown(f.proposed(), f.field),
	}
	var err error
	if about["By"], about["At"], err = lastChange(f.tx, unitObject(f.unit.ID)); err != nil {
		f.err = err
	}
	options := []ask.Option{{ID: "theirs-" + now, Label: "units.theirs"}, {ID: "mine-" + now, Label: "units.mine"}}
	return []ask.Question{ask.Choice("settle", &f.Settle, options, ask.In("unit"), ask.About(about))}
}

// lastChange is who changed a thing last, and when; nobody if the journal knows none.
func lastChange(tx *store.Tx, object string) (by string, at any, err error) {
	entries, err := tx.Entries(object)
	if err != nil || len(entries) == 0 {
		return "", nil, err
	}
	last := entries[len(entries)-1]
	by, err = flows.By(tx, last)
	return by, last.At, err
}

// agree asks before a unit with an application of a category changes its type:
// the category is chosen anew, because others may be open to the new type.
//
// Source: A2.
func (f *form) agree() []ask.Question {
	if f.field != "type" || f.Type == "" || f.Type == f.unit.Type {
		return nil
	}
	was, found, err := chosen(f.tx, f.unit.ID)
	if err != nil {
		f.err = err
	}
	if !found {
		return nil
	}
	c, _ := f.tx.Programme().Category(was.category)
	about := map[string]any{"Unit": f.unit.Name, "Type": typeName(f.tx, f.Type), "Category": c.Name}
	options := []ask.Option{{ID: "clear-" + string(f.Type), Label: "units.clear_category"}}
	return []ask.Question{ask.Choice("agree", &f.Agree, options, ask.In("unit"), ask.Clause("S3"), ask.About(about))}
}
