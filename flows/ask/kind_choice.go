package ask

// Choice asks for one of the options; the field holds its ID. An option may be
// pressed, or typed by its label, its ID or its place in the list.
func Choice[T ~string](name string, field *T, options []Option, rules ...Rule) Question {
	t := typed[string]{
		read:  readChoice,
		check: func(q Question, id string) *Refusal { return q.isOption(id) },
		put:   func(id string) error { *field = T(id); return nil },
		save:  func() func() { return saveAny(field) },
		show: func(q Question, id string) (map[string]any, error) {
			o, err := q.option(id)
			return with{"ID": o.ID, "Label": o.Label}, err
		},
	}
	q := newQuestion(name, KindChoice, t, limits{}, rules)
	q.Options = options
	return q
}

func readChoice(q Question, in Input) (got reading[string], no *Refusal) {
	switch in.kind() {
	case "":
		return got, Refuse(RefusedNoChoice, nil)
	case "press":
		return reading[string]{value: in.Choice}, nil
	case "text":
		o, exact, no := q.pick(in.Text)
		return reading[string]{value: o.ID, changed: !exact}, no
	}
	return got, Refuse(RefusedWantsChoice, with{"Kind": in.kind()})
}

func (q Question) isOption(id string) *Refusal {
	if _, err := q.option(id); err != nil {
		return Refuse(RefusedNotAnOption, with{"Text": quote(id)})
	}
	return nil
}
