package programme

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// A Date is a civil date at the office, without a time of day. The zero Date means none.
// It is written YYYY-MM-DD in text, JSON and SQL.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Zone is the office's time zone. China has had no summer time since 1991, and
// every instant the programme compares lies after that.
var Zone = time.FixedZone("Asia/Shanghai", 8*60*60)

// DateOf is the civil date of an instant at the office.
func DateOf(t time.Time) Date {
	y, m, d := t.In(Zone).Date()
	return Date{y, m, d}
}

// ParseDate reads YYYY-MM-DD. A date that does not exist is an error.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("parse date %q: %w", s, err)
	}
	y, m, d := t.Date()
	return Date{y, m, d}, nil
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String writes YYYY-MM-DD, or nothing for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// Compare orders dates: -1, 0 or +1.
func (d Date) Compare(e Date) int { return d.noon().Compare(e.noon()) }

// Before reports whether d lies before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// AddDays is the date n days later; n may be negative.
func (d Date) AddDays(n int) Date {
	y, m, day := d.noon().AddDate(0, 0, n).Date()
	return Date{y, m, day}
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.noon().Weekday() }

// Starts is the instant the date begins at the office.
func (d Date) Starts() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, Zone).UTC()
}

// Ends is the first instant after the date: what "by the end of d" compares against with Before.
func (d Date) Ends() time.Time { return d.AddDays(1).Starts() }

func (d Date) noon() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

// MarshalText implements encoding.TextMarshaler.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler. Empty text is the zero Date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

// Value implements driver.Valuer: text, or NULL for the zero Date.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan implements sql.Scanner for text, NULL and what drivers make of a date column.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	case time.Time:
		y, m, day := v.Date()
		*d = Date{y, m, day}
		return nil
	}
	return fmt.Errorf("scan date: unexpected %T", src)
}
