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

const mostArea = 10_000_000 // square metres

// Source: S4.2.
func (f *Form) planQuestions() []ask.Question {
	in, clause := ask.In("plan"), ask.Clause("S4.2")
	qs := []ask.Question{
		ask.Text("plan_title", &f.PlanTitle, in, clause, ask.Length(2, 80)),
		ask.Date("plan_from", &f.PlanFrom, in, clause, ask.MonthEnough()),
		ask.Date("plan_until", &f.PlanUntil, in, clause, ask.MonthEnough(), ask.NotBefore(month(f.PlanFrom))),
		f.words(programme.CritPlan, mostWords, "S4.2"),
	}
	qs = append(qs, ask.Entries("targets", &f.Targets, targetQuestions, in, clause, ask.Least(3), ask.Most(20))...)
	return append(qs, f.proofs(programme.CritPlan)...)
}

func targetQuestions(t *Target) []ask.Question {
	return []ask.Question{
		ask.Text("indicator", &t.Indicator, ask.Length(2, 60)),
		ask.Text("value", &t.Value, ask.Length(1, 40)),
		ask.Text("owner", &t.Owner, ask.Length(2, 40)),
		ask.Date("due", &t.Due, ask.MonthEnough()),
		ask.Text("reached", &t.Reached, ask.Optional(), ask.Length(1, 60)),
	}
}

// month is the first day of a date's month, so that a month said without a day
// does not lie before it; "" for none.
func month(d programme.Date) string {
	if d.IsZero() {
		return ""
	}
	d.Day = 1
	return d.String()
}

// Source: S4.3.
func (f *Form) carrierQuestions() []ask.Question {
	in, clause := ask.In("carrier"), ask.Clause("S4.3")
	since := f.since().String()
	qs := ask.Entries("activities", &f.Activities, func(a *Activity) []ask.Question { return activityQuestions(a, since) },
		in, clause, ask.Least(1), ask.Most(20), ask.About(map[string]any{"Since": since}))
	qs = append(qs, f.words(programme.CritCarrier, mostWords, "S4.3"))
	return append(qs, f.proofs(programme.CritCarrier)...)
}

func activityQuestions(a *Activity, since string) []ask.Question {
	return []ask.Question{
		ask.Date("held_on", &a.HeldOn, ask.NotFuture(), ask.NotBefore(since), ask.About(map[string]any{"Since": since})),
		ask.Choice("form", &a.Form, options(programme.ActivityForms)),
		ask.Text("title", &a.Title, ask.Length(2, 80)),
		ask.Number("served", &a.Served, ask.Unit("人"), ask.AtMost(mostPeople)),
		ask.Text("place", &a.Place, ask.Length(2, 60)),
	}
}

// since is the first day of the last 24 months, counted from the first day of
// applying, so that an activity does not grow too old while the form is filled in.
func (g *ground) since() programme.Date {
	if opens := g.Round.OpensOn; !opens.IsZero() {
		return opens.AddMonths(-24)
	}
	return programme.Date{Year: g.Round.Year - 2, Month: 1, Day: 1}
}

// Source: S4.5.
func (f *Form) featureQuestions() []ask.Question {
	in, clause := ask.In("feature"), ask.Clause("S4.5")
	qs := []ask.Question{
		f.words(programme.CritFeature, featureMost, "S4.5"),
		ask.LongText("feature_case", &f.Case, in, clause, ask.Length(leastWords, featureMost)),
		ask.LongText("media", &f.Media, in, clause, ask.Optional(), ask.Length(4, 500)),
	}
	return append(qs, f.proofs(programme.CritFeature)...)
}

// words asks for the text of a criterion.
func (f *Form) words(id programme.CriterionID, most int, clause string) ask.Question {
	return ask.LongText(string(id)+"_text", f.Texts[id], ask.In(string(id)), ask.Clause(clause),
		ask.Length(leastWords, most), ask.About(f.criterion(id)), ask.About(map[string]any{"Most": most}))
}
