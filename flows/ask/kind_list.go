package ask

import (
	"slices"
	"strings"
)

// mostID bounds the id of an entry, so that a button can carry it.
const mostID = 6

func listHead[T any](name string, field *List[T], rules []Rule) Question {
	t := typed[[]string]{
		read:  func(_ Question, in Input) (reading[[]string], *Refusal) { return readList(field.ids, in) },
		check: checkList,
		end:   endList,
		put:   func(ids []string) error { field.put(ids); return nil },
		save:  func() func() { old := field.ids; return func() { field.ids = old } },
		show:  func(_ Question, ids []string) (map[string]any, error) { return with{"IDs": ids}, nil },
	}
	return newQuestion(name, KindList, t, limits{}, rules)
}

func readList(has []string, in Input) (got reading[[]string], no *Refusal) {
	switch in.kind() {
	case "":
		return got, Refuse(RefusedEmpty, nil)
	case "press":
	default:
		return got, Refuse(RefusedWantsEntry, with{"Kind": in.kind()})
	}
	if in.Choice == ActDone {
		return reading[[]string]{value: append([]string{}, has...)}, nil
	}
	if id, ok := strings.CutPrefix(in.Choice, keepMark); ok {
		return reading[[]string]{value: added(has, id), open: true}, nil
	}
	if id, ok := strings.CutPrefix(in.Choice, dropMark); ok && slices.Contains(has, id) {
		return reading[[]string]{value: without(has, id), open: true}, nil
	}
	return got, Refuse(RefusedNotUnderstood, with{"Text": quote(in.Choice)})
}

func checkList(q Question, ids []string) *Refusal {
	seen := map[string]bool{}
	for _, id := range ids {
		if seen[id] || !isEntryID(id) {
			return Refuse(RefusedNotUnderstood, with{"Text": quote(id)})
		}
		seen[id] = true
	}
	if _, most := q.counts(MostEntries); len(ids) > most {
		return Refuse(RefusedTooManyEntries, with{"Max": most})
	}
	return nil
}

func endList(q Question, ids []string) *Refusal {
	if least, _ := q.counts(MostEntries); len(ids) < least {
		return Refuse(RefusedTooFewEntries, with{"Min": least, "Has": len(ids)})
	}
	return nil
}

func isEntryID(id string) bool {
	return id != "" && len(id) <= mostID && strings.Trim(id, "0123456789abcdefghijklmnopqrstuvwxyz") == ""
}
