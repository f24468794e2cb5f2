package card

import (
	"luling/flows/ask"
	"luling/store/programme"
)

// ownQuestions are the counts that only one category is asked for. Source: 8.3.
var ownQuestions = []string{"doctors", "masters", "senior", "high_skill", "rural_talent", "social_cert"}

// own lists the counts of a category.
func own(c programme.Category) (names []string) {
	if c == programme.CatEnterprise {
		names = append(names, "doctors", "masters")
	}
	if c == programme.CatProfessional {
		names = append(names, "senior")
	}
	if c == programme.CatSkilled {
		names = append(names, "high_skill")
	}
	if c == programme.CatRural {
		names = append(names, "rural_talent")
	}
	if c == programme.CatSocialWork {
		names = append(names, "social_cert")
	}
	return names
}

// Source: S4.6.
func (f *Form) resultQuestions() []ask.Question {
	in, clause, unit := ask.In("result"), ask.Clause("S4.6"), ask.Unit("人")
	qs := []ask.Question{ask.Number("talents", &f.Talents, in, clause, unit, ask.AtMost(mostPeople))}
	for _, name := range own(f.Category) {
		qs = append(qs, ask.Number(name, f.Own[name], in, clause, unit, ask.AtMost(f.mostTalents())))
	}
	qs = append(qs,
		ask.Number("introduced", &f.Introduced, in, clause, unit, ask.AtMost(mostPeople)),
		f.words(programme.CritResult, mostWords, "S4.6"))
	return append(qs, f.files(programme.CritResult, "S4.6")...)
}

// mostTalents bounds a part by the whole, once that is known.
func (f *Form) mostTalents() int64 {
	if f.Talents > 0 {
		return f.Talents
	}
	return mostPeople
}

func (f *Form) summaryQuestions() []ask.Question {
	in := ask.In("summary")
	return []ask.Question{
		ask.LongText("summary", &f.Summary, in, ask.Clause("S2.1"), ask.Length(50, 2000)),
		ask.LongText("honours", &f.Honours, in, ask.Optional(), ask.Length(2, 500)),
		ask.Declaration("declaration", &f.Declaration, in, ask.About(f.leaderFacts())),
	}
}

// hiddenByCategory counts stored answers that the category now chosen hides.
func (f *Form) hiddenByCategory() (n int) {
	mine := map[string]bool{}
	for _, name := range own(f.Category) {
		mine[name] = true
	}
	for _, name := range ownQuestions {
		if f.stored[name] && !mine[name] {
			n++
		}
	}
	return n
}
