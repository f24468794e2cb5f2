package programme

import "slices"

// A CategoryRule is one category of application. Source: S3.1–S3.5.
type CategoryRule struct {
	ID      Category
	Name    Words
	Short   Words
	Clause  string
	Types   []UnitType // may apply, as the measure writes
	Noted   []UnitType // may apply by our reading; Note says so to the applicant
	Note    Words      // empty when Noted is
	Weights map[CriterionID]int64
	// Weights are points in hundredths instead of those of the criteria; nil: those of the criteria.
}

// A UnitTypeRule names a unit type. Source: S3.1–S3.5.
type UnitTypeRule struct {
	ID   UnitType `toml:"id"`
	Name Words    `toml:"name"`
	Also []Words  `toml:"also"` // kinds that count as this one, such as 技工院校
}

// Allows reports whether a type may apply in the category, and whether only by our reading.
func (c CategoryRule) Allows(t UnitType) (allowed, noted bool) {
	if slices.Contains(c.Types, t) {
		return true, false
	}
	noted = slices.Contains(c.Noted, t)
	return noted, noted
}

// Category is the rule of a category.
func (p *Programme) Category(id Category) (CategoryRule, bool) {
	return first(p.Categories, func(c CategoryRule) bool { return c.ID == id })
}

// UnitType is the rule of a unit type.
func (p *Programme) UnitType(id UnitType) (UnitTypeRule, bool) {
	return first(p.UnitTypes, func(t UnitTypeRule) bool { return t.ID == id })
}

// Open lists the categories a unit type may apply for, in the order of the
// measure. A rule keeps its Note only when the type may apply by our reading.
//
// Source: S3.1–S3.5.
func (p *Programme) Open(t UnitType) []CategoryRule {
	var open []CategoryRule
	for _, c := range p.Categories {
		allowed, noted := c.Allows(t)
		if !noted {
			c.Note = Words{}
		}
		if allowed {
			open = append(open, c)
		}
	}
	return open
}
