package programme_test

import (
	"fmt"
	"slices"
	"testing"

	"luling/store/programme"
)

// The ladder of 6.4 for 2026, written by hand. 31 May is a Sunday, 31 October a
// Saturday, 15 November a Sunday; 19 June is off; the first working day of 2027
// after 1 January is Monday the 4th, and its list is not known.
func TestLadder(t *testing.T) {
	t.Parallel()
	want := []string{
		"1 2026-01-06 below 2 to [contact deputy head]",
		"2 2026-06-01 below 1 to [contact]",
		"3 2026-06-15 below 1 to [contact deputy]",
		"4 2026-06-23 below 1 to [contact head recommender]",
		"5 2026-07-01 below 1 to [contact deputy head recommender]",
		"6 2026-09-15 below 2 to [contact]",
		"7 2026-11-02 below 2 to [contact deputy]",
		"8 2026-11-16 below 2 to [contact head recommender]",
		"9 2026-12-01 below 2 to [contact deputy head recommender office]",
		"10 2026-12-15 below 2 to [head recommender office]",
		"11 2027-01-04 below 2 to [contact]",
		"12 2027-01-18 below 0 to [contact deputy head recommender office]",
	}
	if got := rungs(jian(t).Ladder(2026, 2)); !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestApplicantsLadder(t *testing.T) {
	t.Parallel()
	want := []string{
		"1 2026-01-06 below 2 to [contact deputy head]",
		"2 2026-06-01 below 1 to [contact deputy head]",
		"5 2026-07-01 below 1 to [contact deputy head]",
		"6 2026-09-15 below 2 to [contact deputy head]",
	}
	if got := rungs(jian(t).ApplicantsLadder(2026)); !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestLadderOfALateSite(t *testing.T) {
	t.Parallel()
	for _, step := range jian(t).Ladder(2026, 1) {
		if step.Below > 1 {
			t.Errorf("step %d reminds a site that owes one session of %d", step.No, step.Below)
		}
	}
}

func rungs(steps []programme.LadderStep) []string {
	var all []string
	for _, s := range steps {
		all = append(all, fmt.Sprintf("%d %s below %d to %v", s.No, s.On, s.Below, s.To))
	}
	return all
}

func TestEveryStepFallsOnAWorkingDay(t *testing.T) {
	t.Parallel()
	p := jian(t)
	for year := 2024; year <= 2030; year++ {
		last := programme.Date{}
		for _, step := range p.Ladder(year, 2) {
			if !p.Calendar.IsWorkday(step.On) || !last.Before(step.On) {
				t.Errorf("step %d of %d falls on %s, after %s", step.No, year, step.On, last)
			}
			last = step.On
		}
	}
}

func TestSilences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, step string
		want       bool
	}{
		{"the day before the promise", "2026-11-12", false},
		{"the day of the promise", "2026-11-13", true},
		{"the promised day, a Friday", "2026-11-20", true},
		{"the Sunday after it", "2026-11-22", true},
		{"the working day after it", "2026-11-23", false},
	} {
		if got := shifted(t).Silences(date(t, "2026-11-13"), date(t, "2026-11-20"), date(t, c.step)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
