package ask

import (
	"errors"
	"strings"
)

const (
	exampleMobile   = "13800000000"
	exampleLandline = "0796-8228888"
)

// Phone asks for a mainland telephone number, mobile or with area code. The field
// holds it as 13800000000 or 0796-8228888. A shared contact will do; with
// OwnContact nothing else will, and it must be the sender's own.
func Phone(name string, field *string, rules ...Rule) Question {
	t := typedInto(field)
	t.read = readPhone
	t.check = func(_ Question, phone string) *Refusal {
		if same, err := parsePhone(phone); err != nil || same != phone {
			return noPhone(phone, errNoPhone)
		}
		return nil
	}
	t.show = func(_ Question, phone string) (map[string]any, error) { return with{"Phone": phone}, nil }
	return newQuestion(name, KindPhone, t, limits{}, rules)
}

// TakesContact reports whether the sender's own contact is asked for, so that a
// button that shares it should be at hand.
func (q Question) TakesContact() bool {
	return q.Kind == KindPhone && (q.limits.ownContact || q.limits.offered)
}

func readPhone(q Question, in Input) (got reading[string], no *Refusal) {
	typed := in.Text
	switch {
	case in.kind() == "contact" && (in.Contact.Own || !q.limits.ownContact):
		typed = in.Contact.Phone
	case q.limits.ownContact && in.kind() != "":
		return got, Refuse(RefusedOwnContactOnly, nil)
	default:
		if no := in.wantsText(); no != nil {
			return got, no
		}
	}
	phone, err := parsePhone(typed)
	if err != nil {
		return got, noPhone(typed, err)
	}
	return reading[string]{value: phone, changed: in.Contact == nil && phone != strings.TrimSpace(typed)}, nil
}

func noPhone(typed string, err error) *Refusal {
	switch {
	case errors.Is(err, errTwoPhones):
		return Refuse(RefusedTwoPhones, with{"Text": quote(typed), "Example": exampleMobile})
	case errors.Is(err, errNoAreaCode):
		return Refuse(RefusedNoAreaCode, with{"Text": quote(typed), "Example": exampleLandline})
	}
	return Refuse(RefusedNotAPhone, with{"Text": quote(typed), "Example": exampleMobile})
}
