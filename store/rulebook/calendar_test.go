package rulebook_test

import (
	"testing"

	"luling/store/programme"
	"luling/store/rulebook"
)

func date(t testing.TB, s string) programme.Date {
	t.Helper()
	d, err := programme.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The days of each year that differ from Monday to Friday, counted by walking
// through it, agree with the notices.
func TestYearsAgreeWithTheirNotices(t *testing.T) {
	t.Parallel()
	c, err := rulebook.Calendar()
	if err != nil {
		t.Fatal(err)
	}
	for _, y := range []struct{ year, workdays, weekdaysOff, weekendsWorked int }{
		{2024, 251, 19, 8},
		{2025, 248, 18, 5},
		{2026, 248, 19, 6},
	} {
		workdays, off, worked := 0, 0, 0
		for d := (programme.Date{Year: y.year, Month: 1, Day: 1}); d.Year == y.year; d = d.AddDays(1) {
			weekday := d.Weekday() != 0 && d.Weekday() != 6
			switch works := c.IsWorkday(d); {
			case works && weekday:
				workdays++
			case works:
				workdays++
				worked++
			case weekday:
				off++
			}
		}
		if workdays != y.workdays || off != y.weekdaysOff || worked != y.weekendsWorked {
			t.Errorf("%d has %d working days, %d weekdays off, %d week-end days worked; want %v", y.year, workdays, off, worked, y)
		}
	}
}

func TestDaysOfNote(t *testing.T) {
	t.Parallel()
	c := jian(t).Calendar
	for day, want := range map[string]bool{
		"2025-12-31": true,  // Wednesday
		"2026-01-02": false, // New Year's bridge
		"2026-01-04": true,  // Sunday, worked instead
		"2026-02-14": true,  // Saturday before Spring Festival, worked
		"2026-02-15": false, "2026-02-23": false,
		"2026-02-24": true,
		"2026-02-28": true, // Saturday, worked
		"2026-10-08": true, // the day after the National Day holiday
		"2026-10-10": true, // Saturday, worked
		"2027-01-01": true, // Friday of a year without a list: taken as it falls
	} {
		if got := c.IsWorkday(date(t, day)); got != want {
			t.Errorf("%s is a working day: %v, want %v", day, got, want)
		}
	}
	for n, want := range map[int]string{1: "2026-02-14", 2: "2026-02-24", 5: "2026-02-27", 6: "2026-02-28"} {
		if got := c.Deadline(date(t, "2026-02-13"), n); got != date(t, want) {
			t.Errorf("%d working days from 13 February 2026 end on %s, want %s", n, got, want)
		}
	}
	if years := c.Provisional(date(t, "2026-12-20"), date(t, "2027-01-10")); len(years) != 1 || years[0] != 2027 {
		t.Errorf("provisional years %v, want 2027", years)
	}
}
