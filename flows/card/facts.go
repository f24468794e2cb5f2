package card

import (
	"strings"

	"luling/store/programme"
)

// Gaps lists the hard conditions that the filled form does not meet. Where the
// question that closes one does not apply yet, it names the declaration that
// opens it.
//
// Source: S4; C5–C7.
func (f *Form) Gaps(files Files) []programme.Gap {
	gaps := programme.Gaps(f.programme, f.facts(files))
	for i, g := range gaps {
		if !f.NoSecret && strings.HasPrefix(g.Question, "proof_") {
			gaps[i].Question = "no_secret"
		}
		if c, ok := f.programme.Criterion(g.Criterion); ok {
			gaps[i].About = withName(g.About, c)
		}
	}
	return gaps
}

func withName(about map[string]any, c programme.Criterion) map[string]any {
	named := map[string]any{"Name": c.Name}
	for k, v := range about {
		named[k] = v
	}
	return named
}

// facts are what the hard conditions look at.
func (f *Form) facts(files Files) programme.Facts {
	facts := programme.Facts{
		Category: f.Category, Type: f.Unit.Type, FullTime: f.FullTime, Year: f.Round.Year, Fund: f.Fund(),
		CriterionTexts: map[programme.CriterionID]string{}, CriterionFiles: map[programme.CriterionID]int{},
		Sessions: f.sessions, Targets: []programme.Target{}, FundYears: f.FundTable(), Declared: f.Declaration, Today: f.today,
		Held: len(files.Held()) > 0,
	}
	for _, t := range f.Targets.All() {
		facts.Targets = append(facts.Targets, t.Target)
	}
	for _, c := range f.programme.Criteria {
		ids := f.evidence(c)
		facts.CriterionTexts[c.ID] = *f.Texts[c.ID]
		facts.CriterionFiles[c.ID] = files.count(ids, programme.FileStored)
		facts.PendingFiles += files.count(ids, programme.FilePending)
		if c.ID == programme.CritGuarantee {
			facts.CriterionFiles[c.ID] += f.minutesCounted()
		}
	}
	facts.PlanFiles = f.planFiles(files)
	return facts
}

// planFiles counts the stored files that may be the plan: those of its item, or
// of the older question for the whole criterion.
func (f *Form) planFiles(files Files) int {
	c, _ := f.programme.Criterion(programme.CritPlan)
	ids := append([]int64{}, *f.Older[programme.CritPlan]...)
	if len(c.Items) > 0 {
		ids = append(ids, *f.Proofs[c.Items[0].No]...)
	}
	return files.count(ids, programme.FileStored)
}

// minutesCounted is how many sessions that count, with their minutes, the ledger
// has in the better of the two years: they are evidence already. Source: S4.1a, C6.
func (f *Form) minutesCounted() int {
	year := f.today.Year
	return max(programme.StudyCount(f.sessions, year-1), programme.StudyCount(f.sessions, year))
}
