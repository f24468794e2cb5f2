package card_test

import (
	"encoding/json"
	"strings"
	"testing"

	"luling/flows/card"
	"luling/locales"
	"luling/store/programme"
	"luling/store/storetest"
)

// The parts of the form that are about criteria bear their names in the programme
// file, those of another city too.
func TestTheSixPartsBearTheNamesOfTheCriteria(t *testing.T) {
	t.Parallel()
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs := storetest.Programme(t), *storetest.Programme(t)
	theirs.Criteria = nil
	for _, c := range ours.Criteria {
		c.Name = programme.Words{Zh: "外市" + c.Name.Zh, En: "Their " + c.Name.En}
		theirs.Criteria = append(theirs.Criteria, c)
	}
	for _, p := range []*programme.Programme{ours, &theirs} {
		for _, c := range p.Criteria {
			var about any
			raw, err := json.Marshal(card.SectionFacts(p, string(c.ID)))
			if err == nil {
				err = json.Unmarshal(raw, &about)
			}
			for _, lang := range locales.Languages {
				said, more := texts.Plain(lang, "apply.section."+string(c.ID), about)
				if err != nil || more != nil || !strings.HasSuffix(said, " "+c.Name.In(lang)) {
					t.Errorf("%s: %q, %v, %v, want %q", lang, said, err, more, c.Name.In(lang))
				}
			}
		}
	}
}
