package programme

import "time"

// A RoundID names a Round.
type RoundID int64

// A RoundPhase is where a Round stands. Source: S5.2b.
type RoundPhase string

// The phases of a round in their fixed order; suspended and cancelled stand beside it.
const (
	RoundDraft        RoundPhase = "draft"
	RoundAnnounced    RoundPhase = "announced"
	RoundApplying     RoundPhase = "applying"
	RoundRecommending RoundPhase = "recommending"
	RoundChecking     RoundPhase = "checking"
	RoundScoring      RoundPhase = "scoring"
	RoundVoting       RoundPhase = "voting"
	RoundInspecting   RoundPhase = "inspecting"
	RoundDeciding     RoundPhase = "deciding"
	RoundPublicity    RoundPhase = "publicity"
	RoundNaming       RoundPhase = "naming"
	RoundArchived     RoundPhase = "archived"
	RoundSuspended    RoundPhase = "suspended"
	RoundCancelled    RoundPhase = "cancelled"
)

// A Round is one yearly selection. Source: S5.1.
type Round struct {
	ID           RoundID
	Year         int
	Title        string
	Phase        RoundPhase
	Before       RoundPhase // where it stood when suspended; "" otherwise
	Rules        string     // hash of the programme file pinned when the round was made
	SeatsMin     int        // 6
	SeatsMax     int        // 8
	SeatsPlanned int        // 7
	OpensOn      Date       // first day of applying
	ClosesOn     Date       // last day of applying, inclusive to its end (ruling 5)
	GraceHours   int        // printed in the notice, default 0 (B6)
	RecommendBy  Date       // recommending bodies' last day
	CheckBy      Date       // expected end of the formal check
	Reason       string     // for a second round of a year
	Version      int64
	CreatedBy    PersonID
	CreatedAt    time.Time
}
