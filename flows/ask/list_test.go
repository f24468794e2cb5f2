package ask_test

import (
	"encoding/json"
	"strings"
	"testing"

	"luling/flows/ask"
)

type target struct {
	Indicator string
	Value     int64
	Owner     string
}

type plan struct {
	Title   string
	Targets ask.List[target]
}

func (p *plan) Questions() []ask.Question {
	qs := []ask.Question{ask.Text("title", &p.Title, ask.In("plan"))}
	return append(qs, ask.Entries("targets", &p.Targets, func(t *target) []ask.Question {
		all := []ask.Question{ask.Text("indicator", &t.Indicator), ask.Number("value", &t.Value, ask.Clause("S9"))}
		if t.Value > 5 {
			all = append(all, ask.Text("owner", &t.Owner))
		}
		return all
	}, ask.In("plan"), ask.Clause("S4.2"), ask.Least(2), ask.Most(3))...)
}

func stored(pairs ...string) map[string]ask.Answer {
	answers := map[string]ask.Answer{}
	for i := 0; i < len(pairs); i += 2 {
		name, done := strings.CutSuffix(pairs[i], "!")
		answers[name] = ask.Answer{Value: json.RawMessage(pairs[i+1]), Done: done}
	}
	return answers
}

func names(qs []ask.Question) (all []string) {
	for _, q := range qs {
		all = append(all, q.Name)
	}
	return all
}

func TestEntriesStandBeforeTheirList(t *testing.T) {
	t.Parallel()
	var p plan
	f := ask.Fill(&p, stored("title", `"青年人才计划"`, "targets", `["1","3"]`,
		"targets.1.indicator", `"引进博士"`, "targets.1.value", `8`, "targets.1.owner", `"王强"`,
		"targets.3.indicator", `"培养骨干"`, "targets.2.indicator", `"已删除"`))
	want := "title targets.1.indicator targets.1.value targets.1.owner targets.3.indicator targets.3.value targets"
	if got := strings.Join(names(f.Questions), " "); got != want {
		t.Errorf("asks %s, want %s", got, want)
	}
	if q, _ := ask.Current(f); q.Name != "targets.3.value" || q.Text() != "targets.value" || q.No != 2 || q.Clause != "S9" || q.Section != "plan" {
		t.Errorf("stands at %+v", q)
	}
	if all := p.Targets.All(); len(all) != 2 || all[0] != (target{"引进博士", 8, "王强"}) || all[1].Indicator != "培养骨干" {
		t.Errorf("the list holds %+v", all)
	}
	if len(f.Hidden) != 1 || f.Hidden[0] != "targets.2.indicator" {
		t.Errorf("hides %v", f.Hidden)
	}
}

func TestAListIsEndedByItsHead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, ids, press, want, refused string }{
		{"one is added", `["1"]`, ask.Keep("2"), `["1","2"]`, ""},
		{"one that is there", `["1"]`, ask.Keep("1"), `["1"]`, ""},
		{"one too many", `["1","2","3"]`, ask.Keep("4"), "", ask.RefusedTooManyEntries},
		{"an id that is none", `["1"]`, ask.Keep("a.b"), "", ask.RefusedNotUnderstood},
		{"one is taken out", `["1","2"]`, ask.Drop("1"), `["2"]`, ""},
		{"one that is not there", `["1","2"]`, ask.Drop("7"), "", ask.RefusedNotUnderstood},
		{"the end with one too few", `["1"]`, ask.ActDone, "", ask.RefusedTooFewEntries},
		{"the end with enough", `["1","2"]`, ask.ActDone, `["1","2"]`, ""},
	} {
		var p plan
		f := ask.Fill(&p, stored("targets", c.ids))
		head, _ := ask.Find(f, "targets")
		out := head.Understand(ask.Input{Choice: c.press})
		if string(out.Value) != c.want || out.Refusal != nil && out.Refusal.Name != c.refused || (out.Refusal == nil) != (c.refused == "") {
			t.Errorf("%s: %s, %v", c.name, out.Value, out.Refusal)
		}
		if out.Done != (c.press == ask.ActDone && c.refused == "") {
			t.Errorf("%s: done is %v", c.name, out.Done)
		}
	}
}

func TestAListCountsOnceInItsSection(t *testing.T) {
	t.Parallel()
	whole := []string{
		"title", `"计划"`, "targets!", `["1","2"]`, "targets.1.indicator", `"甲"`, "targets.1.value", `1`,
		"targets.2.indicator", `"乙"`, "targets.2.value", `2`,
	}
	var p plan
	if s := ask.Sections(ask.Fill(&p, stored(whole...)))[0]; s.Done != 2 || s.Total != 2 || s.State != ask.Complete {
		t.Errorf("whole: %+v", s)
	}
	var q plan
	if s := ask.Sections(ask.Fill(&q, stored(whole[:10]...)))[0]; s.Done != 2 || s.State != ask.Open || s.First != "targets.2.value" {
		t.Errorf("an entry lacks its value: %+v", s)
	}
}

func TestCellsArePartedByTheSurestSeparator(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		most       int
		want       string
	}{
		{"tabs as a table program copies them", "引进博士\t1,200\t王强\n培养骨干\t8\t李 敏", 3, "引进博士|1,200|王强\n培养骨干|8|李 敏"},
		{"full-width commas", "引进博士，5人，王强", 3, "引进博士|5人|王强"},
		{"spaces", "引进博士 5 王强", 3, "引进博士|5|王强"},
		{"one cell", "引进博士", 3, "引进博士"},
		{"more parts than cells", "引进博士，5，王强，李敏", 3, "引进博士|5|王强，李敏"},
		{"empty lines and cells", "\n引进博士\t\t王强\t\n\r\n", 4, "引进博士||王强"},
		{"nothing", " \n ", 3, ""},
		{"numbered lines", "1. 引进博士，5\n2、培养骨干，8\n（3）评选能手，9\n④选派专家，2", 2, "引进博士|5\n培养骨干|8\n评选能手|9\n选派专家|2"},
		{"a date is no number of a line", "3.4，座谈会\n1", 2, "3.4|座谈会\n1"},
		{"wide spaces and rules of a table", "引进博士　5\n| 培养骨干 | 8 |", 2, "引进博士|5\n培养骨干|8"},
	} {
		var lines []string
		for _, cells := range ask.Cells(c.text, c.most) {
			lines = append(lines, strings.Join(cells.Cells, "|"))
		}
		if got := strings.Join(lines, "\n"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
