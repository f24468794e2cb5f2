package card

import (
	"luling/flows/ask"
	"luling/store/programme"
)

// FormName is the name of the application form; its texts begin with it.
const FormName = "apply"

// A Form is the application form (申报表): what a unit is asked, in nine
// sections. Lists of rules, fund years, targets, activities and places are not
// asked for one by one yet; each has its number or its text.
//
// Source: S4, S5.2b; section 8.3.
type Form struct {
	ground
	Category       programme.Category
	CategoryChange string // the category for which hiding old answers was agreed to
	Address        string
	Founded        programme.Date // first day of the month if only that is known
	Staff          int64
	Head, Deputy   ask.PersonAnswer
	ContactPhone   string
	BodyName       string
	FullTime       int64
	NoSecret       bool
	Fund           int64 // 分
	FundYear       int
	PlanTitle      string
	PlanPeriod     string
	Activities     int64
	Served         int64
	Platforms      int64
	Area           int64 // square metres
	Case           string
	Talents        int64
	Own            map[string]*int64 // counts asked in one category only
	Introduced     int64
	Summary        string
	Honours        string
	Declaration    bool
	Proofs         map[programme.CriterionID]*Proof
}

// A Proof is what a unit says and sends for one criterion.
type Proof struct {
	Text  string
	Files []int64
}

// newForm is the empty form on its ground.
func newForm(g ground) *Form {
	f := &Form{ground: g, Own: map[string]*int64{}, Proofs: map[programme.CriterionID]*Proof{}}
	for _, id := range programme.CriterionIDs {
		f.Proofs[id] = &Proof{}
	}
	for _, name := range ownQuestions {
		f.Own[name] = new(int64)
	}
	return f
}

// Questions implements [ask.Form].
func (f *Form) Questions() (all []ask.Question) {
	for _, section := range []func() []ask.Question{
		f.unitQuestions, f.peopleQuestions, f.guaranteeQuestions, f.planQuestions, f.carrierQuestions,
		f.platformQuestions, f.featureQuestions, f.resultQuestions, f.summaryQuestions,
	} {
		all = append(all, section()...)
	}
	return all
}
