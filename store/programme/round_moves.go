package programme

import "slices"

// The moves of a Round. Each step names the phase it opens.
const (
	MoveOpen           Move = "open" // makes the draft
	MoveAnnounce       Move = "announce"
	MoveOpenApplying   Move = "open_applying"
	MoveCloseApplying  Move = "close_applying"
	MoveOpenChecking   Move = "open_checking"
	MoveOpenScoring    Move = "open_scoring"
	MoveOpenVoting     Move = "open_voting"
	MoveOpenInspecting Move = "open_inspecting"
	MoveOpenDeciding   Move = "open_deciding"
	MoveOpenPublicity  Move = "open_publicity"
	MoveOpenNaming     Move = "open_naming"
	MoveArchive        Move = "archive"
	MoveStepBack       Move = "step_back"
	MoveSuspend        Move = "suspend"
	MoveResume         Move = "resume"
	MoveCancel         Move = "cancel"
)

// RoundPhases lists the phases of a round in their fixed order, draft to archived.
// Source: S5.2b.
var RoundPhases = []RoundPhase{
	RoundDraft, RoundAnnounced, RoundApplying, RoundRecommending, RoundChecking, RoundScoring,
	RoundVoting, RoundInspecting, RoundDeciding, RoundPublicity, RoundNaming, RoundArchived,
}

// runningPhases are the phases between draft and archive.
var runningPhases = RoundPhases[1 : len(RoundPhases)-1]

// RoundMoves are the moves of 6.2.
var RoundMoves = slices.Concat(
	[]Rule[RoundPhase]{
		{"", MoveOpen, RoundDraft, office, "S5.1"},
		{RoundDraft, MoveAnnounce, RoundAnnounced, office, "S6.1"},
		{RoundAnnounced, MoveOpenApplying, RoundApplying, system, "S5.2b"},
		{RoundApplying, MoveCloseApplying, RoundRecommending, system, "S5.2b"},
		{RoundRecommending, MoveOpenChecking, RoundChecking, clockwork, "S5.2b"},
		{RoundChecking, MoveOpenScoring, RoundScoring, office, "S5.2b"},
		{RoundScoring, MoveOpenVoting, RoundVoting, office, "S5.2b"},
		{RoundVoting, MoveOpenInspecting, RoundInspecting, certifiers, "S5.2b"},
		{RoundInspecting, MoveOpenDeciding, RoundDeciding, office, "S5.2b"},
		{RoundDeciding, MoveOpenPublicity, RoundPublicity, office, "S5.2b"},
		{RoundPublicity, MoveOpenNaming, RoundNaming, clockwork, "S6.2a"},
		{RoundNaming, MoveArchive, RoundArchived, office, Ours},
	},
	stepsBack(),
	each(append([]RoundPhase{RoundDraft}, runningPhases...), MoveSuspend, RoundSuspended, deciders, Ours),
	backTo(RoundSuspended, MoveResume, append([]RoundPhase{RoundDraft}, runningPhases...), deciders, Ours),
	each(append([]RoundPhase{RoundDraft, RoundSuspended}, runningPhases...), MoveCancel, RoundCancelled, deciders, Ours),
)

// stepsBack lead from any phase after announced to the one before. That none
// leads back across counted ballots is a guard: the table does not see ballots.
func stepsBack() []Rule[RoundPhase] {
	var rules []Rule[RoundPhase]
	for i, phase := range runningPhases[1:] {
		rules = append(rules, Rule[RoundPhase]{phase, MoveStepBack, runningPhases[i], office, Ours})
	}
	return rules
}

// Next is the rule by which the role may order the move for r, with To filled in
// for a resumption, or [ErrNotAllowed].
func (r Round) Next(move Move, role Role) (Rule[RoundPhase], error) {
	_, rule, err := Back(RoundMoves, r.Phase, r.Before, move, role)
	return rule, err
}

// Running reports whether the round is announced and not over; a suspended one is not running.
func (r Round) Running() bool { return slices.Contains(runningPhases, r.Phase) }
