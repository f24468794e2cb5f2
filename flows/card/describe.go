package card

import (
	"strings"

	"luling/store/programme"
)

// About is what the form's own texts mention: a section that is about a criterion
// its number and its name in the programme file, the last word before sending who
// will be asked to confirm.
func (f *Form) About(text string) map[string]any {
	if section, is := strings.CutPrefix(text, "section."); is {
		return sectionFacts(f.programme, section)
	}
	if text == "submit" {
		return f.leaderFacts()
	}
	return map[string]any{}
}

// sectionFacts are No and Name of the criterion a section is about; empty for
// the other sections.
func sectionFacts(p *programme.Programme, section string) map[string]any {
	for i, c := range p.Criteria {
		if string(c.ID) == section {
			return map[string]any{"No": i + 1, "Name": c.Name}
		}
	}
	return map[string]any{}
}
