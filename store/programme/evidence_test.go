package programme_test

import (
	"testing"

	"luling/store/programme"
)

func TestReadinessOfAnItem(t *testing.T) {
	t.Parallel()
	type backing = programme.Backing
	for _, c := range []struct {
		name string
		no   string
		have backing
		want programme.Readiness
	}{
		{"the present state, nothing at all", "1.3", backing{}, programme.Missing},
		{"the present state, told but not shown", "1.3", backing{Told: true}, programme.Thin},
		{"the present state, one file", "1.3", backing{Files: 1}, programme.Ready},
		{"one year, one file", "2.2", backing{Files: 1}, programme.Ready},
		{"two years, one file and nothing told", "3.1", backing{Files: 1}, programme.Thin},
		{"two years, one file and told", "3.1", backing{Files: 1, Told: true}, programme.Ready},
		{"three years, two files and nothing told", "1.8", backing{Files: 2}, programme.Ready},
		{"three years, told but not shown", "1.8", backing{Told: true}, programme.Thin},
		{"no session", programme.StudyItem, backing{}, programme.Missing},
		{"one session of two", programme.StudyItem, backing{Files: 1}, programme.Thin},
		{"one session of two, however much is told", programme.StudyItem, backing{Files: 1, Told: true}, programme.Thin},
		{"two sessions of two", programme.StudyItem, backing{Files: 2}, programme.Ready},
	} {
		item, ok := jian(t).Item(c.no)
		if got := item.Judge(c.have, 2); !ok || got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAdviceCountsPoints(t *testing.T) {
	t.Parallel()
	p := jian(t)
	items := 0
	for _, c := range programme.Advise(p, nil) {
		items += len(c.Items)
		if c.Percent != 0 {
			t.Errorf("an empty application has %d%% of %s", c.Percent, c.ID)
		}
	}
	if items != 26 {
		t.Errorf("%d items are judged", items)
	}
	for name, tt := range map[string]struct {
		have map[string]programme.Backing
		want int
	}{
		"one of four, 4 points of 15":                  {map[string]programme.Backing{"2.1": {Files: 1}}, 26},
		"a thin one counts half":                       {map[string]programme.Backing{"2.1": {Told: true}}, 13},
		"all but the last, 11 points of 15":            {map[string]programme.Backing{"2.1": {Files: 1}, "2.2": {Files: 1}, "2.3": {Files: 1}}, 73},
		"all of them":                                  {map[string]programme.Backing{"2.1": {Files: 1}, "2.2": {Files: 1}, "2.3": {Files: 1}, "2.4": {Files: 3}}, 100},
		"what is of another criterion is not of this ": {map[string]programme.Backing{"3.1": {Files: 9}}, 0},
	} {
		if got := programme.Advise(p, tt.have)[1]; got.ID != programme.CritPlan || got.Percent != tt.want {
			t.Errorf("%s: %d%% of %s, want %d%%", name, got.Percent, got.ID, tt.want)
		}
	}
}

func TestEachItemHasAQuestionOfItsOwn(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range jian(t).Criteria {
		for _, item := range c.Items {
			if q := item.Question(); seen[q] || len(q) > 12 {
				t.Errorf("item %s is asked as %s", item.No, q)
			} else {
				seen[q] = true
			}
		}
	}
	if !seen["proof_1_1"] || !seen["proof_6_4"] {
		t.Errorf("the questions are %v", seen)
	}
}
