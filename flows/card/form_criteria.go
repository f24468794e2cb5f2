package card

import (
	"luling/flows/ask"
	"luling/store/programme"
)

// Most characters of the texts of a criterion. 600 for character is the practice's.
const (
	leastWords  = 20
	mostWords   = 1000
	featureMost = 600
)

const (
	mostMoney = 100_000_000_000 // 分: 十亿元
	mostTimes = 100_000
	mostArea  = 10_000_000 // square metres
)

// Source: S4.1.
func (f *Form) guaranteeQuestions() []ask.Question {
	in, year := ask.In("guarantee"), f.today.Year
	qs := []ask.Question{
		ask.Declaration("no_secret", &f.NoSecret, in),
		ask.Facts("study", in, ask.Clause("S4.1a"), ask.About(f.StudyFacts())),
		f.words(programme.CritGuarantee, mostWords, "S4.1c"),
		ask.Money("fund", &f.Fund, in, ask.Clause("S4.1d"), ask.Unit("万元"), ask.AtMost(mostMoney)),
		ask.Year("fund_year", &f.FundYear, in, ask.Clause("S4.1d"), ask.WithinYear(year-1, year),
			ask.About(map[string]any{"LastYear": year - 1, "Year": year})),
	}
	return append(qs, f.files(programme.CritGuarantee, "S4.1c")...)
}

// Source: S4.2.
func (f *Form) planQuestions() []ask.Question {
	in, clause := ask.In("plan"), ask.Clause("S4.2")
	qs := []ask.Question{
		ask.Text("plan_title", &f.PlanTitle, in, clause, ask.Length(2, 80)),
		ask.Text("plan_period", &f.PlanPeriod, in, clause, ask.Length(4, 40)),
		f.words(programme.CritPlan, mostWords, "S4.2"),
	}
	return append(qs, f.files(programme.CritPlan, "S4.2")...)
}

// Source: S4.3.
func (f *Form) carrierQuestions() []ask.Question {
	in, clause := ask.In("carrier"), ask.Clause("S4.3")
	qs := []ask.Question{
		ask.Number("carrier_count", &f.Activities, in, clause, ask.Unit("次"), ask.AtMost(mostTimes)),
		ask.Number("carrier_served", &f.Served, in, clause, ask.Unit("人次"), ask.AtMost(100*mostPeople)),
		f.words(programme.CritCarrier, mostWords, "S4.3"),
	}
	return append(qs, f.files(programme.CritCarrier, "S4.3")...)
}

// Source: S4.4.
func (f *Form) platformQuestions() []ask.Question {
	in, clause := ask.In("platform"), ask.Clause("S4.4")
	qs := []ask.Question{
		ask.Number("platform_count", &f.Platforms, in, clause, ask.Unit("个"), ask.AtMost(mostTimes)),
		ask.Number("platform_area", &f.Area, in, clause, ask.Unit("平方米"), ask.AtMost(mostArea)),
		f.words(programme.CritPlatform, mostWords, "S4.4"),
	}
	return append(qs, f.files(programme.CritPlatform, "S4.4")...)
}

// Source: S4.5.
func (f *Form) featureQuestions() []ask.Question {
	in, clause := ask.In("feature"), ask.Clause("S4.5")
	qs := []ask.Question{
		f.words(programme.CritFeature, featureMost, "S4.5"),
		ask.LongText("feature_case", &f.Case, in, clause, ask.Length(leastWords, featureMost)),
	}
	return append(qs, f.files(programme.CritFeature, "S4.5")...)
}

// words asks for the text of a criterion.
func (f *Form) words(id programme.CriterionID, most int, clause string) ask.Question {
	return ask.LongText(string(id)+"_text", &f.Proofs[id].Text, ask.In(string(id)), ask.Clause(clause),
		ask.Length(leastWords, most), ask.About(f.criterion(id)), ask.About(map[string]any{"Most": most}))
}

// files asks for the evidence of a criterion, once it was declared that nothing
// secret is sent. Source: C4, C5.
func (f *Form) files(id programme.CriterionID, clause string) []ask.Question {
	if !f.NoSecret {
		return nil
	}
	return []ask.Question{ask.Files(string(id)+"_files", &f.Proofs[id].Files, ask.In(string(id)), ask.Clause(clause),
		ask.Most(f.programme.Evidence.PerItem), ask.About(f.criterion(id)), ask.About(f.fileLimits()))}
}
