package rulebook

import (
	"fmt"
	"strconv"
	"strings"

	"luling/store/programme"
)

// points are written as a number of points with at most two decimals and held in
// hundredths. What is no such number is kept for the fault it makes, since the
// decoder forgets the place of a number it could not give away.
type points struct {
	hundredths int64
	wrong      string
}

// UnmarshalText implements encoding.TextUnmarshaler. It gets the text of a TOML
// number because points is a struct, and never fails.
func (p *points) UnmarshalText(b []byte) error {
	whole, part, _ := strings.Cut(string(b), ".")
	n, err := strconv.ParseUint(whole, 10, 16)
	cents, err2 := strconv.ParseUint((part + "00")[:2], 10, 8)
	if err != nil || err2 != nil || n > 1000 || strings.Trim(part[min(2, len(part)):], "0") != "" {
		*p = points{wrong: string(b)}
		return nil
	}
	*p = points{hundredths: int64(n)*100 + int64(cents)}
	return nil
}

// eachPoints visits every place of the document where points are written.
func (d document) eachPoints(visit func(field string, p points)) {
	visit("marks.pass", d.Marks.Pass)
	visit("marks.excellent", d.Marks.Excellent)
	visit("marks.qualified", d.Marks.Qualified)
	visit("marks.bonus", d.Marks.Bonus)
	for i, c := range d.Categories {
		for id, p := range c.Weights {
			visit(at("categories", i)+".weights."+string(id), p)
		}
	}
	for i, c := range d.Criteria {
		visit(at("criteria", i)+".points", c.Points)
		for j, one := range c.Items {
			visit(at(at("criteria", i)+".items", j)+".points", one.Points)
		}
	}
}

// wrongPoints lists the points that are no number of points.
func (d document) wrongPoints(lines places) (faults Faults) {
	d.eachPoints(func(field string, p points) {
		if p.wrong != "" {
			problem := fmt.Sprintf("%s is not a number of points such as 4 or 2.5", p.wrong)
			faults = append(faults, Fault{Line: lines.line(field), Field: field, Problem: problem})
		}
	})
	return faults
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
