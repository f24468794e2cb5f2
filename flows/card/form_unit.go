package card

import (
	"luling/flows/ask"
	"luling/store/programme"
)

// Bounds of counts: no unit of a city has more people.
const (
	mostPeople   = 1_000_000
	mostFullTime = 10_000
)

func (f *Form) unitQuestions() []ask.Question {
	in := ask.In("unit")
	qs := []ask.Question{
		ask.Facts("unit", in, ask.About(f.unitFacts())),
		ask.Choice("category", &f.Category, f.openCategories(), in, ask.Clause(f.categoryClause()), ask.About(f.categoryFacts())),
	}
	if hides := f.hiddenByCategory(); hides > 0 {
		qs = append(qs, ask.Choice("category_change", &f.CategoryChange, f.agreeToChange(), in,
			ask.Clause(f.categoryClause()), ask.About(map[string]any{"Category": f.categoryName(), "Hidden": hides})))
	}
	return append(qs,
		ask.Text("address", &f.Address, in, ask.Length(5, 100), ask.Suggest(f.Unit.Address)),
		ask.Date("founded", &f.Founded, in, ask.MonthEnough(), ask.NotFuture()),
		ask.Choice("nature", &f.Nature, options(programme.Natures), in),
		ask.Number("staff", &f.Staff, in, ask.Unit("人"), ask.Between(1, mostPeople), f.staff()),
	)
}

func (f *Form) peopleQuestions() []ask.Question {
	in, body := ask.In("people"), ask.Clause("S4.1b")
	qs := []ask.Question{
		ask.Person("head", &f.Head, in, ask.Clause("S4.1a"), f.person(programme.RoleHead)),
		ask.Person("deputy", &f.Deputy, in, ask.Clause("S4.1a"), ask.Optional(), f.person(programme.RoleDeputy)),
		ask.Text("contact_post", &f.ContactPost, in, ask.Length(2, 40)),
		ask.Phone("contact_phone", &f.ContactPhone, in, f.ownNumber()),
		ask.Text("body_name", &f.BodyName, in, body, ask.Length(2, 80)),
		ask.Date("body_founded", &f.BodyFounded, in, body, ask.MonthEnough(), ask.NotFuture()),
		ask.Text("body_basis", &f.BodyBasis, in, body, ask.Length(4, 100)),
		ask.Number("full_time", &f.FullTime, in, body, ask.Unit("人"), ask.AtMost(mostFullTime)),
	}
	if f.FullTime > 0 {
		qs = append(qs, ask.Checked("full_time_names", &f.FullTimeNames, f.names, in, body, ask.Length(2, 200),
			ask.About(map[string]any{"Names": f.wantedNames()})))
	}
	return qs
}

func (f *Form) openCategories() (options []ask.Option) {
	for _, c := range f.open() {
		options = append(options, ask.Option{ID: string(c.ID), Label: c.Name})
	}
	return options
}

// options are the names of a list to choose from.
func options(list []programme.Named) (all []ask.Option) {
	for _, n := range list {
		all = append(all, ask.Option{ID: n.ID, Label: n.Name})
	}
	return all
}

// agreeToChange is one option, named after the category, so that agreeing once
// does not cover a later change to another.
func (f *Form) agreeToChange() []ask.Option {
	return []ask.Option{{ID: string(f.Category), Label: "apply.category_change.agree"}}
}

func (f *Form) open() []programme.CategoryRule { return f.programme.Open(f.Unit.Type) }

// categoryClause is the clause of the category chosen, or of the first one open.
func (f *Form) categoryClause() string {
	if c, ok := f.programme.Category(f.Category); ok {
		return c.Clause
	}
	if open := f.open(); len(open) > 0 {
		return open[0].Clause
	}
	return "S3"
}

func (f *Form) categoryName() programme.Words {
	c, _ := f.programme.Category(f.Category)
	return c.Name
}
