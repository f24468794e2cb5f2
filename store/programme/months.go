package programme

import "time"

// AddMonths is the same day n months later, clipped to the month's end: a month
// after 31 January is the last of February. n may be negative.
//
// Source: ruling 20.
func (d Date) AddMonths(n int) Date {
	first := Date{d.Year, d.Month, 1}.noon().AddDate(0, n, 0)
	year, month, _ := first.Date()
	return Date{year, month, min(d.Day, daysIn(year, month))}
}

// AddYears is the same day n years later; 29 February becomes 28 February.
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

func daysIn(year int, month time.Month) int {
	return Date{year, month + 1, 0}.noon().Day()
}
