package programme

// Seats is how many sites a round names. Source: S5.1; Planned is ours.
type Seats struct {
	Min     int `toml:"min"`
	Max     int `toml:"max"`
	Planned int `toml:"planned"` // lists and ticks are computed from it
}

// Quotas is how many a recommending body may recommend in a round, by its type. Source: A4, B5 (P).
type Quotas struct {
	County     int  `toml:"county"`
	Zone       int  `toml:"zone"`
	Department int  `toml:"department"`
	Categories int  `toml:"categories"`   // at most so many different categories
	OnePerUnit bool `toml:"one_per_unit"` // one application per unit and round
}

// Of is the default quota of a kind of body.
func (q Quotas) Of(t BodyType) int {
	switch t {
	case BodyCounty:
		return q.County
	case BodyZone:
		return q.Zone
	case BodyDepartment:
		return q.Department
	}
	return 0
}

// An Aggregation says how one number is made of several sheets.
type Aggregation string

// The ways to aggregate. Trimmed drops one highest and one lowest from
// Review.TrimFrom valid sheets on, and is the plain mean below that.
const (
	AsMean    Aggregation = "mean"
	AsMedian  Aggregation = "median"
	AsTrimmed Aggregation = "trimmed"
)

// ReviewRules say how applications are scored. Source: F1, F13 (P).
type ReviewRules struct {
	Reviewers   int         `toml:"reviewers"`   // per application
	Least       int         `toml:"least"`       // fewer valid sheets: 评分不足
	Departments int         `toml:"departments"` // the panel spans at least so many
	Aggregation Aggregation `toml:"aggregation"`
	TrimFrom    int         `toml:"trim_from"`
}

// VoteRules say when a vote is valid and what passes. Source: 6.3, ruling 2 (P).
type VoteRules struct {
	Quorum      Share `toml:"quorum"`       // of the roll, at least
	Pass        Share `toml:"pass"`         // of an item's base, more than
	Sessions    int   `toml:"sessions"`     // ties go to the leading group after so many
	LeastVoters int   `toml:"least_voters"` // per item
	Hours       int   `toml:"hours"`        // shortest time open
	LiveMinutes int   `toml:"live_minutes"` // the same in a meeting
}

// Marks are thresholds in hundredths of a point. Source: section 2, rulings 1 and 21 (P).
type Marks struct {
	Pass      int64 // below it an application is not put on the ballot
	Excellent int64
	Qualified int64
	Bonus     int64 // bonuses add at most this
}

// InspectionRules say who is visited and by how many. Source: S5.2b; numbers ours.
type InspectionRules struct {
	SurplusPercent int `toml:"surplus_percent"` // list length in percent of the planned seats, rounded up
	Team           int `toml:"team"`
	Outsiders      int `toml:"outsiders"`      // members not from the recommender's area
	WeightPercent  int `toml:"weight_percent"` // of the inspection in the composite
}

// Listed is the length of the inspection list for so many planned seats.
func (i InspectionRules) Listed(planned int) int { return (planned*i.SurplusPercent + 99) / 100 }

// EvaluationRules say how named sites are looked at again. Source: S6.4a; numbers ours.
type EvaluationRules struct {
	Years            int `toml:"years"`       // after naming or the last grade
	NoticeDays       int `toml:"notice_days"` // working days ahead
	ExcellentPercent int `toml:"excellent_percent"`
	SamplePercent    int `toml:"sample_percent"` // visited on the spot
	ProbationYears   int `toml:"probation_years"`
}

// StudyRules say what the leadership of a unit owes each calendar year. Source: S4.1a; all days ours.
type StudyRules struct {
	Needed       int      `toml:"needed"`        // the measure's "不少于2次"
	HalfBy       MonthDay `toml:"half_by"`       // at least one held by the end of it
	FullBy       MonthDay `toml:"full_by"`       // all held by the end of it
	BackEntryBy  MonthDay `toml:"back_entry_by"` // of the next year, inclusive; then frozen
	OneAfter     MonthDay `toml:"one_after"`     // a site named after it owes one
	NoneAfter    MonthDay `toml:"none_after"`    // a site named after it is excused
	GapDays      int      `toml:"gap_days"`      // closer together: a warning
	PromiseDays  int      `toml:"promise_days"`  // a promised date lies at most so far ahead
	ConfirmDays  int      `toml:"confirm_days"`  // working days for the body
	CheckPercent int      `toml:"check_percent"` // spot checks by the office
}

// EvidenceRules bound what is uploaded. Source: C4.
type EvidenceRules struct {
	FileBytes int64 `toml:"file_bytes"`
	PerItem   int   `toml:"per_item"`
	Files     int   `toml:"files"` // in one application
	Bytes     int64 `toml:"bytes"` // in one application
}
