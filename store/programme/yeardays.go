package programme

import (
	"encoding/json"
	"errors"
	"fmt"
)

// YearDays is the published list of one year: the days off and the shifted
// working days (调休) that differ from Monday to Friday. Its JSON is the public
// form {"year":2026,"papers":[…],"days":[{"name","date","isOffDay"}]}.
//
// Source: A10.
type YearDays struct {
	Year   int         `json:"year"`
	Papers []string    `json:"papers"` // addresses of the notices
	Days   []MarkedDay `json:"days"`
}

// A MarkedDay is one day of a YearDays.
type MarkedDay struct {
	Name string `json:"name"` // 春节
	Date Date   `json:"date"`
	Off  bool   `json:"isOffDay"`
}

// ErrYearDays says that a list of days cannot be used; the error wrapped around it says why.
var ErrYearDays = errors.New("not a usable list of holidays")

// ParseYearDays reads the public JSON form and checks it. Keys it does not know are passed over.
func ParseYearDays(b []byte) (YearDays, error) {
	var y YearDays
	if err := json.Unmarshal(b, &y); err != nil {
		return YearDays{}, fmt.Errorf("%w: %w", ErrYearDays, err)
	}
	return y, y.check()
}

// check refuses a list without days, a day outside the year or its two
// neighbouring weeks, and a day that is marked twice.
func (y YearDays) check() error {
	if y.Year < 2000 || y.Year > 2100 {
		return fmt.Errorf("%w: year %d is not between 2000 and 2100", ErrYearDays, y.Year)
	}
	if len(y.Days) == 0 {
		return fmt.Errorf("%w: %d has no days", ErrYearDays, y.Year)
	}
	seen := map[Date]bool{}
	for _, d := range y.Days {
		if d.Date.Year != y.Year {
			return fmt.Errorf("%w: %s (%s) does not lie in %d", ErrYearDays, d.Date, d.Name, y.Year)
		}
		if seen[d.Date] {
			return fmt.Errorf("%w: %s is marked twice", ErrYearDays, d.Date)
		}
		seen[d.Date] = true
	}
	return nil
}
