package card_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"testing"

	"luling/flows/card"
	"luling/locales"
	"luling/store/programme"
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

// a list of rules as long as people may type them.
func rules(n int, text string) card.Answer {
	a := card.Answer{Name: "rules", Clause: "S4.1c", Shown: map[string]any{"Kind": "table"}}
	column := map[string]any{"No": 0}
	kinds := []any{}
	for _, k := range programme.RuleKinds {
		kinds = append(kinds, map[string]any{"ID": k.ID, "Label": map[string]any{"Zh": k.Name.Zh, "En": k.Name.En}})
	}
	for i := range n {
		a.Entries = append(a.Entries, card.Entry{ID: fmt.Sprint(i + 1), Answers: []card.Answer{
			{Name: "rules.title", About: column, Shown: map[string]any{"Kind": "text", "Text": fmt.Sprint(i) + strings.Repeat(text, 78)}},
			{Name: "rules.on", About: column, Shown: map[string]any{"Kind": "date", "Date": "2023-05-01", "Month": "2023-05"}},
			{Name: "rules.kinds", About: column, Shown: map[string]any{"Kind": "choices", "Chosen": kinds}},
			{Name: "rules.number", About: column, Shown: map[string]any{"Kind": "text", "Text": strings.Repeat(text, 40)}},
		}})
	}
	return a
}

// years are a table of three years, as long as numbers get.
func years() card.Answer {
	a := card.Answer{Name: "fund", Shown: map[string]any{"Kind": "table"}}
	for _, year := range []string{"2024", "2025", "2026"} {
		e := card.Entry{ID: year}
		for _, field := range []string{"budget", "spent", "carried"} {
			e.Answers = append(e.Answers, card.Answer{Name: "fund." + field, About: map[string]any{"No": 0}, Shown: map[string]any{"Kind": "money", "Money": 99_999_999_999}})
		}
		a.Entries = append(a.Entries, e)
	}
	return a
}

func TestListsAreShownWhole(t *testing.T) {
	t.Parallel()
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"规", "𠮷", "<"} {
		for _, lang := range locales.Languages {
			c := card.Content{Sections: []card.Section{{Name: "guarantee", Answers: []card.Answer{rules(20, text), years()}}}}
			var whole strings.Builder
			pages := c.Pages()
			for i, p := range pages {
				said, err := texts.HTML(lang, "card.page", through(t, card.PageData(p, storetest.Programme(t), i+1, len(pages))))
				if err != nil {
					t.Fatal(err)
				}
				if n := locales.Length(said); n > most {
					t.Errorf("%s page %d of %q has %d characters", lang, i+1, text, n)
				}
				whole.WriteString(said)
			}
			typed := template.HTMLEscapeString(text)
			for i := range 20 {
				if want := fmt.Sprintf("\n%d. ", i+1); !strings.Contains(whole.String(), want) {
					t.Errorf("%s: entry %d is not shown", lang, i+1)
				}
				if want := fmt.Sprint(i) + strings.Repeat(typed, 78); !strings.Contains(whole.String(), want) {
					t.Errorf("%s: the title of entry %d is cut", lang, i+1)
				}
			}
			for _, year := range []string{"\n2024", "\n2025", "\n2026"} {
				if !strings.Contains(whole.String(), year) {
					t.Errorf("%s: the fund of %s is not shown:\n%s", lang, year, whole.String())
				}
			}
		}
	}
}

// What was frozen under the first form is read as it was.
func TestSnapshotsOfTheFirstFormAreShown(t *testing.T) {
	t.Parallel()
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	const frozen = `{"format":1,"number":"2026-吉州-001","sections":[
		{"name":"guarantee","answers":[
			{"name":"fund","clause":"S4.1d","shown":{"Kind":"money","Money":30000000}},
			{"name":"fund_year","shown":{"Kind":"year","Year":2026}},
			{"name":"guarantee_files","files":[{"id":1,"name":"引进办法.pdf","size":1000,"state":"stored"}],"shown":{"Kind":"files"}}]},
		{"name":"carrier","answers":[{"name":"carrier_count","shown":{"Kind":"number","Number":18,"Unit":"次"}}]},
		{"name":"result","answers":[
			{"name":"talents","shown":{"Kind":"number","Number":86,"Unit":"人"}},
			{"name":"doctors","shown":{"Kind":"number","Number":4,"Unit":"人"}}]}]}`
	var c card.Content
	d := json.NewDecoder(strings.NewReader(frozen))
	d.UseNumber()
	if err := d.Decode(&c); err != nil {
		t.Fatal(err)
	}
	var whole strings.Builder
	pages := c.Pages()
	for i, p := range pages {
		for _, lang := range locales.Languages {
			said, err := texts.HTML(lang, "card.page", through(t, card.PageData(p, storetest.Programme(t), i+1, len(pages))))
			if err != nil {
				t.Fatal(err)
			}
			whole.WriteString(said)
		}
	}
	for _, want := range []string{"专项经费</b>：30 万元", "经费年度</b>：2026年", "保障佐证材料", "引进办法.pdf", "服务活动次数</b>：18 次", "人才数量</b>：86 人", "Doctors</b>: 4"} {
		if !strings.Contains(whole.String(), want) {
			t.Errorf("%q is not shown:\n%s", want, whole.String())
		}
	}
}

func TestRelatedPeopleAreForTheUnitAndTheOfficeAlone(t *testing.T) {
	t.Parallel()
	c := card.Content{Format: 2, Sections: []card.Section{
		{Name: "summary", Answers: []card.Answer{{Name: "summary"}, {Name: "related", Private: true}}},
		{Name: "related", Answers: []card.Answer{{Name: "related", Private: true}}},
	}}
	before, err := c.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, role := range append(slices.Clone(programme.Roles), programme.RolePublic, "") {
		want := 3
		if role != programme.RoleContact && role != programme.RoleHead && role != programme.RoleDeputy && role != programme.RoleOffice {
			want = 1
		}
		n := 0
		for _, s := range c.For(role).Sections {
			n += len(s.Answers)
		}
		if n != want {
			t.Errorf("%q sees %d answers, want %d", role, n, want)
		}
	}
	if after, err := c.Bytes(); err != nil || !bytes.Equal(before, after) {
		t.Errorf("who looks changes what is frozen: %v", err)
	}
}

// through is a page's data as the edge renders it, after it was stored as JSON.
func through(t *testing.T, data any) (read any) {
	t.Helper()
	raw, err := json.Marshal(data)
	if err == nil {
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber()
		err = d.Decode(&read)
	}
	if err != nil {
		t.Fatal(err)
	}
	return read
}
