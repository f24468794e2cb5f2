package rulebook

import "luling/store/programme"

type marks struct {
	Pass      points `toml:"pass"`
	Excellent points `toml:"excellent"`
	Qualified points `toml:"qualified"`
	Bonus     points `toml:"bonus"`
}

func (m marks) programme() programme.Marks {
	return programme.Marks{
		Pass: m.Pass.hundredths, Excellent: m.Excellent.hundredths,
		Qualified: m.Qualified.hundredths, Bonus: m.Bonus.hundredths,
	}
}

type category struct {
	ID      programme.Category               `toml:"id"`
	Name    programme.Words                  `toml:"name"`
	Short   programme.Words                  `toml:"short"`
	Clause  string                           `toml:"clause"`
	Types   []programme.UnitType             `toml:"types"`
	Noted   []programme.UnitType             `toml:"noted"`
	Note    programme.Words                  `toml:"note"`
	Weights map[programme.CriterionID]points `toml:"weights"`
}

func (c category) programme() programme.CategoryRule {
	rule := programme.CategoryRule{
		ID: c.ID, Name: c.Name, Short: c.Short, Clause: c.Clause,
		Types: c.Types, Noted: c.Noted, Note: c.Note,
	}
	if c.Weights != nil {
		rule.Weights = map[programme.CriterionID]int64{}
	}
	for id, w := range c.Weights {
		rule.Weights[id] = w.hundredths
	}
	return rule
}

type criterion struct {
	ID     programme.CriterionID `toml:"id"`
	Name   programme.Words       `toml:"name"`
	Points points                `toml:"points"`
	Clause string                `toml:"clause"`
	Items  []item                `toml:"items"`
}

func (c criterion) programme() programme.Criterion {
	whole := programme.Criterion{ID: c.ID, Name: c.Name, Points: c.Points.hundredths, Clause: c.Clause}
	for _, i := range c.Items {
		whole.Items = append(whole.Items, programme.Item{
			No: i.No, Name: i.Name, Points: i.Points.hundredths, Clause: i.Clause,
			Text: i.Text, Proof: i.Proof, Verify: i.Verify, Years: i.Years,
		})
	}
	return whole
}

type item struct {
	No     string             `toml:"no"`
	Name   programme.Words    `toml:"name"`
	Points points             `toml:"points"`
	Clause string             `toml:"clause"`
	Text   programme.Words    `toml:"text"`
	Proof  programme.Words    `toml:"proof"`
	Verify []programme.Method `toml:"verify"`
	Years  int                `toml:"years"`
}
