package programme

import "slices"

// An ObjectionState is where an objection to a public notice stands (6.6).
type ObjectionState string

// The states of an objection.
const (
	ObjectionReceived    ObjectionState = "received"
	ObjectionNotAccepted ObjectionState = "not_accepted"
	ObjectionAccepted    ObjectionState = "accepted"
	ObjectionChecking    ObjectionState = "checking" // the body reports to the office
	ObjectionUpheld      ObjectionState = "upheld"
	ObjectionNotUpheld   ObjectionState = "not_upheld"
	ObjectionWithdrawn   ObjectionState = "withdrawn"
	ObjectionClosed      ObjectionState = "closed" // both sides are told
)

// The moves of an objection.
const (
	MoveObject            Move = "object"
	MoveAcceptObjection   Move = "accept_objection"
	MoveDeclineObjection  Move = "decline_objection"
	MoveCheckObjection    Move = "check_objection"
	MoveUphold            Move = "uphold"
	MoveDismiss           Move = "dismiss"
	MoveWithdrawObjection Move = "withdraw_objection"
	MoveCloseObjection    Move = "close_objection"
)

// ObjectionMoves are the moves of an objection. The office enters what comes by
// letter, phone or visit (I17).
var ObjectionMoves = slices.Concat(
	[]Rule[ObjectionState]{
		{"", MoveObject, ObjectionReceived, []Role{RolePublic, RoleOffice}, "S5.2b"},
		{ObjectionReceived, MoveAcceptObjection, ObjectionAccepted, office, Ours},
		{ObjectionReceived, MoveDeclineObjection, ObjectionNotAccepted, office, Ours},
		{ObjectionAccepted, MoveCheckObjection, ObjectionChecking, office, Ours},
		{ObjectionChecking, MoveUphold, ObjectionUpheld, office, Ours},
		{ObjectionChecking, MoveDismiss, ObjectionNotUpheld, office, Ours},
	},
	each([]ObjectionState{ObjectionReceived, ObjectionAccepted, ObjectionChecking},
		MoveWithdrawObjection, ObjectionWithdrawn, []Role{RolePublic, RoleOffice}, Ours),
	each([]ObjectionState{ObjectionNotAccepted, ObjectionUpheld, ObjectionNotUpheld, ObjectionWithdrawn},
		MoveCloseObjection, ObjectionClosed, office, Ours),
)

// Open reports whether the objection still stands in the way of naming: it is
// received and neither declined, decided nor withdrawn.
func (s ObjectionState) Open() bool {
	return s == ObjectionReceived || s == ObjectionAccepted || s == ObjectionChecking
}
