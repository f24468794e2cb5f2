package programme

import (
	"fmt"
	"time"
)

// A MonthDay is a day of any year, written MM-DD. 29 February is refused, since
// not every year has it.
type MonthDay struct {
	Month time.Month
	Day   int
}

// In is the date in a year.
func (m MonthDay) In(year int) Date { return Date{year, m.Month, m.Day} }

// Before reports whether m comes before n within a year.
func (m MonthDay) Before(n MonthDay) bool { return m.In(2001).Before(n.In(2001)) }

// MarshalText implements encoding.TextMarshaler.
func (m MonthDay) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%02d-%02d", int(m.Month), m.Day), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (m *MonthDay) UnmarshalText(b []byte) error {
	t, err := time.Parse(time.DateOnly, "2001-"+string(b))
	if err != nil {
		return fmt.Errorf("%q is not a day of every year, written MM-DD", b)
	}
	*m = MonthDay{t.Month(), t.Day()}
	return nil
}
