package programme_test

import (
	"testing"

	"luling/store/programme"
)

func TestDraftReminders(t *testing.T) {
	t.Parallel()
	on := func(s string) programme.Date {
		d, err := programme.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	p := &programme.Programme{}
	p.Periods.DraftReminders = []int{10, 3, 1}
	closes := on("2026-03-31") // a Tuesday; without a list every Monday to Friday is worked
	for _, tt := range []struct {
		name, today string
		days        int
	}{
		{"eleven working days ahead nothing is due", "2026-03-16", 0},
		{"ten ahead the first step", "2026-03-17", 10},
		{"four ahead still the first", "2026-03-25", 10},
		{"three ahead the second", "2026-03-26", 3},
		{"on the weekend before still the second", "2026-03-29", 3},
		{"one ahead the third", "2026-03-30", 1},
		{"on the last day still the third", "2026-03-31", 1},
		{"after it none", "2026-04-01", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if days, _, ok := p.DraftReminder(closes, on(tt.today)); days != tt.days || ok != (tt.days != 0) {
				t.Errorf("%d, %v; want %d", days, ok, tt.days)
			}
		})
	}
	if _, _, ok := p.DraftReminder(programme.Date{}, closes); ok {
		t.Error("a round without a last day has reminders")
	}
}
