package units

import (
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// settle asks whose words stand if somebody else has changed the field. Source: M4.
func (f *bodyForm) settle() []ask.Question {
	now := hash(bodyValue(f.body, f.field))
	if now == f.was || bodyValue(f.proposed(), f.field) == bodyValue(f.body, f.field) {
		return nil
	}
	about := map[string]any{
		"Unit": f.body.Name, "Label": "units.body." + f.field + ".label",
		"Theirs": f.shown(f.body, f.field), "Mine": f.shown(f.proposed(), f.field),
	}
	if about["By"], about["At"], f.err = lastChange(f.tx, bodyObject(f.body.ID)); f.err != nil {
		return nil
	}
	options := []ask.Option{{ID: "theirs-" + now, Label: "units.theirs"}, {ID: "mine-" + now, Label: "units.mine"}}
	return []ask.Question{ask.Choice("settle", &f.Settle, options, ask.In("body"), ask.About(about))}
}

// Gaps implements [flows.Gapped]; it only tells that the journal could not be read.
func (f *bodyForm) Gaps(*store.Tx, store.Draft) ([]flows.Gap, error) { return nil, f.err }

// Submit adds the body or changes the field, and shows the card.
func (f *bodyForm) Submit(tx *store.Tx) (flows.Reply, error) {
	b := f.proposed()
	switch {
	case strings.HasPrefix(f.Settle, "theirs-"):
		return bodyCard(tx, f.body, "theirs")
	case f.field == "":
		b.Code = freshCode(f.all)
	case bodyValue(b, f.field) == bodyValue(f.body, f.field):
		return bodyCard(tx, b, "unchanged")
	}
	if err := tx.PutBody(&b); err != nil {
		return flows.Reply{}, taken(err)
	}
	if f.field == "" {
		err := journal(tx, "register_body", bodyObject(b.ID), map[string]any{"name": b.Name, "type": b.Type, "code": b.Code, "quota": b.Quota})
		if err != nil {
			return flows.Reply{}, err
		}
		return bodyCard(tx, b, "added")
	}
	err := journal(tx, "change_body", bodyObject(b.ID), change(f.field, bodyValue(f.body, f.field), bodyValue(b, f.field)))
	if err != nil {
		return flows.Reply{}, err
	}
	return bodyCard(tx, b, "changed")
}

// freshCode is a code that no body has; those of the programme file are words.
func freshCode(all []programme.Body) string {
	used := map[string]bool{}
	for _, b := range all {
		used[b.Code] = true
	}
	for n := len(all) + 1; ; n++ {
		if code := fmt.Sprintf("body-%d", n); !used[code] {
			return code
		}
	}
}

// proposed is the body with the answers so far.
func (f *bodyForm) proposed() programme.Body {
	b := f.body
	fields := []string{f.field}
	if f.field == "" {
		fields = bodyFields
	}
	for _, field := range fields {
		switch field {
		case "name":
			b.Name = f.Name
		case "type":
			b.Type = f.Type
		case "area":
			b.Area = f.Area
		case "short":
			b.Short = f.Short
		case "quota":
			b.Quota = int(f.Quota)
		case "phone":
			b.Phone = f.Phone
		case "parent":
			b.ParentID = bodyID(f.Parent)
		}
	}
	return b
}

// bodyValue is what stands in a field, to be compared and journalled.
func bodyValue(b programme.Body, field string) string {
	switch field {
	case "short":
		return b.Short
	case "quota":
		return strconv.Itoa(b.Quota)
	case "phone":
		return b.Phone
	case "parent":
		return number(b.ParentID)
	}
	return b.Name
}

// shown is what stands in a field, as people read it.
func (f *bodyForm) shown(b programme.Body, field string) programme.Words {
	if field != "parent" {
		return same(bodyValue(b, field))
	}
	for _, x := range f.all {
		if x.ID == b.ParentID {
			return same(x.Name)
		}
	}
	return programme.Words{}
}

func bodyObject(id programme.BodyID) string { return fmt.Sprintf("body/%d", id) }
