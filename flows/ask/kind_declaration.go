package ask

import "slices"

// Declaration asks to agree to something. Only agreement is an answer; its
// Options are ActAgree and ActDecline with the texts <name>.agree and
// <name>.decline as labels.
func Declaration(name string, field *bool, rules ...Rule) Question {
	t := typedInto(field)
	t.read = readDeclaration
	t.check = func(_ Question, agreed bool) *Refusal {
		if !agreed {
			return Refuse(RefusedMustAgree, nil)
		}
		return nil
	}
	t.show = func(_ Question, agreed bool) (map[string]any, error) { return with{"Agreed": agreed}, nil }
	q := newQuestion(name, KindDeclaration, t, limits{}, rules)
	q.Options = []Option{{ID: ActAgree, Label: name + ".agree"}, {ID: ActDecline, Label: name + ".decline"}}
	return q
}

var (
	agreeing  = []string{"同意", "我同意", "确认", "我确认", "是", "是的", "agree", "i agree", "yes"}
	declining = []string{"不同意", "我不同意", "不", "否", "取消", "decline", "no"}
)

func readDeclaration(_ Question, in Input) (got reading[bool], no *Refusal) {
	said := in.Choice
	switch in.kind() {
	case "":
		return got, Refuse(RefusedNoChoice, nil)
	case "press":
	case "text":
		said = plainWord(in.Text)
	default:
		return got, Refuse(RefusedWantsChoice, with{"Kind": in.kind()})
	}
	switch {
	case said == ActAgree || in.Choice == "" && slices.Contains(agreeing, said):
		return reading[bool]{value: true}, nil
	case said == ActDecline || in.Choice == "" && slices.Contains(declining, said):
		return reading[bool]{value: false}, nil
	}
	return got, Refuse(RefusedNotAnOption, with{"Text": quote(said)})
}
