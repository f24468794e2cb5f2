package sheet

import (
	"strconv"
	"time"
)

// day is the day a serial number stands for: from 1 March 1900 to the end of
// 2100. Table programs count from 1900, as if that had been a leap year, or from
// 1904.
func (e Epoch1904) day(serial float64) (string, bool) {
	n, zero := int(serial), time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if e {
		zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	t := zero.AddDate(0, 0, n)
	if serial < 61 && !bool(e) || serial < 0 || serial > 73_415 {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

// Day reads a number that stands for a day though it is not shown as one. Bare
// years and days written as 20200304 are not serial numbers: false.
func (e Epoch1904) Day(cell string) (string, bool) {
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil || n < 10_000 {
		return "", false
	}
	return e.day(n)
}
