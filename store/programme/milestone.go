package programme

import "slices"

// A Milestone is a dated step of a round that lies ahead.
type Milestone struct {
	Name string // "opens", "closes", "recommend" or "check"
	On   Date   // the first day for "opens", the last one for the others
}

// Ahead is the next dated step of the round on or after a day, while the round
// has not gone beyond it; none for a round that was not announced, stands still or
// has no more dates.
//
// Source: B1, L5.
func (r Round) Ahead(today Date) (Milestone, bool) {
	for _, m := range []struct {
		Milestone
		until RoundPhase
	}{
		{Milestone{"opens", r.OpensOn}, RoundAnnounced},
		{Milestone{"closes", r.ClosesOn}, RoundApplying},
		{Milestone{"recommend", r.RecommendBy}, RoundRecommending},
		{Milestone{"check", r.CheckBy}, RoundChecking},
	} {
		if !m.On.IsZero() && !m.On.Before(today) && r.running(m.until) {
			return m.Milestone, true
		}
	}
	return Milestone{}, false
}

// running reports whether the round was announced and has not gone beyond a phase.
func (r Round) running(until RoundPhase) bool {
	at := slices.Index(runningPhases, r.Phase)
	return at >= 0 && at <= slices.Index(runningPhases, until)
}

// Expected is by when an application in a state should take its next step; zero
// where no date is known.
//
// Source: L6, 6.1.
func (r Round) Expected(s ApplicationState) Date {
	switch s {
	case AppDraft, AppAwaitingLeader:
		return r.ClosesOn
	case AppSubmitted, AppReturnedByBody:
		return r.RecommendBy
	case AppRecommended, AppChecking, AppReturnedByCity:
		return r.CheckBy
	}
	return Date{}
}
