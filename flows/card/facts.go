package card

import (
	"slices"

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
		if !f.NoSecret && f.wantsFiles(g.Question) {
			gaps[i].Question = "no_secret"
		}
		if c, ok := f.programme.Criterion(g.Criterion); ok {
			gaps[i].About = withName(g.About, c)
		}
	}
	return gaps
}

func (f *Form) wantsFiles(question string) bool {
	return slices.ContainsFunc(programme.CriterionIDs, func(id programme.CriterionID) bool {
		return question == string(id)+"_files"
	})
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
		Category: f.Category, Type: f.Unit.Type, FullTime: f.FullTime, Fund: f.Fund,
		CriterionTexts: map[programme.CriterionID]string{}, CriterionFiles: map[programme.CriterionID]int{},
		Sessions: f.sessions, Declared: f.Declaration, Today: f.today,
	}
	for id, p := range f.Proofs {
		facts.CriterionTexts[id] = p.Text
		facts.CriterionFiles[id] = files.count(p.Files, programme.FileStored)
		facts.PendingFiles += files.count(p.Files, programme.FilePending)
		facts.Held = facts.Held || files.held(p.Files)
	}
	facts.PlanFiles = facts.CriterionFiles[programme.CritPlan]
	return facts
}
