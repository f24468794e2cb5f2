package programme_test

import (
	"slices"
	"strings"
	"testing"

	"luling/store/programme"
	"luling/store/rulebook"
)

func jian(t testing.TB) *programme.Programme {
	t.Helper()
	p, err := rulebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// held is a session that counts.
func held(t testing.TB, on string) programme.StudySession {
	return programme.StudySession{HeldOn: date(t, on), Separate: true, MinutesID: 1, State: programme.StudyRegistered}
}

// ready are facts without a gap.
func ready(t testing.TB) programme.Facts {
	f := programme.Facts{
		Category: programme.CatProfessional, Type: programme.Hospital,
		FullTime: 1, Year: 2026, Fund: 1, PlanFiles: 1, Declared: true, Today: date(t, "2026-06-17"),
		CriterionTexts: map[programme.CriterionID]string{}, CriterionFiles: map[programme.CriterionID]int{},
		Sessions: []programme.StudySession{held(t, "2026-02-01"), held(t, "2026-05-01")},
	}
	for _, id := range programme.CriterionIDs {
		f.CriterionTexts[id], f.CriterionFiles[id] = "text", 1
	}
	return f
}

func TestGaps(t *testing.T) {
	t.Parallel()
	type facts = programme.Facts
	row := programme.Target{Indicator: "引进博士", Value: "3名", Owner: "张三"}
	for _, c := range []struct {
		name   string
		change func(*facts)
		want   string // "name question criterion clause", comma between gaps
	}{
		{"everything is there", func(*facts) {}, ""},
		{"no category", func(f *facts) { f.Category = "" }, "gap.category category - S3"},
		{"a category of another programme", func(f *facts) { f.Category = "sports" }, "gap.category category - S3"},
		{"a hospital is not skilled labour", func(f *facts) { f.Category = programme.CatSkilled }, "gap.category_closed category - S3.3"},
		{"a vocational college is a school by our reading", func(f *facts) { f.Type = programme.VocationalCollege }, ""},
		{"nobody full time", func(f *facts) { f.FullTime = 0 }, "gap.full_time full_time guarantee S4.1b"},
		{"no fund", func(f *facts) { f.Fund = 0 }, "gap.fund fund.2026.budget guarantee S4.1d"},
		{"a fund of one fen is a fund", func(f *facts) { f.Fund = 1 }, ""},
		{"a fund below nothing", func(f *facts) { f.Fund = -1 }, "gap.fund fund.2026.budget guarantee S4.1d"},
		{"no plan", func(f *facts) { f.PlanFiles = 0 }, "gap.plan_files proof_2_1 plan S4.2"},
		{"one criterion without a text", func(f *facts) { f.CriterionTexts[programme.CritCarrier] = " \n\u3000" }, "gap.text carrier_text carrier S4.3"},
		{"one criterion without evidence", func(f *facts) { f.CriterionFiles[programme.CritResult] = 0 }, "gap.files proof_6_1 result S4.6"},
		{"nothing on one criterion", func(f *facts) {
			delete(f.CriterionTexts, programme.CritFeature)
			delete(f.CriterionFiles, programme.CritFeature)
		}, "gap.text feature_text feature S4.5, gap.files proof_5_1 feature S4.5"},
		{"a file is still on its way", func(f *facts) { f.PendingFiles = 1 }, "gap.pending_files - - P"},
		{"an unresolved secrecy hold", func(f *facts) { f.Held = true }, "gap.held - - P"},
		{"not declared", func(f *facts) { f.Declared = false }, "gap.declaration declaration - P"},

		{"targets not asked", func(f *facts) { f.Targets = nil }, ""},
		{"no targets", func(f *facts) { f.Targets = []programme.Target{} }, "gap.targets targets plan S4.2"},
		{"two targets", func(f *facts) { f.Targets = []programme.Target{row, row} }, "gap.targets targets plan S4.2"},
		{"three targets", func(f *facts) { f.Targets = []programme.Target{row, row, row} }, ""},
		{"three targets, one without an owner", func(f *facts) {
			f.Targets = []programme.Target{row, row, {Indicator: "引进硕士", Value: "5名", Owner: " "}}
		}, "gap.targets targets plan S4.2"},

		{"a fund table that adds up", func(f *facts) {
			f.FundYears = []programme.FundYear{{Year: 2025, Brought: 1_00, Budget: 10_00, Spent: 4_00, Remaining: 7_00}}
		}, ""},
		{"a fund table one fen out", func(f *facts) {
			f.FundYears = []programme.FundYear{{Year: 2025, Brought: 1_00, Budget: 10_00, Spent: 4_00, Remaining: 7_01}}
		}, "gap.fund_sum fund.2025.carried guarantee S4.1d"},

		{"no sessions", func(f *facts) { f.Sessions = nil }, "gap.study study guarantee S4.1a"},
		{"two in the last full year", func(f *facts) {
			f.Sessions = []programme.StudySession{held(t, "2025-01-01"), held(t, "2025-12-31")}
		}, ""},
		{"one in each year is not two in a year", func(f *facts) {
			f.Sessions = []programme.StudySession{held(t, "2025-12-31"), held(t, "2026-01-01")}
		}, "gap.study study guarantee S4.1a"},
		{"two in the year before the last", func(f *facts) {
			f.Sessions = []programme.StudySession{held(t, "2024-03-01"), held(t, "2024-12-31")}
		}, "gap.study study guarantee S4.1a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := ready(t)
			c.change(&f)
			if got := written(programme.Gaps(jian(t), f)); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func written(gaps []programme.Gap) string {
	var all []string
	for _, g := range gaps {
		line := []string{g.Name, g.Question, string(g.Criterion), g.Clause}
		for i := range line {
			if line[i] == "" {
				line[i] = "-"
			}
		}
		all = append(all, strings.Join(line, " "))
	}
	return strings.Join(all, ", ")
}

func TestAnEmptyFormHasEveryGap(t *testing.T) {
	t.Parallel()
	p := jian(t)
	gaps := programme.Gaps(p, programme.Facts{Today: date(t, "2026-06-17")})
	if len(gaps) != 1+1+3+6*2+1 {
		t.Errorf("an empty form has %d gaps: %s", len(gaps), written(gaps))
	}
	for _, g := range gaps {
		if _, known := p.Clause(g.Clause); !known && g.Clause != programme.Ours {
			t.Errorf("%s names clause %q, which the measure has not", g.Name, g.Clause)
		}
	}
	if !slices.EqualFunc(gaps, programme.Gaps(p, programme.Facts{Today: date(t, "2026-06-17")}), func(a, b programme.Gap) bool {
		return a.Name == b.Name && a.Question == b.Question
	}) {
		t.Error("the same question has two answers")
	}
}

func TestStudyGapSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	f := ready(t)
	f.Sessions = []programme.StudySession{held(t, "2025-12-31"), held(t, "2026-01-01")}
	about := programme.Gaps(jian(t), f)[0].About
	for key, want := range map[string]int{"Needed": 2, "Year": 2026, "Now": 1, "LastYear": 2025, "Last": 1} {
		if about[key] != want {
			t.Errorf("%s is %v, want %d", key, about[key], want)
		}
	}
}

func TestFundGapSaysByHowMuchTheTableIsOut(t *testing.T) {
	t.Parallel()
	for has, off := range map[int64]int64{6_99: 1, 7_01: 1, 0: 7_00} {
		f := ready(t)
		f.FundYears = []programme.FundYear{{Year: 2024, Brought: 1_00, Budget: 10_00, Spent: 4_00, Remaining: has}}
		about := programme.Gaps(jian(t), f)[0].About
		if about["Year"] != 2024 || about["Sum"] != int64(7_00) || about["Has"] != has || about["Off"] != off {
			t.Errorf("of %d it says %v", has, about)
		}
	}
}
