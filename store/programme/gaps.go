package programme

import (
	"fmt"
	"strings"
)

const leastTargets = 3 // rows of the targets table, ours (C7)

// Gaps lists the hard conditions an application does not meet, in the order of
// the form. None means that it may be sent. It gives the same list however often
// it is asked.
//
// Source: S4, S4.1a, S4.1b, S4.1d, S4.2; C5–C7.
func Gaps(p *Programme, f Facts) []Gap {
	var gaps []Gap
	add := func(missing bool, g Gap) {
		if missing {
			gaps = append(gaps, g)
		}
	}
	gaps = append(gaps, categoryGaps(p, f)...)
	gaps = append(gaps, studyGaps(p, f)...)
	add(f.FullTime < 1, Gap{"gap.full_time", "full_time", CritGuarantee, "S4.1b", map[string]any{"Has": f.FullTime, "Min": 1}})
	add(f.Fund <= 0, Gap{"gap.fund", fundQuestion(f.Year, "budget"), CritGuarantee, "S4.1d", map[string]any{"Has": f.Fund, "Year": f.Year}})
	gaps = append(gaps, fundGaps(f.FundYears)...)
	add(f.PlanFiles < 1, Gap{"gap.plan_files", proofOf(p, CritPlan), CritPlan, "S4.2", nil})
	gaps = append(gaps, targetGaps(f.Targets)...)
	gaps = append(gaps, criterionGaps(p, f)...)
	add(f.PendingFiles > 0, Gap{"gap.pending_files", "", "", Ours, map[string]any{"Pending": f.PendingFiles}})
	add(f.Held, Gap{"gap.held", "", "", Ours, nil})
	add(!f.Declared, Gap{"gap.declaration", "declaration", "", Ours, nil})
	return gaps
}

func categoryGaps(p *Programme, f Facts) []Gap {
	rule, known := p.Category(f.Category)
	if !known {
		return []Gap{{"gap.category", "category", "", "S3", nil}}
	}
	if allowed, _ := rule.Allows(f.Type); !allowed {
		return []Gap{{"gap.category_closed", "category", "", rule.Clause, map[string]any{"Category": f.Category, "Type": f.Type}}}
	}
	return nil
}

// studyGaps asks for enough sessions in the last full calendar year or in the
// current one; the two are not added up. Source: C6.
func studyGaps(p *Programme, f Facts) []Gap {
	year := f.Today.Year
	last, now := StudyCount(f.Sessions, year-1), StudyCount(f.Sessions, year)
	needed := p.Study.Needed
	if last >= needed || now >= needed {
		return nil
	}
	return []Gap{{"gap.study", "study", CritGuarantee, "S4.1a", map[string]any{
		"Needed": needed, "Year": year, "Now": now, "LastYear": year - 1, "Last": last,
	}}}
}

// fundGaps names each year whose table does not add up: what remains is what was
// brought forward plus the budget less what was spent. Source: C7.
func fundGaps(years []FundYear) []Gap {
	var gaps []Gap
	for _, y := range years {
		if sum := y.Brought + y.Budget - y.Spent; sum != y.Remaining {
			off := max(sum-y.Remaining, y.Remaining-sum)
			gaps = append(gaps, Gap{"gap.fund_sum", fundQuestion(y.Year, "carried"), CritGuarantee, "S4.1d", map[string]any{
				"Year": y.Year, "Brought": y.Brought, "Budget": y.Budget, "Spent": y.Spent,
				"Sum": sum, "Has": y.Remaining, "Off": off,
			}})
		}
	}
	return gaps
}

// fundQuestion is a question of the fund table: its year's budget, spent or carried.
func fundQuestion(year int, field string) string { return fmt.Sprintf("fund.%d.%s", year, field) }

// proofOf is the question for a criterion's first evidence; "" if it has no items.
func proofOf(p *Programme, id CriterionID) string {
	if c, ok := p.Criterion(id); ok && len(c.Items) > 0 {
		return c.Items[0].Question()
	}
	return ""
}

func targetGaps(targets []Target) []Gap {
	if targets == nil {
		return nil
	}
	whole := 0
	for _, t := range targets {
		if filled(t.Indicator) && filled(t.Value) && filled(t.Owner) {
			whole++
		}
	}
	if whole >= leastTargets {
		return nil
	}
	return []Gap{{"gap.targets", "targets", CritPlan, "S4.2", map[string]any{"Has": whole, "Min": leastTargets}}}
}

func criterionGaps(p *Programme, f Facts) []Gap {
	var gaps []Gap
	for _, c := range p.Criteria {
		about := map[string]any{"Criterion": c.ID, "Name": c.Name}
		if !filled(f.CriterionTexts[c.ID]) {
			gaps = append(gaps, Gap{"gap.text", string(c.ID) + "_text", c.ID, c.Clause, about})
		}
		if f.CriterionFiles[c.ID] < 1 {
			gaps = append(gaps, Gap{"gap.files", proofOf(p, c.ID), c.ID, c.Clause, about})
		}
	}
	return gaps
}

func filled(s string) bool { return strings.TrimSpace(s) != "" }
