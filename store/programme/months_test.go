package programme_test

import (
	"testing"
	"time"

	"luling/store/programme"

	"pgregory.net/rapid"
)

func TestAddMonths(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, from string
		n          int
		want       string
	}{
		{"a month on the same day", "2026-03-15", 1, "2026-04-15"},
		{"six months after 31 August is the end of February", "2026-08-31", 6, "2027-02-28"},
		{"in a leap year too", "2027-08-31", 6, "2028-02-29"},
		{"a month after 30 January is the end of February", "2026-01-30", 1, "2026-02-28"},
		{"a month after 28 January is 28 February", "2026-01-28", 1, "2026-02-28"},
		{"over the year's end", "2026-12-31", 1, "2027-01-31"},
		{"two years back", "2026-12-01", -24, "2024-12-01"},
		{"a month before 31 March", "2026-03-31", -1, "2026-02-28"},
		{"no months", "2026-03-31", 0, "2026-03-31"},
	} {
		if got := date(t, c.from).AddMonths(c.n); got != date(t, c.want) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAddYears(t *testing.T) {
	t.Parallel()
	if got := date(t, "2024-02-29").AddYears(1); got != date(t, "2025-02-28") {
		t.Errorf("a year after 29 February is %s", got)
	}
	if got := date(t, "2024-02-29").AddYears(4); got != date(t, "2028-02-29") {
		t.Errorf("four years after 29 February is %s", got)
	}
}

func TestMonthsStayInTheirMonth(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		from, n := anyDate().Draw(t, "from"), rapid.IntRange(-50, 50).Draw(t, "n")
		got := from.AddMonths(n)
		if months := (got.Year-from.Year)*12 + int(got.Month-from.Month); months != n {
			t.Fatalf("%s and %d months is %s, %d months on", from, n, got, months)
		}
		if got.Day > from.Day || got.Day < from.Day && got.AddDays(1).Day != 1 {
			t.Fatalf("%s and %d months is %s, neither the same day nor the month's end", from, n, got)
		}
	})
}

func TestMonthDay(t *testing.T) {
	t.Parallel()
	for text, ok := range map[string]bool{
		"06-30": true, "06-31": false, "02-28": true, "02-29": false, "13-01": false, "6-30": false, "": false,
	} {
		var m programme.MonthDay
		if err := m.UnmarshalText([]byte(text)); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
	june := programme.MonthDay{Month: time.June, Day: 30}
	if got := june.In(2026); got != date(t, "2026-06-30") {
		t.Errorf("30 June in 2026 is %s", got)
	}
	if text, _ := june.MarshalText(); string(text) != "06-30" {
		t.Errorf("30 June is written %s", text)
	}
	if july := (programme.MonthDay{Month: time.July, Day: 1}); !june.Before(july) || july.Before(june) || june.Before(june) {
		t.Error("30 June does not come before 1 July")
	}
}
