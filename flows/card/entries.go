package card

import "luling/store/programme"

// A Rule is one document of the unit's rules on talent. Source: S4.1c.
type Rule struct {
	Title  string
	Number string         // 文号; "" if it has none
	On     programme.Date // first day of the month if only that is known
	Kinds  []string       // ids of programme.RuleKinds
}

// A Target is one aim of the year with what has come of it. Source: S4.2.
type Target struct {
	programme.Target
	Due     programme.Date // first day of the month if only that is known
	Reached string         // "" if nothing is said yet
}

// An Activity is one service of talent to others. Source: S4.3.
type Activity struct {
	HeldOn programme.Date
	Form   string // an id of programme.ActivityForms
	Title  string
	Served int64 // people
	Place  string
}

// A Platform is where talent learns and works together. Source: S4.4.
type Platform struct {
	Name  string
	Level string         // an id of programme.Levels
	Since programme.Date // first day of the month if only that is known
}

// A Place is set aside for talent. Source: S4.4.
type Place struct {
	Name   string
	Area   int64 // square metres
	Use    string
	Photos []int64
}

// A Related person is a member of the panel, or somebody who may become one,
// with a tie to the unit. Source: C14.
type Related struct{ Name, Relation string }

// A TalentYear is a unit's talent at the end of a year. Source: S4.6.
type TalentYear struct {
	Year  int
	Total int64             // -1: not said
	Own   map[string]*int64 // counts asked in one category only
}

func newTalentYear(year int) *TalentYear {
	y := &TalentYear{Year: year, Total: -1, Own: map[string]*int64{}}
	for _, name := range ownQuestions {
		y.Own[name] = new(int64)
	}
	return y
}

// Most is the bound of a part: the whole, once that is known.
func (y *TalentYear) Most() int64 {
	if y.Total >= 0 {
		return y.Total
	}
	return mostPeople
}

// A Service is what the activities come to.
type Service struct {
	Times  int
	Forms  int // of the five that the measure names
	Served int64
}

// Service adds the activities up. Source: S4.3.
func (f *Form) Service() (s Service) {
	forms := map[string]bool{}
	for _, a := range f.Activities.All() {
		s.Times++
		s.Served += a.Served
		if a.Form != "" && a.Form != programme.Other {
			forms[a.Form] = true
		}
	}
	s.Forms = len(forms)
	return s
}
