package card

import (
	"slices"
	"strings"

	"luling/store/programme"
)

// Backing is what the draft has for each item by its number: stored files, and
// whether the form itself speaks of it. Of the study item it is sessions.
//
// Source: C8.
func (d Draft) Backing() map[string]programme.Backing {
	f, told := d.Form, d.Form.told()
	have := map[string]programme.Backing{}
	for _, c := range f.programme.Criteria {
		older := d.Files.count(*f.Older[c.ID], programme.FileStored) > 0 // of which item, nobody said
		for _, item := range c.Items {
			have[item.No] = programme.Backing{
				Files: d.Files.count(*f.Proofs[item.No], programme.FileStored),
				Told:  told[item.No] || older,
			}
		}
	}
	have[programme.StudyItem] = programme.Backing{Files: f.minutesCounted()}
	place := have["4.3"]
	place.Files += d.Files.count(f.photos(), programme.FileStored)
	have["4.3"] = place
	return have
}

// told are the items of the measure that texts and entries of the form speak of,
// each as far as its clause asks: of three years something of each, of the five
// forms at least three.
func (f *Form) told() map[string]bool {
	texts, s := f.Texts, f.Service()
	return map[string]bool{
		"1.1": said(*texts[programme.CritGuarantee]), "1.3": said(f.BodyName) && said(f.BodyBasis),
		"1.4": f.FullTime > 0 && said(f.FullTimeNames), "1.5": f.Rules.Len() > 0,
		"1.6": f.ruled(programme.RuleKinds[:programme.Measures]), "1.7": f.ruled(programme.RuleKinds[programme.Measures:]),
		"1.8": f.funded(func(y programme.FundYear) int64 { return y.Brought + y.Budget }),
		"1.9": f.funded(func(y programme.FundYear) int64 { return y.Spent }),
		"2.1": said(f.PlanTitle), "2.2": said(*texts[programme.CritPlan]), "2.3": f.Targets.Len() > 0, "2.4": f.Targets.Len() > 0,
		"3.1": s.Times > 1, "3.2": s.Forms >= 3, "3.3": s.Served > 0 && said(*texts[programme.CritCarrier]),
		"4.1": said(*texts[programme.CritPlatform]), "4.2": f.Platforms.Len() > 0, "4.3": f.Places.Len() > 0,
		"5.1": said(*texts[programme.CritFeature]), "5.2": said(*texts[programme.CritFeature]), "5.3": said(f.Case),
		"6.1": f.Introduced > 0, "6.2": f.counted(), "6.3": f.achieved(), "6.4": said(f.Environment),
	}
}

func said(text string) bool { return strings.TrimSpace(text) != "" }

// ruled reports whether the rules together are about all of the kinds.
func (f *Form) ruled(kinds []programme.Named) bool {
	about := map[string]bool{}
	for _, r := range f.Rules.All() {
		for _, kind := range r.Kinds {
			about[kind] = true
		}
	}
	return !slices.ContainsFunc(kinds, func(k programme.Named) bool { return !about[k.ID] })
}

// funded reports whether each year of the fund table has something of the amount.
func (f *Form) funded(amount func(programme.FundYear) int64) bool {
	return !slices.ContainsFunc(f.FundTable(), func(y programme.FundYear) bool { return amount(y) <= 0 })
}

// counted reports whether talent was counted in each year.
func (f *Form) counted() bool {
	return !slices.ContainsFunc(f.Talents, func(y *TalentYear) bool { return y.Total <= 0 })
}

// achieved reports whether one of the category's results is more than nothing.
func (f *Form) achieved() bool {
	return slices.ContainsFunc(results(f.Category), func(name string) bool { return *f.Results[name] > 0 })
}
