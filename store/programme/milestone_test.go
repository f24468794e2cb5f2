package programme_test

import (
	"testing"

	"luling/store/programme"
)

func TestWhatLiesAhead(t *testing.T) {
	t.Parallel()
	on := func(s string) programme.Date {
		d, err := programme.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	r := programme.Round{
		OpensOn: on("2026-03-02"), ClosesOn: on("2026-04-10"), RecommendBy: on("2026-04-30"), CheckBy: on("2026-05-20"),
	}
	for _, tt := range []struct {
		name  string
		phase programme.RoundPhase
		today string
		want  string
	}{
		{"of a draft nothing is promised", programme.RoundDraft, "2026-02-01", ""},
		{"announced, it opens", programme.RoundAnnounced, "2026-03-01", "opens"},
		{"on the day it opens that is still ahead", programme.RoundAnnounced, "2026-03-02", "opens"},
		{"the day after, late to open, it closes next", programme.RoundAnnounced, "2026-03-03", "closes"},
		{"while applying, the opening is past though its day is not", programme.RoundApplying, "2026-03-02", "closes"},
		{"on the last day of applying it still closes", programme.RoundApplying, "2026-04-10", "closes"},
		{"the day after, bodies recommend", programme.RoundApplying, "2026-04-11", "recommend"},
		{"closed before its day, bodies recommend", programme.RoundRecommending, "2026-04-01", "recommend"},
		{"after the bodies' last day the check is expected", programme.RoundRecommending, "2026-05-01", "check"},
		{"on the last day of the check", programme.RoundChecking, "2026-05-20", "check"},
		{"after it no date is known", programme.RoundChecking, "2026-05-21", ""},
		{"and none while scoring", programme.RoundScoring, "2026-05-01", ""},
		{"a round that stands still has no next step", programme.RoundSuspended, "2026-03-10", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := r
			r.Phase = tt.phase
			got, ok := r.Ahead(on(tt.today))
			if got.Name != tt.want || ok != (tt.want != "") {
				t.Errorf("%q, %v; want %q", got.Name, ok, tt.want)
			}
		})
	}
}
