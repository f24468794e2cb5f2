package card_test

import (
	"strings"
	"testing"

	"luling/locales"
	"luling/store/storetest"
)

// The parts of the form are named before any programme file is at hand; this
// holds them against the default one.
func TestTheSixPartsBearTheNamesOfTheCriteria(t *testing.T) {
	t.Parallel()
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range storetest.Programme(t).Criteria {
		for _, lang := range locales.Languages {
			said, err := texts.Plain(lang, "apply.section."+string(c.ID), nil)
			if err != nil || !strings.HasSuffix(said, c.Name.In(lang)) {
				t.Errorf("%s: %q, %v, want %q", lang, said, err, c.Name.In(lang))
			}
		}
	}
}
