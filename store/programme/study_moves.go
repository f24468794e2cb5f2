package programme

// The moves of a StudySession.
const (
	MoveRegister     Move = "register"
	MoveConfirmStudy Move = "confirm_study"
	MoveReturnStudy  Move = "return_study"
	MoveVoidStudy    Move = "void_study"
)

var (
	registrars = []Role{RoleContact, RoleDeputy, RoleHead, RoleRecommender, RoleOffice} // section 7; who types for a unit, C17
	witnesses  = []Role{RoleRecommender, RoleOffice}
)

// StudyMoves are the moves of a session record (6.4).
var StudyMoves = []Rule[StudySessionState]{
	{"", MoveRegister, StudyRegistered, registrars, "S4.1a"},
	{StudyRegistered, MoveConfirmStudy, StudyConfirmed, witnesses, Ours},
	{StudyRegistered, MoveReturnStudy, StudyReturned, witnesses, Ours},
	{StudyReturned, MoveRegister, StudyRegistered, registrars, "S4.1a"},
	{StudyConfirmed, MoveVoidStudy, StudyVoid, office, Ours},
}

// Next is the rule by which the role may order the move for s, or [ErrNotAllowed].
func (s StudySession) Next(move Move, role Role) (Rule[StudySessionState], error) {
	_, rule, err := Next(StudyMoves, s.State, move, role)
	return rule, err
}
