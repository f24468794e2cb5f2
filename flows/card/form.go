package card

import (
	"luling/flows/ask"
	"luling/store/programme"
)

// FormName is the name of the application form; its texts begin with it.
const FormName = "apply"

// A Form is the application form (申报表): what a unit is asked, in nine
// sections.
//
// Source: S4, S5.2b; section 8.3.
type Form struct {
	ground
	Category       programme.Category
	CategoryChange string // the category for which hiding old answers was agreed to
	Address        string
	Founded        programme.Date // first day of the month if only that is known
	Nature         string         // an id of programme.Natures
	Staff          int64

	Head, Deputy  ask.PersonAnswer
	ContactPost   string
	ContactPhone  string
	BodyName      string
	BodyFounded   programme.Date
	BodyBasis     string
	FullTime      int64
	FullTimeNames string

	NoSecret bool
	Texts    map[programme.CriterionID]*string
	Rules    ask.List[Rule]
	Opening  int64                 // carried into the first year of the fund table, 分
	Funds    []*programme.FundYear // three years, the round's the last

	PlanTitle           string
	PlanFrom, PlanUntil programme.Date
	Targets             ask.List[Target]
	Activities          ask.List[Activity]
	Platforms           ask.List[Platform]
	Places              ask.List[Place]
	Case, Media         string

	Talents     []*TalentYear // three years, the round's the last
	Introduced  int64         // brought in and trained in three years
	Trained     int64         // of these
	Results     map[string]*int64
	Environment string

	Summary     string
	Honours     string
	Related     ask.List[Related]
	Declaration bool
	ProxyScan   []int64 // of what is typed for the unit: the application as it was signed
	ProxyNote   string

	Proofs map[string]*[]int64                // files by number of the item
	Older  map[programme.CriterionID]*[]int64 // files of a draft that was begun when each criterion had one question for all
}

// newForm is the empty form on its ground.
func newForm(g ground) *Form {
	f := &Form{
		ground: g, Texts: map[programme.CriterionID]*string{}, Results: map[string]*int64{},
		Proofs: map[string]*[]int64{}, Older: map[programme.CriterionID]*[]int64{},
	}
	for _, id := range programme.CriterionIDs {
		f.Texts[id], f.Older[id] = new(string), new([]int64)
	}
	for _, c := range g.programme.Criteria {
		for _, item := range c.Items {
			f.Proofs[item.No] = new([]int64)
		}
	}
	for _, name := range resultQuestions {
		f.Results[name] = new(int64)
	}
	for _, year := range g.years() {
		f.Funds = append(f.Funds, &programme.FundYear{Year: year})
		f.Talents = append(f.Talents, newTalentYear(year))
	}
	return f
}

// years are those of the tables of three years, the round's the last.
func (g *ground) years() []int {
	y := g.Round.Year
	return []int{y - 2, y - 1, y}
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
