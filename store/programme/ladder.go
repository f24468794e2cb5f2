package programme

import "time"

// A LadderStep is one reminder of the study duty of a year (6.4).
type LadderStep struct {
	No    int    // 1 to 12
	On    Date   // a working day
	Below int    // goes out only while fewer sessions count; 0: whatever counts
	To    []Role // the recommender is that of the unit
}

// Ladder lists the reminders a site of so many needed sessions gets for a year, in
// order of their dates. The dates are ours, moved to the next working day; the
// last two lie in the year after. It says what may go out, not what went out: a
// site named during the year begins with the next step (ruling 9).
//
// Source: S4.1a; 6.4, ruling 19.
func (p *Programme) Ladder(year, needed int) []LadderStep {
	c, s := p.Calendar, p.Study
	on := func(y int, m time.Month, d int) Date { return c.NextWorkday(Date{y, m, d}) }
	after := func(d Date) Date { return c.NextWorkday(d.AddDays(1)) }
	one := min(1, needed)
	return []LadderStep{
		{1, on(year, time.January, 6), needed, unit},
		{2, on(year, time.May, 31), one, []Role{RoleContact}},
		{3, on(year, time.June, 15), one, []Role{RoleContact, RoleDeputy}},
		{4, c.AddWorkdays(s.HalfBy.In(year), -5), one, []Role{RoleContact, RoleHead, RoleRecommender}},
		{5, after(s.HalfBy.In(year)), one, []Role{RoleContact, RoleDeputy, RoleHead, RoleRecommender}},
		{6, on(year, time.September, 15), needed, []Role{RoleContact}},
		{7, on(year, time.October, 31), needed, []Role{RoleContact, RoleDeputy}},
		{8, on(year, time.November, 15), needed, []Role{RoleContact, RoleHead, RoleRecommender}},
		{9, after(s.FullBy.In(year)), needed, []Role{RoleContact, RoleDeputy, RoleHead, RoleRecommender, RoleOffice}},
		{10, on(year, time.December, 15), needed, []Role{RoleHead, RoleRecommender, RoleOffice}},
		{11, on(year+1, time.January, 2), needed, []Role{RoleContact}},
		{12, after(s.BackEntryBy.In(year + 1)), 0, []Role{RoleContact, RoleDeputy, RoleHead, RoleRecommender, RoleOffice}},
	}
}

// ApplicantsLadder lists the reminders an applicant gets: steps 1, 2, 5 and 6, to
// contact and leaders alone, and none at all while [Gaps] finds enough sessions.
//
// Source: ruling 13.
func (p *Programme) ApplicantsLadder(year int) []LadderStep {
	var steps []LadderStep
	for _, step := range p.Ladder(year, p.Study.Needed) {
		switch step.No {
		case 1, 2, 5, 6:
			step.To = unit
			steps = append(steps, step)
		}
	}
	return steps
}

// Silences reports whether a promise made on one day to hold a session on another
// drops a step: from the day of the promise until the day before the first
// working day after the promised date.
//
// Source: ruling 10.
func (c Calendar) Silences(made, promised, step Date) bool {
	return !step.Before(made) && step.Before(c.AddWorkdays(promised, 1))
}
