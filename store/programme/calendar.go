package programme

import (
	"maps"
	"slices"
)

// A Calendar knows the working days of the years it was told about. In other
// years it takes Monday to Friday, and [Calendar.Provisional] says so. The zero
// Calendar knows no year. A Calendar does not change; With makes another.
//
// Source: A10.
type Calendar struct {
	years map[int]bool
	off   map[Date]bool // only marked days
}

// NewCalendar knows the given years. Of two lists for one year the later holds.
func NewCalendar(years ...YearDays) Calendar { return Calendar{}.With(years...) }

// With is the calendar with the lists of some years added or replaced.
func (c Calendar) With(years ...YearDays) Calendar {
	more := Calendar{years: maps.Clone(c.years), off: maps.Clone(c.off)}
	if more.years == nil {
		more.years, more.off = map[int]bool{}, map[Date]bool{}
	}
	for _, y := range years {
		more.years[y.Year] = true
		maps.DeleteFunc(more.off, func(d Date, _ bool) bool { return d.Year == y.Year })
		for _, d := range y.Days {
			more.off[d.Date] = d.Off
		}
	}
	return more
}

// Known reports whether the year's list was given.
func (c Calendar) Known(year int) bool { return c.years[year] }

// Years lists the known years in order.
func (c Calendar) Years() []int { return slices.Sorted(maps.Keys(c.years)) }

// Provisional lists the years from the first date to the last, both included,
// whose list was not given: deadlines that touch them may still move.
func (c Calendar) Provisional(from, to Date) []int {
	var years []int
	for y := from.Year; y <= to.Year; y++ {
		if !c.Known(y) {
			years = append(years, y)
		}
	}
	return years
}

// IsWorkday reports whether the office works on d: as marked, else Monday to Friday.
func (c Calendar) IsWorkday(d Date) bool {
	if off, marked := c.off[d]; marked {
		return !off
	}
	return d.Weekday() != 0 && d.Weekday() != 6
}

// NextWorkday is d itself if the office works then, else the first working day after it.
func (c Calendar) NextWorkday(d Date) Date {
	for !c.IsWorkday(d) {
		d = d.AddDays(1)
	}
	return d
}

// AddWorkdays is the n-th working day after d; the day after d is the first that
// may count. A negative n goes back the same way, and 0 gives d, working day or not.
func (c Calendar) AddWorkdays(d Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d = d.AddDays(step)
		if c.IsWorkday(d) {
			n--
		}
	}
	return d
}

// WorkdaysBetween counts the working days after a up to and including b. When b
// lies before a the count is minus the working days from b up to the day before a,
// so that AddWorkdays undoes it for every working day b.
func (c Calendar) WorkdaysBetween(a, b Date) int {
	n := 0
	for d := a; d.Before(b); {
		d = d.AddDays(1)
		n += c.count(d)
	}
	for d := b; d.Before(a); d = d.AddDays(1) {
		n -= c.count(d)
	}
	return n
}

func (c Calendar) count(d Date) int {
	if c.IsWorkday(d) {
		return 1
	}
	return 0
}

// Deadline is the last day of a period of so many working days that something on
// the day from sets going. That day does not count; the period ends with the
// deadline's own end, Date.Ends.
//
// Source: ruling 5.
func (c Calendar) Deadline(from Date, workdays int) Date { return c.AddWorkdays(from, workdays) }

// Deadline1 is Deadline when the first day counts, if it is a working day. Source: section 2, publicity.
func (c Calendar) Deadline1(from Date, workdays int) Date {
	return c.AddWorkdays(from.AddDays(-1), workdays)
}
