package programme_test

import (
	"testing"
	"time"

	"luling/store/programme"
)

func TestDaysOfAnAbsence(t *testing.T) {
	t.Parallel()
	day := func(n int) programme.Date { return programme.Date{Year: 2026, Month: 3, Day: n} }
	a := programme.Absence{FromOn: day(4), UntilOn: day(6)}
	for n, want := range map[int]bool{3: false, 4: true, 6: true, 7: false} {
		if a.Covers(day(n)) != want {
			t.Errorf("day %d is covered: %v", n, !want)
		}
	}
	for _, c := range []struct {
		from, until int
		meets       bool
	}{{1, 3, false}, {1, 4, true}, {5, 5, true}, {6, 9, true}, {7, 9, false}, {1, 9, true}} {
		b := programme.Absence{FromOn: day(c.from), UntilOn: day(c.until)}
		if a.Meets(b) != c.meets || b.Meets(a) != c.meets {
			t.Errorf("%d to %d meets 4 to 6: want %v", c.from, c.until, c.meets)
		}
	}
	ended := a
	ended.EndedAt = &time.Time{}
	if ended.Covers(day(5)) || ended.Meets(a) || a.Meets(ended) {
		t.Error("an absence that ended goes on")
	}
	for _, r := range programme.Roles {
		if want := r == programme.RoleOffice || r == programme.RoleRecommender; r.MayBeAbsent() != want {
			t.Errorf("%s may be absent: %v", r, !want)
		}
	}
}
