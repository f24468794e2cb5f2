package units

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"luling/flows/ask"
	"luling/store/programme"
)

// Bounds of what is registered.
const (
	mostPeople = 1_000_000 // no unit of a city has more
	mostHead   = 40
)

// about are the questions of one field.
func (f *form) about(field string) []ask.Question {
	rules := []ask.Rule{ask.In("unit"), ask.About(map[string]any{"Unit": f.unit.Name, "Now": f.shown(f.unit, field), "Adding": f.adding(field)})}
	with := func(more ...ask.Rule) []ask.Rule { return append(more, rules...) }
	if f.field == "" && slices.Contains([]string{"head", "address", "headcount"}, field) || field == "code" && f.village() {
		rules = append(rules, ask.Optional())
	}
	switch field {
	case "name":
		name := ask.Text("name", &f.Name, with(ask.Length(2, 80))...)
		return append([]ask.Question{name}, f.twin("twin", &f.Twin, f.Name, "")...)
	case "type":
		return []ask.Question{ask.Choice("type", &f.Type, f.types(), with(ask.Clause("S3"))...)}
	case "area":
		return []ask.Question{ask.Choice("area", &f.Area, f.places(programme.Body.HasArea), rules...)}
	case "authority":
		return f.aboutAuthority(rules)
	case "code":
		code := ask.Checked("code", &f.Code, readCode, rules...)
		return append([]ask.Question{code}, f.twin("code_twin", &f.CodeTwin, "", f.Code)...)
	case "head":
		return []ask.Question{ask.Text("head", &f.Head, with(ask.Length(2, mostHead))...)}
	case "address":
		return []ask.Question{ask.Text("address", &f.Address, with(ask.Length(5, 100))...)}
	}
	return []ask.Question{ask.Number("headcount", &f.Headcount, with(ask.Unit("人"), ask.Between(1, mostPeople))...)}
}

// adding is the name of the unit that is being added, once it was given: who comes
// back to the form sees which one it was.
func (f *form) adding(field string) string {
	if f.field != "" || field == "name" {
		return ""
	}
	return f.Name
}

// aboutAuthority asks for the competent authority, and of the office whether it
// recommends the unit in the area's place (D9).
func (f *form) aboutAuthority(rules []ask.Rule) []ask.Question {
	none := ask.Option{ID: "0", Label: "units.no_authority"}
	bodies := f.places(func(b programme.Body) bool { return !b.HasArea() })
	qs := []ask.Question{ask.Choice("authority", &f.Authority, append([]ask.Option{none}, bodies...), rules...)}
	if f.Authority != "0" && !f.recommender() {
		qs = append(qs, ask.Choice("city_level", &f.CityLevel, []ask.Option{{ID: "yes", Label: "units.yes"}, {ID: "no", Label: "units.no"}}, rules...))
	}
	return qs
}

// village reports whether the unit is of the kind that may have no credit code.
func (f *form) village() bool {
	kind := f.unit.Type
	if f.field == "" {
		kind = f.Type
	}
	return kind == programme.VillageCommunity
}

func readCode(typed string) (string, *ask.Refusal) {
	code, err := programme.CreditCode(typed)
	if err != nil {
		return "", ask.Refuse("units.code", map[string]any{"Has": len([]rune(programme.PlainName(typed)))})
	}
	return code, nil
}

func (f *form) types() (options []ask.Option) {
	for _, t := range f.tx.Programme().UnitTypes {
		options = append(options, ask.Option{ID: string(t.ID), Label: t.Name})
	}
	return options
}

// places are the open bodies of a kind, areas by their names.
func (f *form) places(fit func(programme.Body) bool) (options []ask.Option) {
	for _, b := range f.bodies {
		if fit(b) {
			options = append(options, ask.Option{ID: number(b.ID), Label: same(areaName(b))})
		}
	}
	return options
}

// same are words that read alike in both languages.
func same(name string) programme.Words { return programme.Words{Zh: name, En: name} }

// value is what stands in a field, to be compared and journalled.
func value(u programme.Unit, field string) string {
	switch field {
	case "name":
		return u.Name
	case "type":
		return string(u.Type)
	case "area":
		return number(u.AreaID)
	case "authority":
		return fmt.Sprintf("%d/%t", u.AuthorityID, u.CityLevel)
	case "code":
		return u.CreditCode
	case "head":
		return u.Head
	case "address":
		return u.Address
	}
	return number(u.Headcount)
}

// shown is what stands in a field, as people read it; empty words for nothing.
func (f *form) shown(u programme.Unit, field string) programme.Words {
	switch field {
	case "type":
		return typeName(f.tx, u.Type)
	case "area":
		for _, b := range f.bodies {
			if b.ID == u.AreaID {
				return same(areaName(b))
			}
		}
		return programme.Words{}
	case "authority":
		return same(f.body(u.AuthorityID))
	case "headcount":
		if u.Headcount == 0 {
			return programme.Words{}
		}
	}
	return same(value(u, field))
}

// body is the name of a body; of one that is closed or none nothing.
func (f *form) body(id programme.BodyID) string {
	for _, b := range f.bodies {
		if b.ID == id {
			return b.Name
		}
	}
	return ""
}

// hash is enough of a value to see that it changed.
func hash(value string) string {
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:4])
}
