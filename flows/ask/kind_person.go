package ask

import (
	"errors"
	"strings"
)

// A PersonAnswer is a person with post and telephone number.
type PersonAnswer struct {
	Name  string `json:"name"`
	Post  string `json:"post"`  // several posts are joined by 、
	Phone string `json:"phone"` // as Phone writes it
}

// String is the person in one line, as it may be typed again.
func (p PersonAnswer) String() string {
	between := " "
	if isLatin(p.Name) {
		between = ", " // Li Wei, director, 13800000000
	}
	return strings.Join([]string{p.Name, p.Post, p.Phone}, between)
}

const examplePerson = "张三 院长 13800000000"

// Person asks for a person in one line: name, post and telephone number in any
// order, however separated. All three are needed.
func Person(name string, field *PersonAnswer, rules ...Rule) Question {
	t := typedInto(field)
	t.read = readPerson
	t.check = checkPerson
	t.show = func(_ Question, p PersonAnswer) (map[string]any, error) {
		return with{"Name": p.Name, "Post": p.Post, "Phone": p.Phone}, nil
	}
	return newQuestion(name, KindPerson, t, limits{}, rules)
}

func readPerson(_ Question, in Input) (got reading[PersonAnswer], no *Refusal) {
	if no := in.wantsText(); no != nil {
		return got, no
	}
	p, err := parsePerson(in.Text)
	switch {
	case errors.Is(err, errTwoPhones):
		return got, Refuse(RefusedTwoPhones, with{"Text": quote(in.Text), "Example": examplePerson})
	case errors.Is(err, errNoAreaCode):
		return got, Refuse(RefusedNoAreaCode, with{"Text": quote(in.Text), "Example": exampleLandline})
	case err != nil:
		return got, Refuse(RefusedNotAPerson, with{"Text": quote(in.Text), "Example": examplePerson})
	}
	if lacks := p.lacks(); len(lacks) > 0 {
		return got, Refuse(RefusedPersonIncomplete, with{"Text": quote(in.Text), "Lacks": lacks, "Example": examplePerson})
	}
	return reading[PersonAnswer]{value: p, changed: p.String() != strings.TrimSpace(in.Text)}, nil
}

// lacks names what is missing: name, post, phone.
func (p PersonAnswer) lacks() (names []string) {
	for _, part := range []struct{ name, is string }{{"name", p.Name}, {"post", p.Post}, {"phone", p.Phone}} {
		if part.is == "" {
			names = append(names, part.name)
		}
	}
	return names
}

// checkPerson lets through what would be read the same if it were typed.
func checkPerson(_ Question, p PersonAnswer) *Refusal {
	if lacks := p.lacks(); len(lacks) > 0 {
		return Refuse(RefusedPersonIncomplete, with{"Text": quote(p.String()), "Lacks": lacks, "Example": examplePerson})
	}
	if same, err := parsePerson(p.String()); err != nil || same != p {
		return Refuse(RefusedNotAPerson, with{"Text": quote(p.String()), "Example": examplePerson})
	}
	return nil
}
