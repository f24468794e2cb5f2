package programme

import "slices"

// A NominationState is where a nomination to the province stands (6.6). Source: S6.2d.
type NominationState string

// The states of a nomination.
const (
	NominationEligible  NominationState = "eligible"
	NominationCandidate NominationState = "candidate"
	NominationConfirmed NominationState = "confirmed"
	NominationSubmitted NominationState = "submitted"
	NominationWon       NominationState = "won"
	NominationNotWon    NominationState = "not_won"
	NominationWithdrawn NominationState = "withdrawn"
)

// The moves of a nomination.
const (
	MoveNominate           Move = "nominate"
	MoveConfirmNomination  Move = "confirm_nomination"
	MoveSubmitNomination   Move = "submit_nomination"
	MoveWin                Move = "win"
	MoveNotWin             Move = "not_win"
	MoveWithdrawNomination Move = "withdraw_nomination"
)

// NominationMoves are the moves of a nomination. It is withdrawn when its site
// stops being nominable, see SiteState.Nominable.
var NominationMoves = slices.Concat(
	[]Rule[NominationState]{
		{NominationEligible, MoveNominate, NominationCandidate, office, "S6.2d"},
		{NominationCandidate, MoveConfirmNomination, NominationConfirmed, deciders, "S6.2d"},
		{NominationConfirmed, MoveSubmitNomination, NominationSubmitted, office, "S6.2d"},
		{NominationSubmitted, MoveWin, NominationWon, office, "S6.2d"},
		{NominationSubmitted, MoveNotWin, NominationNotWon, office, "S6.2d"},
	},
	each([]NominationState{NominationCandidate, NominationConfirmed, NominationSubmitted},
		MoveWithdrawNomination, NominationWithdrawn, clockwork, Ours),
)
