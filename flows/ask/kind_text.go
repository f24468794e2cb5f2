package ask

import (
	"strings"
	"unicode/utf8"
)

// Most characters of texts without a Length rule.
const (
	MostText     = 200
	MostLongText = 4000
)

// Text asks for one line. Control characters, display-steering and widthless
// marks are taken out; everything else stays as typed, markup included.
func Text(name string, field *string, rules ...Rule) Question {
	return newQuestion(name, KindText, textBinding(field, cleanLine), limits{short: 1, long: MostText}, rules)
}

// LongText asks for a text of any lines; line breaks become \n.
func LongText(name string, field *string, rules ...Rule) Question {
	return newQuestion(name, KindLongText, textBinding(field, cleanText), limits{short: 1, long: MostLongText}, rules)
}

func textBinding(field *string, clean func(string) string) binding {
	t := typedInto(field)
	t.read = func(_ Question, in Input) (reading[string], *Refusal) {
		if no := in.wantsText(); no != nil {
			return reading[string]{}, no
		}
		text := clean(in.Text)
		if !visible(text) {
			return reading[string]{}, Refuse(RefusedControlOnly, nil)
		}
		return reading[string]{value: text, changed: text != strings.TrimSpace(lineEnds.Replace(in.Text))}, nil
	}
	t.check = checkLength
	t.show = func(_ Question, text string) (map[string]any, error) { return with{"Text": text}, nil }
	return t
}

func checkLength(q Question, text string) *Refusal {
	has := utf8.RuneCountInString(text)
	switch l := q.limits; {
	case has < l.short:
		return Refuse(RefusedTooShort, with{"Min": l.short, "Has": has})
	case has > l.long:
		return Refuse(RefusedTooLong, with{"Max": l.long, "Has": has, "Over": has - l.long})
	}
	return nil
}

// wantsText refuses what is not text: nothing, or something of another kind.
func (in Input) wantsText() *Refusal {
	switch {
	case in.kind() != "text" && in.kind() != "":
		return Refuse(RefusedWantsText, with{"Kind": in.kind()})
	case strings.TrimSpace(in.Text) == "":
		return Refuse(RefusedEmpty, nil)
	}
	return nil
}
