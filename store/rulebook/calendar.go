package rulebook

import (
	"embed"
	"fmt"

	"luling/store/programme"
)

//go:embed calendar/*.json
var lists embed.FS

// Calendar knows the working days of every year the program was built with.
// Lists of further years are added with [programme.Calendar.With].
//
// Source: A10.
func Calendar() (programme.Calendar, error) {
	entries, err := lists.ReadDir("calendar")
	if err != nil {
		return programme.Calendar{}, fmt.Errorf("list calendars: %w", err)
	}
	var years []programme.YearDays
	for _, e := range entries {
		text, err := lists.ReadFile("calendar/" + e.Name())
		if err != nil {
			return programme.Calendar{}, fmt.Errorf("read calendar: %w", err)
		}
		year, err := programme.ParseYearDays(text)
		if err != nil {
			return programme.Calendar{}, fmt.Errorf("read calendar %s: %w", e.Name(), err)
		}
		years = append(years, year)
	}
	return programme.NewCalendar(years...), nil
}
