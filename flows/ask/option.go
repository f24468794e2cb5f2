package ask

import (
	"errors"
	"reflect"
	"slices"
	"strings"
)

var errNoOption = errors.New("no such option")

// option finds an option by its ID.
func (q Question) option(id string) (Option, error) {
	i := slices.IndexFunc(q.Options, func(o Option) bool { return o.ID == id })
	if i < 0 {
		return Option{}, errNoOption
	}
	return q.Options[i], nil
}

// Matching returns the options whose label or ID contains what was typed, without
// regard to case and width: the filter of long lists. A label that is a text's
// name is matched by that name's ID only, for its words are not known here.
func (q Question) Matching(typed string) []Option {
	want := plainWord(typed)
	return slices.DeleteFunc(slices.Clone(q.Options), func(o Option) bool {
		return !slices.ContainsFunc(o.words(), func(w string) bool { return strings.Contains(w, want) })
	})
}

// pick finds the option that was typed: by word, else by its place in the list,
// else by a part of one option's words only.
func (q Question) pick(typed string) (o Option, exact bool, no *Refusal) {
	want := plainWord(typed)
	for _, o := range q.Options {
		if slices.Contains(o.words(), want) {
			return o, true, nil
		}
	}
	if place, ok := placeIn(want); ok && place >= 1 && place <= len(q.Options) {
		return q.Options[place-1], false, nil
	}
	switch found := q.Matching(typed); {
	case want == "" || len(found) == 0:
		return o, false, Refuse(RefusedNotAnOption, with{"Text": quote(typed)})
	case len(found) > 1:
		return o, false, Refuse(RefusedManyOptions, with{"Text": quote(typed), "Has": len(found)})
	default:
		return found[0], false, nil
	}
}

// words are what an option may be called when typed.
func (o Option) words() []string {
	words := []string{plainWord(o.ID)}
	v := reflect.Indirect(reflect.ValueOf(o.Label))
	if v.Kind() != reflect.Struct {
		return words
	}
	for _, field := range []string{"Zh", "En"} {
		if f := v.FieldByName(field); f.IsValid() && f.Kind() == reflect.String && f.String() != "" {
			words = append(words, plainWord(f.String()))
		}
	}
	return words
}

// plainWord is a word without case, width, spaces at its ends and final stop.
func plainWord(s string) string {
	return strings.ToLower(strings.TrimRight(strings.TrimSpace(fold(cleanLine(s))), ".。"))
}

// placeIn reads a place in the list: 2, 二, 第2个.
func placeIn(typed string) (int, bool) {
	q, err := parseQuantity(strings.TrimPrefix(typed, "第"), "")
	if err != nil || q.hedge != "" || !q.value.IsInt() || !q.value.Num().IsInt64() {
		return 0, false
	}
	return int(q.value.Num().Int64()), true
}
