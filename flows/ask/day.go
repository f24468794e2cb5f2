package ask

import (
	"fmt"
	"time"
)

// Years that dates are in.
const (
	FirstYear = 1900
	LastYear  = 2100
)

// A civil is a date of the calendar, or what was typed for one.
type civil struct{ year, month, day int }

// parseCivil reads YYYY-MM-DD and nothing else.
func parseCivil(s string) (civil, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return civil{}, false
	}
	return civilOf(t), true
}

func civilOf(t time.Time) civil { return civil{t.Year(), int(t.Month()), t.Day()} }

func (d civil) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

func (d civil) time() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

// exists reports whether the calendar has the day.
func (d civil) exists() bool { return civilOf(d.time()) == d }

func (d civil) after(e civil) bool { return d.time().After(e.time()) }

// plus is n days later.
func (d civil) plus(n int) civil { return civilOf(d.time().AddDate(0, 0, n)) }

// months is n calendar months later, clipped to the month's end.
func (d civil) months(n int) civil {
	first := civilOf(time.Date(d.year, time.Month(d.month+n), 1, 0, 0, 0, 0, time.UTC))
	return civil{first.year, first.month, min(d.day, first.monthEnd().day)}
}

// monthEnd is the last day of its month.
func (d civil) monthEnd() civil {
	return civilOf(time.Date(d.year, time.Month(d.month)+1, 0, 0, 0, 0, 0, time.UTC))
}

// weekday is 1 for Monday to 7 for Sunday.
func (d civil) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }
