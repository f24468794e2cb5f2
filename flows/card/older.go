package card

import "slices"

// older are questions of the first form whose answers snapshots of format 1 may
// hold, though nobody is asked them any more; some of their names mean a table now.
var older = []string{
	"fund", "fund_year", "plan_period", "carrier_count", "carrier_served", "platform_count", "platform_area",
	"talents", "doctors", "masters", "senior", "high_skill", "rural_talent", "social_cert",
	"guarantee_files", "plan_files", "carrier_files", "platform_files", "feature_files", "result_files",
}

// label is the name of the answer's label and what it mentions.
func (a Answer) label() (text string, about any) {
	switch {
	case a.Text != "":
		return FormName + "." + a.Text + ".label", a.About
	case slices.Contains(older, a.Name) && a.Shown["Kind"] != kindTable:
		return "card.older", a.Name
	}
	return FormName + "." + a.Name + ".label", a.About
}
