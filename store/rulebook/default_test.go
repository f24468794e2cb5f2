package rulebook_test

import (
	"fmt"
	"os"
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

// Each clause of the default file is quoted as the measure prints it, and so are
// the words each item rests on.
func TestQuotesAreTheMeasures(t *testing.T) {
	t.Parallel()
	measure, err := os.ReadFile("testdata/measure.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := jian(t)
	for _, c := range p.Clauses {
		if !strings.Contains(string(measure), c.Quote.Zh) {
			t.Errorf("%s is not what the measure prints: %s", c.ID, c.Quote.Zh)
		}
	}
	for _, criterion := range p.Criteria {
		for _, i := range criterion.Items {
			if clause, _ := p.Clause(i.Clause); !strings.Contains(clause.Quote.Zh, i.Text.Zh) {
				t.Errorf("item %s does not rest on %s: %s", i.No, i.Clause, i.Text.Zh)
			}
		}
	}
}

func TestEveryClauseIsThere(t *testing.T) {
	t.Parallel()
	p := jian(t)
	want := strings.Fields(`S0.1 S0.2 S1 S2.1 S2.2 S3 S3.1 S3.2 S3.3 S3.4 S3.5 S4 S4.1 S4.1a S4.1b S4.1c S4.1d
		S4.2 S4.3 S4.4 S4.5 S4.6 S5.1 S5.2a S5.2b S5.2c S6.1 S6.2a S6.2b S6.2c S6.2d S6.3a S6.3b S6.3c
		S6.4a S6.4b S6.4c S6.4d`)
	var got []string
	for _, c := range p.Clauses {
		got = append(got, c.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("clauses\n%q, want\n%q", got, want)
	}
	for _, id := range clausesInTables() {
		if _, known := p.Clause(id); !known && id != programme.Ours {
			t.Errorf("a table names clause %q, which the measure has not", id)
		}
	}
}

func clausesInTables() []string {
	var ids []string
	for _, r := range programme.Rights {
		ids = append(ids, r.Clause)
	}
	ids = append(ids, clausesOf(programme.ApplicationMoves)...)
	ids = append(ids, clausesOf(programme.RoundMoves)...)
	ids = append(ids, clausesOf(programme.StudyMoves)...)
	ids = append(ids, clausesOf(programme.StudyYearMoves)...)
	ids = append(ids, clausesOf(programme.AssignmentMoves)...)
	ids = append(ids, clausesOf(programme.VoteMoves)...)
	ids = append(ids, clausesOf(programme.RollMoves)...)
	ids = append(ids, clausesOf(programme.SiteMoves)...)
	ids = append(ids, clausesOf(programme.ObjectionMoves)...)
	return append(ids, clausesOf(programme.NominationMoves)...)
}

func clausesOf[S ~string](rules []programme.Rule[S]) []string {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.Clause)
	}
	return ids
}

// The matrix of section 8.1, written by hand: + as the measure writes, * by our reading.
func TestWhoMayApplyForWhat(t *testing.T) {
	t.Parallel()
	p := jian(t)
	for row := range strings.Lines(`
		industrial_park    + - - - -
		enterprise         + + + + -
		school             - + - - -
		hospital           - + - - -
		research_institute - + - - -
		vocational_college - * + - -
		master_studio      - - + - -
		township           - - - + +
		village_community  - - - + +
		cooperative        - - - + +
		social_org         - - - + +
	`) {
		f := strings.Fields(row)
		if len(f) == 0 {
			continue
		}
		for i, category := range programme.Categories {
			rule, _ := p.Category(category)
			allowed, noted := rule.Allows(programme.UnitType(f[0]))
			if allowed != (f[i+1] != "-") || noted != (f[i+1] == "*") {
				t.Errorf("%s for %s: %v, by our reading %v; want %s", f[0], category, allowed, noted, f[i+1])
			}
		}
	}
	if _, known := p.UnitType("village"); known || len(p.Open("village")) > 0 {
		t.Error("an unknown type may apply")
	}
}

func TestNoteGoesWithOurReading(t *testing.T) {
	t.Parallel()
	p := jian(t)
	college, hospital := p.Open(programme.VocationalCollege), p.Open(programme.Hospital)
	if len(college) != 2 || !college[0].Note.Whole() || college[1].Note != (programme.Words{}) {
		t.Errorf("a vocational college may choose %v", college)
	}
	if len(hospital) != 1 || hospital[0].Note != (programme.Words{}) {
		t.Errorf("a hospital reads a note that is not for it: %v", hospital)
	}
}

// The score sheet of section 8.2, written by hand.
func TestScoreSheet(t *testing.T) {
	t.Parallel()
	p := jian(t)
	want := strings.Fields(`guarantee:25 1.1:2 1.2:4 1.3:2 1.4:2 1.5:2 1.6:3 1.7:3 1.8:4 1.9:3
		plan:15 2.1:4 2.2:3 2.3:4 2.4:4 carrier:15 3.1:6 3.2:5 3.3:4 platform:15 4.1:5 4.2:5 4.3:5
		feature:12 5.1:4 5.2:4 5.3:4 result:18 6.1:5 6.2:5 6.3:5 6.4:3`)
	var got []string
	items := 0
	for _, c := range p.Criteria {
		got = append(got, fmt.Sprintf("%s:%d", c.ID, c.Points/100))
		for _, i := range c.Items {
			got = append(got, fmt.Sprintf("%s:%d", i.No, i.Points/100))
			items++
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("score sheet\n%q, want\n%q", got, want)
	}
	if item, found := p.Item("7.1"); found {
		t.Errorf("there is an item 7.1: %v", item)
	}
	if items != 26 {
		t.Errorf("%d items, want 26", items)
	}
	for _, category := range append(slices.Clone(programme.Categories), "") {
		if sum := p.PointsSum(category); sum != 100_00 {
			t.Errorf("points of %q add up to %d hundredths", category, sum)
		}
	}
}

// Clause, ways to verify and years of section 8.2, written by hand.
func TestHowItemsAreVerified(t *testing.T) {
	t.Parallel()
	ways := map[byte]programme.Method{'M': programme.ByDocuments, 'S': programme.OnSite, 'I': programme.ByInterview, 'D': programme.ByNumbers}
	p := jian(t)
	for row := range strings.Lines(`
		1.1 S4.1a MI 1
		1.2 S4.1a MD 1
		1.3 S4.1b M 0
		1.4 S4.1b MI 0
		1.5 S4.1b M 0
		1.6 S4.1c MI 3
		1.7 S4.1c MI 3
		1.8 S4.1d MD 3
		1.9 S4.1d D 3
		2.1 S4.2 M 1
		2.2 S4.2 M 1
		2.3 S4.2 MD 1
		2.4 S4.2 MI 1
		3.1 S4.3 MD 2
		3.2 S4.3 M 2
		3.3 S4.3 MI 2
		4.1 S4.4 MS 2
		4.2 S4.4 MS 0
		4.3 S4.4 S 0
		5.1 S4.5 MI 3
		5.2 S4.5 MI 3
		5.3 S4.5 MS 3
		6.1 S4.6 D 3
		6.2 S4.6 D 3
		6.3 S4.6 DI 3
		6.4 S4.6 SI 1
	`) {
		f := strings.Fields(row)
		if len(f) == 0 {
			continue
		}
		item, found := p.Item(f[0])
		var want []programme.Method
		for i := range len(f[2]) {
			want = append(want, ways[f[2][i]])
		}
		if !found || item.Clause != f[1] || !slices.Equal(item.Verify, want) || fmt.Sprint(item.Years) != f[3] {
			t.Errorf("item %s is %s %v %d, want %s", f[0], item.Clause, item.Verify, item.Years, row)
		}
	}
}

func TestBodies(t *testing.T) {
	t.Parallel()
	p := jian(t)
	count, quota := map[programme.BodyType]int{}, map[programme.BodyType]int{}
	for _, b := range p.Bodies {
		count[b.Type]++
		quota[b.Type] = max(quota[b.Type], b.Quota)
		if b.Seal != b.Name {
			t.Errorf("%s signs as %v", b.Code, b.Seal)
		}
	}
	if count[programme.BodyCounty] != 13 || count[programme.BodyZone] != 3 || count[programme.BodyDepartment] == 0 {
		t.Errorf("bodies by type: %v", count)
	}
	if quota[programme.BodyCounty] != 2 || quota[programme.BodyZone] != 1 || quota[programme.BodyDepartment] != 1 {
		t.Errorf("quotas by type: %v", quota)
	}
	jizhou, found := p.Body("jizhou")
	if !found || jizhou.Name.Zh != "中共吉州区委组织部" || jizhou.Area.Zh != "吉州区" || jizhou.Short != "吉州" {
		t.Errorf("jizhou is %+v", jizhou)
	}
	if _, found := p.Body("nowhere"); found {
		t.Error("there is a body nowhere")
	}
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	p := jian(t)
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"seats", p.Seats, programme.Seats{Min: 6, Max: 8, Planned: 7}},
		{"the list for inspection of seven seats is nine", p.Inspection.Listed(7), 9},
		{"the list of eight seats is ten exactly", p.Inspection.Listed(8), 10},
		{"the title", p.Title.Zh, "吉安市人才工作示范点"},
		{"the number", p.Measure.Number, "吉才办字〔2015〕6号"},
		{"target year and count", [2]int{p.TargetYear, p.TargetCount}, [2]int{2020, 40}},
		{"the marks", p.Marks, programme.Marks{Pass: 60_00, Excellent: 90_00, Qualified: 60_00, Bonus: 5_00}},
		{"quorum and pass", [2]string{p.Vote.Quorum.String(), p.Vote.Pass.String()}, [2]string{"2/3", "1/2"}},
		{"supplement", [2]int{p.Periods.SupplementDays, p.Periods.SupplementTimes}, [2]int{5, 1}},
		{"publicity", p.Periods.PublicityDays, 5},
		{"one file", p.Evidence.FileBytes, int64(20 << 20)},
		{"one application", p.Evidence.Bytes, int64(100 << 20)},
		{"files", [2]int{p.Evidence.PerItem, p.Evidence.Files}, [2]int{10, 60}},
		{"approved", p.Approved(), false},
		{"the calendar knows", fmt.Sprint(p.Calendar.Years()), "[2024 2025 2026]"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	for _, b := range p.Bounds() {
		if !b.Kept() {
			t.Errorf("%s is %d, outside %d to %d", b.Field, b.Value, b.Min, b.Max)
		}
	}
}
