package programme_test

import (
	"testing"

	"luling/store/programme"
)

func TestStudyCount(t *testing.T) {
	t.Parallel()
	with := func(change func(*programme.StudySession)) programme.StudySession {
		s := held(t, "2026-03-01")
		change(&s)
		return s
	}
	for _, c := range []struct {
		name     string
		sessions []programme.StudySession
		want     int
	}{
		{"none", nil, 0},
		{"two dates are two", []programme.StudySession{held(t, "2026-03-01"), held(t, "2026-03-02")}, 2},
		{"one date twice is one", []programme.StudySession{held(t, "2026-03-01"), held(t, "2026-03-01")}, 1},
		{"the first day of the year counts", []programme.StudySession{held(t, "2026-01-01")}, 1},
		{"the last day of the year counts", []programme.StudySession{held(t, "2026-12-31")}, 1},
		{"the day before the year does not", []programme.StudySession{held(t, "2025-12-31")}, 0},
		{"the day after the year does not", []programme.StudySession{held(t, "2027-01-01")}, 0},
		{"a confirmed one counts", []programme.StudySession{with(func(s *programme.StudySession) { s.State = programme.StudyConfirmed })}, 1},
		{"a returned one does not", []programme.StudySession{with(func(s *programme.StudySession) { s.State = programme.StudyReturned })}, 0},
		{"a void one does not", []programme.StudySession{with(func(s *programme.StudySession) { s.State = programme.StudyVoid })}, 0},
		{"an item among others does not", []programme.StudySession{with(func(s *programme.StudySession) { s.Separate = false })}, 0},
		{"without minutes it does not", []programme.StudySession{with(func(s *programme.StudySession) { s.MinutesID = 0 })}, 0},
		{"a returned and a registered one of one date are one", []programme.StudySession{held(t, "2026-03-01"), with(func(s *programme.StudySession) { s.State = programme.StudyReturned })}, 1},
	} {
		if got := programme.StudyCount(c.sessions, 2026); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestStanding(t *testing.T) {
	t.Parallel()
	rules := jian(t).Study
	for _, c := range []struct {
		name            string
		needed, counted int
		today           string
		want            programme.StudyYearState
	}{
		{"nothing held by 30 June is open", 2, 0, "2026-06-30", programme.YearOpen},
		{"nothing held on 1 July is behind", 2, 0, "2026-07-01", programme.YearBehind},
		{"one held is half, in July too", 2, 1, "2026-07-01", programme.YearHalf},
		{"one held on 30 November is half", 2, 1, "2026-11-30", programme.YearHalf},
		{"one held on 1 December is at risk", 2, 1, "2026-12-01", programme.YearAtRisk},
		{"nothing held on 30 November is behind", 2, 0, "2026-11-30", programme.YearBehind},
		{"nothing held on 1 December is at risk", 2, 0, "2026-12-01", programme.YearAtRisk},
		{"on 15 January it can still be entered", 2, 1, "2027-01-15", programme.YearAtRisk},
		{"on 16 January it is frozen", 2, 1, "2027-01-16", programme.YearUnmet},
		{"two held are enough on any day", 2, 2, "2027-01-16", programme.YearMet},
		{"more are enough too", 2, 3, "2026-01-01", programme.YearMet},
		{"one is enough where one is owed", 1, 1, "2026-12-31", programme.YearMet},
		{"nothing is enough where nothing is owed", 0, 0, "2026-12-31", programme.YearMet},
	} {
		if got := rules.Standing(2026, c.needed, c.counted, date(t, c.today)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestNeededIn(t *testing.T) {
	t.Parallel()
	rules := jian(t).Study
	for _, c := range []struct {
		name, named string
		year, want  int
	}{
		{"named on 1 July it owes two", "2026-07-01", 2026, 2},
		{"named on 2 July it owes one", "2026-07-02", 2026, 1},
		{"named on 1 November it owes one", "2026-11-01", 2026, 1},
		{"named on 2 November it is excused", "2026-11-02", 2026, 0},
		{"the year after it owes two", "2026-11-02", 2027, 2},
		{"the year before it owed nothing", "2026-07-01", 2025, 0},
	} {
		if got := rules.NeededIn(c.year, date(t, c.named)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
