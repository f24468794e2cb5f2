package units

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"luling/flows/ask"
	"luling/store/programme"
)

// mostAlike is how many units that may be meant are shown at once.
const mostAlike = 5

// twin asks whether the unit is one that is there already, if its name or code
// comes near another's: 疑似重复. Of the same name there cannot be two.
//
// Source: A5.
func (f *form) twin(question string, field *string, name, code string) []ask.Question {
	alike := f.near(name, code)
	if len(alike) == 0 {
		return nil
	}
	var options []ask.Option
	var lines []map[string]any
	mark, one := "other", false
	for _, u := range alike {
		options = append(options, ask.Option{ID: "is-" + number(u.ID), Label: same(u.Name)})
		lines = append(lines, map[string]any{"Name": u.Name, "Body": f.body(u.RecommendedBy()), "Code": u.CreditCode})
		mark += "-" + number(u.ID)
		one = one || u.Plain == programme.PlainName(name)
	}
	if !one {
		options = append(options, ask.Option{ID: mark, Label: "units.other_unit"})
	}
	about := map[string]any{"Name": name, "Code": code, "Lines": lines, "Exists": one}
	return []ask.Question{ask.Choice(question, field, options, ask.In("unit"), ask.About(about))}
}

// near looks for units that may be meant, but the one at hand, and for a code not
// again for those the name was asked about.
func (f *form) near(name, code string) []programme.Unit {
	if name == "" && code == "" {
		return nil
	}
	key := name + "\x00" + code
	found, known := f.alike[key]
	if !known {
		all, err := f.tx.UnitsAlike(name, code)
		if err != nil {
			f.err = fmt.Errorf("units alike: %w", err)
		}
		found = slices.DeleteFunc(all, func(u programme.Unit) bool {
			return u.ID == f.unit.ID || code != "" && strings.Contains(f.Twin+"-", "-"+number(u.ID)+"-")
		})
		f.alike[key] = found
	}
	return found[:min(len(found), mostAlike)]
}

// isThere reports whether an answer says that the unit is one of those there.
func isThere(said string) bool { return strings.HasPrefix(said, "is-") }

// named is the unit that the new one is said to be, 0 if it is another.
func (f *form) named() programme.UnitID {
	for _, said := range []string{f.Twin, f.CodeTwin} {
		if isThere(said) {
			id, _ := strconv.ParseInt(said[len("is-"):], 10, 64)
			return programme.UnitID(id)
		}
	}
	return 0
}
