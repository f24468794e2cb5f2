package card

import (
	"slices"
	"strings"
	"unicode"

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
	names := split(typed, parts)
	if blanks := split(typed, partsOrBlank); len(blanks) == f.wantedNames() {
		names = blanks
	}
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

func split(typed string, at func(rune) bool) (names []string) {
	for _, name := range strings.FieldsFunc(typed, at) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// parts reports whether a sign parts names. A blank may stand in one: it counts
// only where the names are as many as there should be.
func parts(r rune) bool { return strings.ContainsRune("、,，;；/\t\n", r) }

func partsOrBlank(r rune) bool { return parts(r) || unicode.IsSpace(r) }
