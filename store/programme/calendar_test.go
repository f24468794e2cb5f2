package programme_test

import (
	"slices"
	"testing"
	"time"

	"luling/store/programme"

	"pgregory.net/rapid"
)

func date(t testing.TB, s string) programme.Date {
	t.Helper()
	d, err := programme.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// shifted is a small year: Thursday 1 to Saturday 3 October 2026 off, Sunday 27
// September and Sunday 4 October worked instead.
func shifted(t testing.TB) programme.Calendar {
	return programme.NewCalendar(programme.YearDays{Year: 2026, Days: []programme.MarkedDay{
		{Name: "work", Date: date(t, "2026-09-27")},
		{Name: "off", Date: date(t, "2026-10-01"), Off: true},
		{Name: "off", Date: date(t, "2026-10-02"), Off: true},
		{Name: "off", Date: date(t, "2026-10-03"), Off: true},
		{Name: "work", Date: date(t, "2026-10-04")},
	}})
}

func TestAddWorkdays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, from string
		n          int
		want       string
	}{
		{"the day after an ordinary Monday is the first", "2026-03-02", 1, "2026-03-03"},
		{"five days from a Monday end on the next Monday", "2026-03-02", 5, "2026-03-09"},
		{"a day begun on Friday counts from Monday", "2026-03-06", 1, "2026-03-09"},
		{"a day begun on Saturday counts from Monday", "2026-03-07", 1, "2026-03-09"},
		{"a day begun on Sunday counts from Monday", "2026-03-08", 1, "2026-03-09"},
		{"no days stay where they are", "2026-03-02", 0, "2026-03-02"},
		{"no days stay on a Sunday too", "2026-03-08", 0, "2026-03-08"},
		{"one day back from Monday is Friday", "2026-03-09", -1, "2026-03-06"},
		{"one day back from Sunday is Friday", "2026-03-08", -1, "2026-03-06"},
		{"a make-up Sunday counts", "2026-09-25", 1, "2026-09-27"},
		{"after it comes Monday", "2026-09-25", 2, "2026-09-28"},
		{"the days off are passed over up to the make-up Sunday", "2026-09-30", 1, "2026-10-04"},
		{"back over the days off", "2026-10-04", -1, "2026-09-30"},
		{"back onto the make-up Sunday", "2026-09-28", -1, "2026-09-27"},
		{"a marked day off on a Saturday changes nothing", "2026-10-02", 1, "2026-10-04"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := shifted(t).AddWorkdays(date(t, c.from), c.n); got != date(t, c.want) {
				t.Errorf("%s and %d working days: %s, want %s", c.from, c.n, got, c.want)
			}
		})
	}
}

func TestWorkdaysBetween(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, a, b string
		want       int
	}{
		{"a day and itself", "2026-03-02", "2026-03-02", 0},
		{"the first day does not count, the last does", "2026-03-02", "2026-03-03", 1},
		{"a week-end counts nothing", "2026-03-06", "2026-03-08", 0},
		{"Friday to Monday is one", "2026-03-06", "2026-03-09", 1},
		{"back from Monday to Friday is minus one", "2026-03-09", "2026-03-06", -1},
		{"a make-up Sunday counts", "2026-09-25", "2026-09-27", 1},
		{"holidays do not count", "2026-09-30", "2026-10-03", 0},
		{"the make-up day after them does", "2026-09-30", "2026-10-04", 1},
	} {
		if got := shifted(t).WorkdaysBetween(date(t, c.a), date(t, c.b)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestDeadline(t *testing.T) {
	t.Parallel()
	c := shifted(t)
	monday := date(t, "2026-03-02")
	if got := c.Deadline(monday, 5); got != date(t, "2026-03-09") {
		t.Errorf("five days, that of posting not counted, end on %s", got)
	}
	if got := c.Deadline1(monday, 5); got != date(t, "2026-03-06") {
		t.Errorf("five days, that of posting counted, end on %s", got)
	}
	if got := c.Deadline1(date(t, "2026-03-07"), 1); got != date(t, "2026-03-09") {
		t.Errorf("a Saturday of posting counts: ends on %s", got)
	}
	end := c.Deadline(monday, 5).Ends()
	if last := end.Add(-time.Second).In(programme.Zone).Format(time.DateTime); last != "2026-03-09 23:59:59" {
		t.Errorf("the last second of the period is %s", last)
	}
}

func TestKnownYears(t *testing.T) {
	t.Parallel()
	c := shifted(t)
	if c.Known(2025) || !c.Known(2026) || c.Known(2027) {
		t.Errorf("known years are %v, want 2026 alone", c.Years())
	}
	for _, k := range []struct {
		name, from, to string
		want           []int
	}{
		{"within the known year", "2026-01-01", "2026-12-31", nil},
		{"a day before it", "2025-12-31", "2026-01-01", []int{2025}},
		{"a day after it", "2026-12-31", "2027-01-01", []int{2027}},
		{"both sides", "2025-12-31", "2028-01-01", []int{2025, 2027, 2028}},
		{"nothing between", "2027-01-02", "2026-01-01", nil},
	} {
		if got := c.Provisional(date(t, k.from), date(t, k.to)); !slices.Equal(got, k.want) {
			t.Errorf("%s: provisional %v, want %v", k.name, got, k.want)
		}
	}
}

func TestZeroCalendarWorksMondayToFriday(t *testing.T) {
	t.Parallel()
	var c programme.Calendar
	for day, want := range map[string]bool{
		"2026-10-01": true, "2026-10-02": true, "2026-10-03": false, "2026-10-04": false, "2026-10-05": true,
	} {
		if got := c.IsWorkday(date(t, day)); got != want {
			t.Errorf("%s is a working day: %v, want %v", day, got, want)
		}
	}
}

func TestWithLeavesTheCalendarAlone(t *testing.T) {
	t.Parallel()
	before := shifted(t)
	day := date(t, "2026-10-01")
	after := before.With(programme.YearDays{Year: 2026, Days: []programme.MarkedDay{{Date: date(t, "2026-05-01"), Off: true}}})
	if before.IsWorkday(day) || before.Known(2027) {
		t.Error("adding a list changed the calendar it was added to")
	}
	if !after.IsWorkday(day) || after.IsWorkday(date(t, "2026-05-01")) {
		t.Error("a new list for a year does not replace the old one")
	}
}

func TestNextWorkday(t *testing.T) {
	t.Parallel()
	c := shifted(t)
	for from, want := range map[string]string{
		"2026-03-06": "2026-03-06", "2026-03-07": "2026-03-09", "2026-10-01": "2026-10-04", "2026-10-04": "2026-10-04",
	} {
		if got := c.NextWorkday(date(t, from)); got != date(t, want) {
			t.Errorf("the next working day from %s on is %s, want %s", from, got, want)
		}
	}
}

func anyDate() *rapid.Generator[programme.Date] {
	return rapid.Custom(func(t *rapid.T) programme.Date {
		return programme.Date{Year: 2020, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 4000).Draw(t, "day"))
	})
}

func anyCalendar() *rapid.Generator[programme.Calendar] {
	return rapid.Custom(func(t *rapid.T) programme.Calendar {
		marked := rapid.MapOfN(anyDate(), rapid.Bool(), 0, 40).Draw(t, "marked")
		years := map[int]*programme.YearDays{}
		for d, off := range marked {
			if years[d.Year] == nil {
				years[d.Year] = &programme.YearDays{Year: d.Year}
			}
			years[d.Year].Days = append(years[d.Year].Days, programme.MarkedDay{Date: d, Off: off})
		}
		var c programme.Calendar
		for _, y := range years {
			c = c.With(*y)
		}
		return c
	})
}

func TestCalendarProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c, from := anyCalendar().Draw(t, "calendar"), anyDate().Draw(t, "from")
		n := rapid.IntRange(-60, 60).Draw(t, "n")
		got := c.AddWorkdays(from, n)
		if n != 0 && !c.IsWorkday(got) {
			t.Fatalf("%s and %d is %s, not a working day", from, n, got)
		}
		if n > 0 && !from.Before(got) || n < 0 && !got.Before(from) {
			t.Fatalf("%s and %d is %s, the wrong way", from, n, got)
		}
		if n > 0 && c.WorkdaysBetween(from, got) != n {
			t.Fatalf("%d working days after %s is %s, but %d lie between", n, from, got, c.WorkdaysBetween(from, got))
		}
		if n != 0 && c.AddWorkdays(got, c.WorkdaysBetween(got, from)) != from && c.IsWorkday(from) {
			t.Fatalf("from %s there is no way back from %s", from, got)
		}
		if a, b := c.AddWorkdays(c.AddWorkdays(from, 7), 5), c.AddWorkdays(from, 12); a != b {
			t.Fatalf("7 and 5 days end on %s, 12 on %s", a, b)
		}
		other := anyDate().Draw(t, "other")
		if c.IsWorkday(from) && c.IsWorkday(other) && c.AddWorkdays(from, c.WorkdaysBetween(from, other)) != other {
			t.Fatalf("the days between %s and %s do not lead there", from, other)
		}
	})
}

func TestParseYearDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		ok         bool
	}{
		{"the public form", `{"$schema":"x","year":2026,"papers":[],"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true}]}`, true},
		{"a year not announced yet has no days", `{"year":2027,"papers":[],"days":[]}`, false},
		{"a day of another year", `{"year":2026,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}`, false},
		{"a day twice", `{"year":2026,"days":[{"date":"2026-01-01","isOffDay":true},{"date":"2026-01-01","isOffDay":false}]}`, false},
		{"a day that does not exist", `{"year":2026,"days":[{"date":"2026-02-29","isOffDay":true}]}`, false},
		{"no year", `{"days":[{"date":"2026-01-01","isOffDay":true}]}`, false},
		{"the last year allowed", `{"year":2100,"days":[{"date":"2100-01-01","isOffDay":true}]}`, true},
		{"the first year not allowed", `{"year":2101,"days":[{"date":"2101-01-01","isOffDay":true}]}`, false},
		{"not JSON", `year=2026`, false},
	} {
		_, err := programme.ParseYearDays([]byte(c.text))
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
