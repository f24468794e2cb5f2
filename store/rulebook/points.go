package rulebook

import (
	"fmt"
	"strconv"
	"strings"

	"luling/store/programme"
)

// points are written as a number of points with at most two decimals and held in
// hundredths. The decoder gives a value of kind struct the text of any number.
type points struct{ hundredths int64 }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *points) UnmarshalText(b []byte) error {
	whole, part, _ := strings.Cut(string(b), ".")
	n, err := strconv.ParseUint(whole, 10, 16)
	cents, err2 := strconv.ParseUint((part + "00")[:2], 10, 8)
	if err != nil || err2 != nil || n > 1000 || strings.Trim(part[min(2, len(part)):], "0") != "" {
		return fmt.Errorf("%s is not a number of points such as 4 or 2.5", b)
	}
	p.hundredths = int64(n)*100 + int64(cents)
	return nil
}

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
