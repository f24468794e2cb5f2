package card

import (
	"luling/flows/ask"
	"luling/store/programme"
)

// olderFiles ends the name of the question that asked for the evidence of a whole
// criterion before each item was asked for its own.
const olderFiles = "_files"

// proofs asks for the evidence of each item of a criterion, once it was declared
// that nothing secret is sent. All may be skipped but the plan itself. Files of a
// draft that was begun in the older form stay, in a question of their own.
//
// Source: S4; C4, C5, C7.
func (f *Form) proofs(id programme.CriterionID) (qs []ask.Question) {
	if !f.NoSecret {
		return nil
	}
	c, _ := f.programme.Criterion(id)
	for i, item := range c.Items {
		rules := []ask.Rule{
			ask.In(string(id)), ask.Clause(item.Clause), ask.Wording("proof"), ask.Most(f.programme.Evidence.PerItem),
			ask.About(f.fileLimits()), ask.About(proofFacts(item)),
		}
		plan := id == programme.CritPlan && i == 0 && !f.stored[string(id)+olderFiles]
		if !plan {
			rules = append(rules, ask.Optional())
		}
		rules = append(rules, ask.About(map[string]any{"Needed": plan, "First": i == 0}))
		qs = append(qs, ask.Files(item.Question(), f.Proofs[item.No], rules...))
	}
	if name := string(id) + olderFiles; f.stored[name] {
		qs = append(qs, ask.Files(name, f.Older[id], ask.In(string(id)), ask.Clause(c.Clause), ask.Wording("more_files"),
			ask.Optional(), ask.Most(f.programme.Evidence.PerItem), ask.About(f.fileLimits()), ask.About(f.criterion(id))))
	}
	return qs
}

// proofFacts are what the question for an item's evidence mentions.
func proofFacts(item programme.Item) map[string]any {
	return map[string]any{
		"No": item.No, "Name": item.Name, "Text": item.Text, "Proof": item.Proof, "Years": item.Years,
		"Ledger": item.No == programme.StudyItem,
	}
}

// evidence lists the files of a criterion: of its items, of older questions, and
// for the base the photographs of its places.
func (f *Form) evidence(c programme.Criterion) (ids []int64) {
	for _, item := range c.Items {
		ids = append(ids, *f.Proofs[item.No]...)
	}
	ids = append(ids, *f.Older[c.ID]...)
	if c.ID == programme.CritPlatform {
		ids = append(ids, f.photos()...)
	}
	return ids
}

func (f *Form) photos() (ids []int64) {
	for _, p := range f.Places.All() {
		ids = append(ids, p.Photos...)
	}
	return ids
}
