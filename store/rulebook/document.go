package rulebook

import (
	"luling/store/programme"
)

// A document is the file as it is written. Where a value of package programme is
// written the same way it stands here itself; points are written as points and
// become hundredths.
type document struct {
	City         programme.Words `toml:"city"`
	Name         programme.Words `toml:"name"`
	Title        programme.Words `toml:"title"`
	Host         programme.Words `toml:"host"`
	Approval     string          `toml:"approval"`
	FreeOfCharge programme.Words `toml:"free_of_charge"`
	DecidedBy    programme.Words `toml:"decided_by"`
	Letterhead   programme.Words `toml:"letterhead"`
	Start        programme.Date  `toml:"start"`
	TargetYear   int             `toml:"target_year"`
	TargetCount  int             `toml:"target_count"`

	Office     programme.Office          `toml:"office"`
	Measure    programme.Measure         `toml:"measure"`
	Seats      programme.Seats           `toml:"seats"`
	Quotas     programme.Quotas          `toml:"quotas"`
	Review     programme.ReviewRules     `toml:"review"`
	Vote       programme.VoteRules       `toml:"vote"`
	Marks      marks                     `toml:"marks"`
	Inspection programme.InspectionRules `toml:"inspection"`
	Evaluation programme.EvaluationRules `toml:"evaluation"`
	Study      programme.StudyRules      `toml:"study"`
	Periods    programme.Periods         `toml:"periods"`
	Evidence   programme.EvidenceRules   `toml:"evidence"`

	UnitTypes  []programme.UnitTypeRule `toml:"unit_types"`
	Categories []category               `toml:"categories"`
	Criteria   []criterion              `toml:"criteria"`
	Bonuses    []programme.Named        `toml:"bonuses"`
	Vetoes     []programme.Named        `toml:"vetoes"`
	Bodies     []programme.BodyRule     `toml:"bodies"`
	Clauses    []programme.Clause       `toml:"clauses"`
}

// programme is what the document says, with what it may leave out filled in.
func (d document) programme(lines places) *programme.Programme {
	p := &programme.Programme{
		City: d.City, Name: d.Name, Title: d.Title, Host: d.Host, Approval: d.Approval,
		FreeOfCharge: d.FreeOfCharge, DecidedBy: d.DecidedBy, Letterhead: d.Letterhead,
		Start: d.Start, TargetYear: d.TargetYear, TargetCount: d.TargetCount,
		Office: d.Office, Measure: d.Measure,
		UnitTypes: d.UnitTypes, Bonuses: d.Bonuses, Vetoes: d.Vetoes, Bodies: d.Bodies, Clauses: d.Clauses,
		Seats: d.Seats, Quotas: d.Quotas, Review: d.Review, Vote: d.Vote, Marks: d.Marks.programme(),
		Inspection: d.Inspection, Evaluation: d.Evaluation, Study: d.Study, Periods: d.Periods,
		Evidence: d.Evidence,
	}
	for _, c := range d.Categories {
		p.Categories = append(p.Categories, c.programme())
	}
	for _, c := range d.Criteria {
		p.Criteria = append(p.Criteria, c.programme())
	}
	for i := range p.Bodies {
		complete(&p.Bodies[i], p.Quotas, lines.has(at("bodies", i)+".quota"))
	}
	return p
}

// complete gives a body the quota of its type and its name as seal line when the file says neither.
func complete(b *programme.BodyRule, quotas programme.Quotas, quotaWritten bool) {
	if !quotaWritten {
		b.Quota = quotas.Of(b.Type)
	}
	if b.Seal == (programme.Words{}) {
		b.Seal = b.Name
	}
}
