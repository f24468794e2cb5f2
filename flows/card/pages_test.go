package card_test

import (
	"fmt"
	"strings"
	"testing"

	"luling/flows/card"
	"luling/locales"
	"luling/store/storetest"
)

// most is the largest message that goes out.
const most = 4000

func long(text string, n int) map[string]any {
	return map[string]any{"Kind": "long_text", "Text": strings.Repeat(text, n)}
}

func files(n int) (list []card.Evidence) {
	for i := range n {
		list = append(list, card.Evidence{ID: int64(i), Name: strings.Repeat("佐", 200) + ".pdf", Size: 20 << 20, State: "pending"})
	}
	return list
}

func sessions(n int) map[string]any {
	var lines []any
	for range n {
		lines = append(lines, map[string]any{
			"HeldOn": "2026-12-30", "Place": strings.Repeat("地", 100), "Chair": strings.Repeat("席", 40),
			"Head": true, "Attendees": 1000, "Counts": false,
		})
	}
	facts := map[string]any{"LastYear": 2025, "Last": 2, "Year": 2026, "Now": n, "Needed": 2, "Sessions": lines}
	return map[string]any{"Kind": "study_facts", "Facts": facts}
}

func TestEveryPageFitsAMessage(t *testing.T) {
	t.Parallel()
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, answers := range map[string][]card.Answer{
		"the longest summary":                            {{Name: "summary", Shown: long("人", 2000)}},
		"the longest summary in characters of two units": {{Name: "summary", Shown: long("𠮷", 2000)}},
		"two long texts and ten files with long names": {
			{Name: "feature_text", Shown: long("特", 600)}, {Name: "feature_case", Shown: long("𠮷", 600)},
			{Name: "feature_files", Shown: map[string]any{"Kind": "files"}, Files: files(10)}},
		"many sessions":   {{Name: "study", Shown: sessions(12)}, {Name: "guarantee_text", Shown: long("制", 1000)}},
		"markup as typed": {{Name: "summary", Shown: long("<&>\"", 500)}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := card.Content{Sections: []card.Section{{Name: "feature", Answers: answers}}}
			pages := c.Pages()
			for i, p := range pages {
				for _, lang := range locales.Languages {
					said, err := texts.HTML(lang, "card.page", card.PageData(p, storetest.Programme(t), i+1, len(pages)))
					if err != nil {
						t.Fatal(err)
					}
					if n := locales.Length(said); n > most {
						t.Errorf("%s page %d has %d characters", lang, i+1, n)
					}
				}
			}
		})
	}
}

func TestNothingIsLostBetweenPages(t *testing.T) {
	t.Parallel()
	var want strings.Builder
	for i := range 500 {
		fmt.Fprintf(&want, "%d𠮷", i)
	}
	text := want.String()
	c := card.Content{Sections: []card.Section{{Name: "summary", Answers: []card.Answer{
		{Name: "summary", Shown: map[string]any{"Kind": "long_text", "Text": strings.Repeat(text, 3)}},
	}}}}
	var got strings.Builder
	pages := c.Pages()
	for i, p := range pages {
		if p.Part != i+1 || p.Parts != len(pages) {
			t.Errorf("page %d is part %d of %d", i+1, p.Part, p.Parts)
		}
		for _, a := range p.Answers {
			got.WriteString(a.Shown["Text"].(string))
		}
	}
	if got.String() != strings.Repeat(text, 3) || len(pages) < 2 {
		t.Errorf("%d pages do not say the text", len(pages))
	}
}

func TestAFileNamedTwiceCountsOnce(t *testing.T) {
	t.Parallel()
	same := card.Evidence{ID: 7, Size: 100}
	c := card.Content{Sections: []card.Section{
		{Name: "plan", Answers: []card.Answer{{Files: []card.Evidence{same, {ID: 8, Size: 1}}}, {Files: []card.Evidence{same}}}},
		{Name: "carrier", Answers: []card.Answer{{Files: []card.Evidence{same}}}},
	}}
	if count, bytes := c.Files(); count != 2 || bytes != 101 {
		t.Errorf("%d files, %d bytes", count, bytes)
	}
	if n := len(c.Sections[0].Files()); n != 2 {
		t.Errorf("%d files in the section", n)
	}
}
