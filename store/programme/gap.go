package programme

// Facts are what the hard conditions look at. Nil slices and maps are empty.
type Facts struct {
	Category       Category
	Type           UnitType
	FullTime       int64 // 专职人员
	Year           int   // of the round: the last of the fund table
	Fund           int64 // 专项经费 there is in that year: brought forward and budget, 分
	PlanFiles      int   // stored files of the plan
	CriterionTexts map[CriterionID]string
	CriterionFiles map[CriterionID]int // stored files
	PendingFiles   int                 // sent but not yet stored
	Held           bool                // a secrecy hold is unresolved (C5)
	Sessions       []StudySession      // of the unit, any year and state
	Targets        []Target            // nil: not asked
	FundYears      []FundYear          // nil: not asked
	Declared       bool
	Today          Date
}

// A Target is a row of the targets table. Source: S4.2.
type Target struct {
	Indicator string
	Value     string
	Owner     string
}

// A FundYear is a row of the fund table, in 分. Source: S4.1d.
type FundYear struct {
	Year                     int
	Brought                  int64 // carried from the year before
	Budget, Spent, Remaining int64
}

// A Gap is one hard condition that is not met. Name is the name of its text,
// Question the form question that closes it, About what the text mentions.
type Gap struct {
	Name      string
	Question  string
	Criterion CriterionID // empty where the gap belongs to none
	Clause    string
	About     map[string]any
}
