package card

import "luling/store/programme"

// A Stage is states that a list tells no further apart: who was not shortlisted
// or not selected is told after the public notice, and stands until then where
// the others stand. Source: 6.1.
type Stage []programme.ApplicationState

// Stages are in the order of an application's life; each state is in one.
var Stages = []Stage{
	{programme.AppDraft}, {programme.AppAwaitingLeader}, {programme.AppSubmitted}, {programme.AppReturnedByBody},
	{programme.AppRecommended}, {programme.AppChecking}, {programme.AppReturnedByCity},
	{programme.AppAdmitted, programme.AppUnderReview, programme.AppScored, programme.AppNotShortlisted},
	{programme.AppShortlisted},
	{programme.AppInspected, programme.AppNotSelected, programme.AppProposed},
	{programme.AppInPublicity, programme.AppOnHold}, {programme.AppAwarded},
	{programme.AppNotRecommended}, {programme.AppIneligible}, {programme.AppLapsed},
	{programme.AppDisqualified}, {programme.AppWithdrawn},
}

// Name is what buttons and texts call the stage: its first state; of no stage "".
func (s Stage) Name() string {
	if s == nil {
		return ""
	}
	return string(s[0])
}

// StageNamed is the stage of a name, nil if there is none.
func StageNamed(name string) Stage {
	for _, s := range Stages {
		if s.Name() == name {
			return s
		}
	}
	return nil
}

// Count is how many are at the stage.
func (s Stage) Count(counts map[programme.ApplicationState]int) (n int) {
	for _, state := range s {
		n += counts[state]
	}
	return n
}
