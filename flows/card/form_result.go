package card

import (
	"fmt"
	"slices"
	"strconv"

	"luling/flows/ask"
	"luling/store/programme"
)

// ownQuestions are the counts by year that only one category is asked for, and
// resultQuestions the results of three years. Source: 8.3.
var (
	ownQuestions    = []string{"doctors", "masters", "senior", "middle", "high_skill", "rural_talent", "social_cert"}
	resultQuestions = []string{"patents", "awards", "income", "villagers", "cases"}
)

// own lists the counts by year of a category.
func own(c programme.Category) []string {
	switch c {
	case programme.CatEnterprise:
		return []string{"doctors", "masters"}
	case programme.CatProfessional:
		return []string{"senior", "middle"}
	case programme.CatSkilled:
		return []string{"high_skill"}
	case programme.CatRural:
		return []string{"rural_talent"}
	case programme.CatSocialWork:
		return []string{"social_cert"}
	}
	return nil
}

// results lists the results of a category.
func results(c programme.Category) []string {
	switch c {
	case programme.CatEnterprise, programme.CatSkilled:
		return []string{"patents", "awards", "income"}
	case programme.CatProfessional:
		return []string{"patents", "awards"}
	case programme.CatRural:
		return []string{"awards", "income", "villagers"}
	case programme.CatSocialWork:
		return []string{"awards", "cases"}
	}
	return nil
}

// Source: S4.6.
func (f *Form) resultQuestions() (qs []ask.Question) {
	in, clause, unit := ask.In("result"), ask.Clause("S4.6"), ask.Unit("人")
	for i, y := range f.Talents {
		qs = append(qs, ask.Of("talents", strconv.Itoa(y.Year), i+1, f.talentQuestions(y)...)...)
	}
	qs = append(qs, ask.Number("introduced", &f.Introduced, in, clause, unit, ask.AtMost(mostPeople)))
	if f.Introduced > 0 {
		qs = append(qs, ask.Number("trained", &f.Trained, in, clause, unit, ask.AtMost(f.Introduced),
			ask.About(map[string]any{"Introduced": f.Introduced})))
	}
	for _, name := range results(f.Category) {
		qs = append(qs, result(name, f.Results[name], in, clause))
	}
	qs = append(qs,
		f.words(programme.CritResult, mostWords, "S4.6"),
		ask.LongText("environment", &f.Environment, in, clause, ask.Length(leastWords, featureMost)))
	return append(qs, f.proofs(programme.CritResult)...)
}

func (f *Form) talentQuestions(y *TalentYear) []ask.Question {
	rules := []ask.Rule{
		ask.In("result"), ask.Clause("S4.6"), ask.Unit("人"), ask.AtMost(mostPeople),
		ask.About(map[string]any{"Year": y.Year, "Now": y.Year == f.Round.Year, "Total": y.Total}),
	}
	qs := []ask.Question{ask.Number("total", &y.Total, rules...)}
	for _, name := range own(f.Category) {
		qs = append(qs, ask.Number(name, y.Own[name], append(slices.Clone(rules), ask.AtMost(y.Most()))...))
	}
	return qs
}

// result asks for one result of three years.
func result(name string, field *int64, rules ...ask.Rule) ask.Question {
	switch name {
	case "income":
		return ask.Money(name, field, append(rules, ask.Unit("万元"), ask.AtMost(mostMoney))...)
	case "villagers":
		return ask.Number(name, field, append(rules, ask.Unit("人"), ask.AtMost(mostPeople))...)
	case "cases":
		return ask.Number(name, field, append(rules, ask.Unit("件"), ask.AtMost(mostPeople))...)
	}
	return ask.Number(name, field, append(rules, ask.Unit("项"), ask.AtMost(mostPeople))...)
}

// hiddenByCategory counts stored answers that the category now chosen hides.
func (f *Form) hiddenByCategory() (n int) {
	hidden := func(all, mine []string, name func(string) string) {
		for _, q := range all {
			if f.stored[name(q)] && !slices.Contains(mine, q) {
				n++
			}
		}
	}
	for _, year := range f.years() {
		hidden(ownQuestions, own(f.Category), func(q string) string { return fmt.Sprintf("talents.%d.%s", year, q) })
	}
	hidden(resultQuestions, results(f.Category), func(q string) string { return q })
	return n
}
