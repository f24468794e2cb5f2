package card

import (
	"strconv"

	"luling/flows/ask"
	"luling/store/programme"
)

const mostMoney = 100_000_000_000 // 分: 十亿元

// Source: S4.1.
func (f *Form) guaranteeQuestions() []ask.Question {
	in := ask.In("guarantee")
	qs := []ask.Question{
		ask.Declaration("no_secret", &f.NoSecret, in),
		ask.Facts("study", in, ask.Clause("S4.1a"), ask.About(f.StudyFacts())),
		f.words(programme.CritGuarantee, mostWords, "S4.1c"),
	}
	qs = append(qs, ask.Entries("rules", &f.Rules, ruleQuestions, in, ask.Clause("S4.1c"), ask.Least(1), ask.Most(20))...)
	qs = append(qs, f.fundQuestions()...)
	return append(qs, f.proofs(programme.CritGuarantee)...)
}

func ruleQuestions(r *Rule) []ask.Question {
	return []ask.Question{
		ask.Text("title", &r.Title, ask.Length(4, 80)),
		ask.Date("on", &r.On, ask.MonthEnough(), ask.NotFuture()),
		ask.Choices("kinds", &r.Kinds, options(programme.RuleKinds)),
		ask.Text("number", &r.Number, ask.Optional(), ask.Length(2, 40)),
	}
}

// fundQuestions are the table of three years, with what was carried into it.
//
// Source: S4.1d.
func (f *Form) fundQuestions() []ask.Question {
	years := f.years()
	money := []ask.Rule{ask.In("guarantee"), ask.Clause("S4.1d"), ask.Unit("万元"), ask.AtMost(mostMoney), ask.About(map[string]any{"First": years[0]})}
	all := []ask.Question{ask.Money("fund_opening", &f.Opening, money...)}
	for i, y := range f.FundTable() {
		field, about := f.Funds[i], ask.About(map[string]any{"Year": y.Year, "Now": y.Year == f.Round.Year, "Sum": y.Brought + y.Budget - y.Spent})
		of := append(append([]ask.Rule{}, money...), about)
		all = append(all, ask.Of("fund", strconv.Itoa(y.Year), i+1,
			ask.Money("budget", &field.Budget, of...),
			ask.Money("spent", &field.Spent, of...),
			ask.Money("carried", &field.Remaining, append(of, ask.Suggest(wan(y.Brought+y.Budget-y.Spent)))...))...)
	}
	return all
}

// FundTable is the fund by year: what a year carries forward the next one begins
// with. Source: S4.1d.
func (f *Form) FundTable() (table []programme.FundYear) {
	brought := f.Opening
	for _, y := range f.Funds {
		row := *y
		row.Brought = brought
		table, brought = append(table, row), y.Remaining
	}
	return table
}

// Fund is what there is in the round's year: brought forward and budget, in 分.
func (f *Form) Fund() int64 {
	table := f.FundTable()
	now := table[len(table)-1]
	return now.Brought + now.Budget
}
