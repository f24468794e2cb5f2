package ask

import "strings"

// Checked asks for one line that read understands, such as a code with a check
// digit. What read gives back is stored and must read as itself; its refusals
// are the feature's own.
func Checked(name string, field *string, read func(string) (string, *Refusal), rules ...Rule) Question {
	t := typedInto(field)
	t.read = func(_ Question, in Input) (got reading[string], no *Refusal) {
		if no := in.wantsText(); no != nil {
			return got, no
		}
		got.value, no = read(cleanLine(in.Text))
		got.changed = got.value != strings.TrimSpace(in.Text)
		return got, no
	}
	t.check = func(q Question, text string) *Refusal {
		if _, no := read(text); no != nil {
			return no
		}
		return checkLength(q, text)
	}
	t.show = func(_ Question, text string) (map[string]any, error) { return with{"Text": text}, nil }
	return newQuestion(name, KindText, t, limits{short: 1, long: MostText}, rules)
}
