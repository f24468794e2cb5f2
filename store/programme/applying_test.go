package programme_test

import (
	"testing"
	"time"

	"luling/store/programme"
)

func TestAccepts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name           string
		phase          programme.RoundPhase
		grace          int
		now            string
		accepts        bool
		confirms, late bool
	}{
		{"the second before it opens", programme.RoundApplying, 0, "2026-03-01 23:59:59", false, false, false},
		{"the second it opens", programme.RoundApplying, 0, "2026-03-02 00:00:00", true, true, false},
		{"the last second of the last day", programme.RoundApplying, 0, "2026-03-31 23:59:59", true, true, false},
		{"the second after it, without grace", programme.RoundApplying, 0, "2026-04-01 00:00:00", false, true, true},
		{"the last second a press may be on its way", programme.RoundApplying, 0, "2026-04-01 00:02:29", false, true, true},
		{"the second after a press may be on its way", programme.RoundApplying, 0, "2026-04-01 00:02:30", false, false, true},
		{"the last second of the last day, with grace", programme.RoundApplying, 2, "2026-03-31 23:59:59", true, true, false},
		{"the first second of the grace", programme.RoundApplying, 2, "2026-04-01 00:00:00", true, true, true},
		{"the last second of the grace", programme.RoundApplying, 2, "2026-04-01 01:59:59", true, true, true},
		{"the second after the grace", programme.RoundApplying, 2, "2026-04-01 02:00:00", false, true, true},
		{"the last second a press may be on its way after the grace", programme.RoundApplying, 2, "2026-04-01 02:02:29", false, true, true},
		{"the second after that", programme.RoundApplying, 2, "2026-04-01 02:02:30", false, false, true},
		{"announced, not yet opened by the clock", programme.RoundAnnounced, 0, "2026-03-10 12:00:00", false, false, false},
		{"closed early", programme.RoundRecommending, 0, "2026-03-10 12:00:00", false, false, false},
		{"suspended", programme.RoundSuspended, 0, "2026-03-10 12:00:00", false, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			now, err := time.ParseInLocation(time.DateTime, c.now, programme.Zone)
			if err != nil {
				t.Fatal(err)
			}
			r := programme.Round{Phase: c.phase, GraceHours: c.grace, OpensOn: date(t, "2026-03-02"), ClosesOn: date(t, "2026-03-31")}
			if r.Accepts(now.UTC()) != c.accepts || r.Confirms(now.UTC()) != c.confirms || r.Late(now.UTC()) != c.late {
				t.Errorf("accepts %v, confirms %v, late %v; want %v, %v, %v",
					r.Accepts(now), r.Confirms(now), r.Late(now), c.accepts, c.confirms, c.late)
			}
		})
	}
}

func TestApplicationNumber(t *testing.T) {
	t.Parallel()
	for serial, want := range map[int]string{3: "2026-吉州-003", 999: "2026-吉州-999", 1000: "2026-吉州-1000"} {
		if got := programme.ApplicationNumber(2026, "吉州", serial); got != want {
			t.Errorf("number %d is %s, want %s", serial, got, want)
		}
	}
}
