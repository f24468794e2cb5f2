package ask

import (
	"slices"
	"strings"
)

// keepMark and dropMark begin the press that says the wanted end state.
const keepMark, dropMark = "+", "-"

// Keep is the Input.Choice of a button that adds an option, whatever was there.
func Keep(id string) string { return keepMark + id }

// Drop is the Input.Choice of a button that takes out an option, or a file by
// its number, whatever was there.
func Drop(id string) string { return dropMark + id }

// Choices asks for several of the options; the field holds IDs in the order of
// the options. A press of an option's ID turns it over, Keep and Drop say the
// end state, ActDone ends the answer. Typing "1、3" or labels gives the whole
// answer at once.
func Choices[T ~string](name string, field *[]T, options []Option, rules ...Rule) Question {
	t := typed[[]string]{
		read:  func(q Question, in Input) (reading[[]string], *Refusal) { return readChoices(q, texts(*field), in) },
		check: checkChoices,
		end:   endChoices,
		put:   func(ids []string) error { *field = typedIDs[T](ids); return nil },
		save:  func() func() { old := *field; return func() { *field = old } },
		show:  showChoices,
	}
	q := newQuestion(name, KindChoices, t, limits{}, rules)
	q.Options = options
	return q
}

func readChoices(q Question, has []string, in Input) (got reading[[]string], no *Refusal) {
	switch in.kind() {
	case "":
		return got, Refuse(RefusedNoChoice, nil)
	case "press":
		return pressChoices(q, has, in.Choice)
	case "text":
		return typedChoices(q, in.Text)
	}
	return got, Refuse(RefusedWantsChoice, with{"Kind": in.kind()})
}

func pressChoices(q Question, has []string, press string) (got reading[[]string], no *Refusal) {
	if _, err := q.option(press); err == nil {
		if slices.Contains(has, press) {
			return gathering(q, without(has, press)), nil
		}
		return gathering(q, added(has, press)), nil
	}
	if press == ActDone {
		return reading[[]string]{value: q.inOrder(has)}, nil
	}
	if id, ok := strings.CutPrefix(press, keepMark); ok {
		return gathering(q, added(has, id)), q.isOption(id)
	}
	id, _ := strings.CutPrefix(press, dropMark)
	return gathering(q, without(has, id)), q.isOption(id)
}

func gathering(q Question, ids []string) reading[[]string] {
	return reading[[]string]{value: q.inOrder(ids), open: true}
}

func typedChoices(q Question, typed string) (got reading[[]string], no *Refusal) {
	parts := strings.FieldsFunc(typed, separates)
	switch _, most := q.counts(len(q.Options)); {
	case len(parts) == 0:
		return got, Refuse(RefusedNoChoice, nil)
	case len(parts) > len(q.Options):
		return got, Refuse(RefusedTooManyChoices, with{"Max": most})
	}
	if o, exact, _ := q.pick(typed); exact { // a label may hold what parts entries
		parts = []string{o.ID}
	}
	ids, exact := []string{}, true
	for _, part := range parts {
		o, same, no := q.pick(part)
		if no != nil {
			return got, no
		}
		ids, exact = added(ids, o.ID), exact && same
	}
	return reading[[]string]{value: q.inOrder(ids), changed: !exact}, nil
}

// inOrder sorts IDs as the options are listed and drops those that are gone.
func (q Question) inOrder(ids []string) []string {
	sorted := []string{}
	for _, o := range q.Options {
		if slices.Contains(ids, o.ID) {
			sorted = append(sorted, o.ID)
		}
	}
	return sorted
}

func checkChoices(q Question, ids []string) *Refusal {
	for _, id := range ids {
		if no := q.isOption(id); no != nil {
			return no
		}
	}
	if _, most := q.counts(len(q.Options)); len(ids) > most {
		return Refuse(RefusedTooManyChoices, with{"Max": most})
	}
	return nil
}

func endChoices(q Question, ids []string) *Refusal {
	least, _ := q.counts(len(q.Options))
	switch {
	case len(ids) == 0 && least > 0:
		return Refuse(RefusedNoChoice, nil)
	case len(ids) < least:
		return Refuse(RefusedTooFewChoices, with{"Min": least, "Has": len(ids)})
	}
	return nil
}

func showChoices(q Question, ids []string) (map[string]any, error) {
	chosen := []map[string]any{}
	for _, id := range ids {
		o, err := q.option(id)
		if err != nil {
			return nil, err
		}
		chosen = append(chosen, with{"ID": o.ID, "Label": o.Label})
	}
	return with{"Chosen": chosen}, nil
}

func texts[T ~string](ids []T) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return list
}

func typedIDs[T ~string](ids []string) []T {
	list := make([]T, len(ids))
	for i, id := range ids {
		list[i] = T(id)
	}
	return list
}
