package rulebook

import (
	"slices"

	"luling/store/programme"
)

func (c *checker) settings() {
	s := c.p.Seats
	c.want(s.Min <= s.Max, "seats.max", "is %d, must not be below min %d", s.Max, s.Min)
	c.want(s.Min <= s.Planned && s.Planned <= s.Max, "seats.planned", "is %d, must lie between min %d and max %d", s.Planned, s.Min, s.Max)
	c.review()
	c.share("vote.quorum", c.p.Vote.Quorum)
	c.share("vote.pass", c.p.Vote.Pass)
	c.marks()
	c.study()
	c.reminders("periods.draft_reminders", c.p.Periods.DraftReminders)
	c.reminders("periods.body_reminders", c.p.Periods.BodyReminders)
	c.reminders("periods.self_report_reminders", c.p.Periods.SelfReportReminders)
}

func (c *checker) review() {
	r := c.p.Review
	ways := []programme.Aggregation{programme.AsMean, programme.AsMedian, programme.AsTrimmed}
	c.want(slices.Contains(ways, r.Aggregation), "review.aggregation", "is %q, must be one of %q", r.Aggregation, ways)
	c.want(r.Least <= r.Reviewers, "review.least", "is %d, must not exceed reviewers %d", r.Least, r.Reviewers)
	c.want(r.Departments <= r.Reviewers, "review.departments", "is %d, must not exceed reviewers %d", r.Departments, r.Reviewers)
}

func (c *checker) share(field string, s programme.Share) {
	half, most := programme.Share{Part: 1, Whole: 2}, programme.Share{Part: 3, Whole: 4}
	kept := s.Whole > 0 && s.Compare(half) >= 0 && s.Compare(most) <= 0
	c.want(kept, field, "is %s, must be between %s and %s", s, half, most)
}

func (c *checker) marks() {
	m := c.p.Marks
	c.mark("marks.pass", m.Pass, 100)
	c.mark("marks.excellent", m.Excellent, 100)
	c.mark("marks.qualified", m.Qualified, 100)
	c.mark("marks.bonus", m.Bonus, 20)
	c.want(m.Qualified <= m.Excellent, "marks.qualified", "must not exceed excellent")
}

func (c *checker) mark(field string, value, most int64) {
	c.want(value%50 == 0 && value <= most*100, field, "is %s, must be a number of half points up to %d", written(value), most)
}

func (c *checker) study() {
	s := c.p.Study
	c.want(s.HalfBy.Before(s.FullBy), "study.full_by", "must come after half_by")
	c.want(s.OneAfter.Before(s.NoneAfter), "study.none_after", "must come after one_after")
	for field, day := range map[string]programme.MonthDay{
		"study.half_by": s.HalfBy, "study.full_by": s.FullBy, "study.back_entry_by": s.BackEntryBy,
		"study.one_after": s.OneAfter, "study.none_after": s.NoneAfter,
	} {
		c.want(day != programme.MonthDay{}, field, "must be a day written MM-DD")
	}
}

func (c *checker) reminders(field string, days []int) {
	falling := slices.IsSortedFunc(days, func(a, b int) int { return b - a }) && len(slices.Compact(slices.Clone(days))) == len(days)
	within := !slices.ContainsFunc(days, func(d int) bool { return d < 1 || d > 60 })
	c.want(falling && within && len(days) <= 10, field, "is %v, must be at most ten falling numbers between 60 and 1", days)
}
