package programme

import "time"

// A SiteID names a Site. Zero means none.
type SiteID int64

// A Grade is the result of an evaluation. Source: S6.4.
type Grade string

// The grades of an evaluation.
const (
	GradeExcellent   Grade = "excellent"   // 优秀
	GradeQualified   Grade = "qualified"   // 合格
	GradeUnqualified Grade = "unqualified" // 不合格
)

// A YearGrade is the grade a site was given in a year.
type YearGrade struct {
	Year  int
	Grade Grade
}

// A Site is a unit that bears, or bore, the title in one category.
//
// Source: S6.2a, A12.
type Site struct {
	ID          SiteID
	UnitID      UnitID
	BodyID      BodyID // that recommended it, or whose area it lay in, when it was named
	Category    Category
	NamedOn     Date
	Document    string      // 文号 of the decision, as the office writes it
	Certificate string      // 证书编号, unique; empty if there was none
	Grades      []YearGrade `gorm:"serializer:json"` // so far, by year
	Support     string      // policy and money given so far, in the office's words
	State       SiteState
	Version     int64
	CreatedBy   PersonID
	CreatedAt   time.Time
}

// A SiteCount says how far the programme has come. Source: S2.2.
type SiteCount struct {
	Named    int // ever
	InForce  int // bear the title now
	Delisted int // lost it or gave it up
}

// Count sums up how many sites are in each state.
func Count(by map[SiteState]int) (c SiteCount) {
	for state, n := range by {
		c.Named += n
		if state.InForce() {
			c.InForce += n
		} else {
			c.Delisted += n
		}
	}
	return c
}
