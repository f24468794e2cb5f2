package ask

// Facts shows something and is answered by 下一步 (ActNext). It is bound to no
// field; its facts are given by About.
func Facts(name string, rules ...Rule) Question {
	t := typedInto(new(bool))
	t.read = func(_ Question, in Input) (reading[bool], *Refusal) {
		switch said := plainWord(in.Text); {
		case in.kind() == "press" && in.Choice == ActNext:
		case in.kind() == "text" && (said == "下一步" || said == ActNext):
		case in.kind() == "":
			return reading[bool]{}, Refuse(RefusedEmpty, nil)
		default:
			return reading[bool]{}, Refuse(RefusedWantsNext, with{"Kind": in.kind()})
		}
		return reading[bool]{value: true}, nil
	}
	t.show = func(_ Question, seen bool) (map[string]any, error) { return with{"Seen": seen}, nil }
	return newQuestion(name, KindFacts, t, limits{}, rules)
}
