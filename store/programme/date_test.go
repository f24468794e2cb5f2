package programme_test

import (
	"encoding/json"
	"testing"
	"time"

	"luling/store/programme"

	"pgregory.net/rapid"
)

func TestDateOfAnInstant(t *testing.T) {
	t.Parallel()
	for instant, want := range map[string]string{
		"2026-06-16T15:59:59Z": "2026-06-16", // a second before midnight at the office
		"2026-06-16T16:00:00Z": "2026-06-17",
		"2026-06-17T15:59:59Z": "2026-06-17",
	} {
		at, err := time.Parse(time.RFC3339, instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := programme.DateOf(at); got != date(t, want) {
			t.Errorf("%s is %s at the office, want %s", instant, got, want)
		}
	}
}

func TestADateBeginsAndEndsAtTheOffice(t *testing.T) {
	t.Parallel()
	d := date(t, "2026-12-31")
	if got := d.Starts().Format(time.RFC3339); got != "2026-12-30T16:00:00Z" {
		t.Errorf("it starts at %s", got)
	}
	if got := d.Ends().Format(time.RFC3339); got != "2026-12-31T16:00:00Z" {
		t.Errorf("it ends at %s", got)
	}
	if programme.DateOf(d.Starts()) != d || programme.DateOf(d.Ends().Add(-1)) != d || programme.DateOf(d.Ends()) == d {
		t.Error("its instants are not its own")
	}
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	for text, ok := range map[string]bool{
		"2026-02-28": true, "2026-02-29": false, "2028-02-29": true, "2026-2-28": false, "": false, "2026-02-28T00:00": false,
	} {
		if _, err := programme.ParseDate(text); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestDatesTravel(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "date")
		if rapid.Bool().Draw(t, "none") {
			d = programme.Date{}
		}
		var read, scanned programme.Date
		text, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &read); err != nil || read != d {
			t.Fatalf("%s is read from %s as %s, %v", d, text, read, err)
		}
		value, err := d.Value()
		if err != nil || d.IsZero() != (value == nil) {
			t.Fatalf("%s is stored as %v, %v", d, value, err)
		}
		if err := scanned.Scan(value); err != nil || scanned != d {
			t.Fatalf("%s is scanned as %s, %v", d, scanned, err)
		}
	})
}

func TestScan(t *testing.T) {
	t.Parallel()
	want := date(t, "2026-06-17")
	for _, src := range []any{"2026-06-17", []byte("2026-06-17"), time.Date(2026, 6, 17, 0, 0, 0, 0, time.UTC)} {
		var d programme.Date
		if err := d.Scan(src); err != nil || d != want {
			t.Errorf("%T is scanned as %s, %v", src, d, err)
		}
	}
	for _, src := range []any{"soon", []byte("2026-02-29"), 20260617} {
		var d programme.Date
		if err := d.Scan(src); err == nil {
			t.Errorf("%v is scanned as %s", src, d)
		}
	}
}

func TestDatesCompare(t *testing.T) {
	t.Parallel()
	a, b := date(t, "2025-12-31"), date(t, "2026-01-01")
	if !a.Before(b) || b.Before(a) || a.Before(a) || a.Compare(a) != 0 || b.Compare(a) != 1 {
		t.Error("31 December does not come before 1 January")
	}
	if a.AddDays(1) != b || b.AddDays(-1) != a {
		t.Error("1 January is not the day after 31 December")
	}
	if b.Weekday() != time.Thursday {
		t.Errorf("1 January 2026 was a %s", b.Weekday())
	}
}
