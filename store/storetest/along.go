package storetest

import (
	"fmt"
	"slices"

	"luling/store"
	"luling/store/programme"
)

// along makes the fewest moves from one state to another, each under a hat that
// may make it.
func along[S ~string](tx *store.Tx, rules []programme.Rule[S], from, to S, make func(programme.Move) error) error {
	way, err := way(rules, from, to)
	if err != nil {
		return err
	}
	for _, rule := range way {
		tx.As(programme.Person{}, programme.Grant{Role: rule.Who[0]})
		if err := make(rule.Move); err != nil {
			return err
		}
	}
	return nil
}

// way is the shortest list of rules that leads from one state to another, none
// of them back to where a thing stood.
func way[S ~string](rules []programme.Rule[S], from, to S) ([]programme.Rule[S], error) {
	rules = slices.DeleteFunc(slices.Clone(rules), func(r programme.Rule[S]) bool { return ambiguous(rules, r) })
	came := map[S]*programme.Rule[S]{from: nil}
	for line := []S{from}; len(line) > 0; line = line[1:] {
		for i, rule := range rules {
			if _, been := came[rule.To]; rule.From == line[0] && !been {
				came[rule.To] = &rules[i]
				line = append(line, rule.To)
			}
		}
	}
	if _, reached := came[to]; !reached {
		return nil, fmt.Errorf("no moves lead from %q to %q", string(from), string(to))
	}
	var way []programme.Rule[S]
	for rule := came[to]; rule != nil; rule = came[rule.From] {
		way = append(way, *rule)
	}
	slices.Reverse(way)
	return way, nil
}

// ambiguous reports whether a rule's move leads elsewhere too, by what the thing
// remembers.
func ambiguous[S ~string](rules []programme.Rule[S], rule programme.Rule[S]) bool {
	return slices.ContainsFunc(rules, func(r programme.Rule[S]) bool {
		return r.From == rule.From && r.Move == rule.Move && r.To != rule.To
	})
}
