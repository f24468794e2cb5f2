package card

import (
	"slices"
	"strings"

	"luling/flows/ask"
)

// mostNames is how many of the full-time staff are named at most; the text holds
// no more.
const mostNames = 30

// wantedNames is how many names of full-time staff are asked for.
func (f *Form) wantedNames() int { return int(min(f.FullTime, mostNames)) }

// names reads the names of the full-time staff: as many as there are people, each
// once. Source: S4.1b.
func (f *Form) names(typed string) (string, *ask.Refusal) {
	names := strings.FieldsFunc(typed, parts)
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == "" })
	all := len(names)
	slices.Sort(names)
	switch different := len(slices.Compact(slices.Clone(names))); {
	case different < all:
		return typed, ask.Refuse("apply.name_twice", map[string]any{"Has": all, "Different": different})
	case all != f.wantedNames():
		return typed, ask.Refuse("apply.names", map[string]any{"Has": all, "Want": f.wantedNames(), "FullTime": f.FullTime})
	}
	return typed, nil
}

// parts reports whether a sign parts names. A blank does not: it may stand in one.
func parts(r rune) bool { return strings.ContainsRune("、,，;；/\t", r) }
