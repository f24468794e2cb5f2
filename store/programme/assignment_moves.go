package programme

import "slices"

// An AssignmentState is where one reviewer's task for one application stands (6.3).
type AssignmentState string

// The states of an assignment. Being overdue is a date, not a state.
const (
	AssignmentPlanned    AssignmentState = "planned"
	AssignmentPublished  AssignmentState = "published"
	AssignmentAccepted   AssignmentState = "accepted"
	AssignmentDeclined   AssignmentState = "declined"
	AssignmentRecused    AssignmentState = "recused"
	AssignmentInProgress AssignmentState = "in_progress"
	AssignmentSubmitted  AssignmentState = "submitted"
	AssignmentReopened   AssignmentState = "reopened"
	AssignmentLocked     AssignmentState = "locked"
)

// The moves of an assignment.
const (
	MoveAssign      Move = "assign"
	MovePublishTask Move = "publish_task"
	MoveAcceptTask  Move = "accept_task"
	MoveDeclineTask Move = "decline_task"
	MoveRecuse      Move = "recuse"
	MoveBeginSheet  Move = "begin_sheet"
	MoveSubmitSheet Move = "submit_sheet"
	MoveReopenSheet Move = "reopen_sheet"
	MoveLockSheet   Move = "lock_sheet"
)

var reviewers = []Role{RoleReviewer}

// AssignmentMoves are the moves of an assignment (6.3). A late recusal voids the
// sheet even when it is locked, until the score table is certified (ruling 16, a guard).
var AssignmentMoves = slices.Concat(
	[]Rule[AssignmentState]{
		{"", MoveAssign, AssignmentPlanned, office, "S6.1"},
		{AssignmentPlanned, MovePublishTask, AssignmentPublished, office, "S6.1"},
		{AssignmentPublished, MoveAcceptTask, AssignmentAccepted, reviewers, Ours},
		{AssignmentPublished, MoveDeclineTask, AssignmentDeclined, reviewers, Ours},
		{AssignmentAccepted, MoveBeginSheet, AssignmentInProgress, reviewers, "S5.2b"},
		{AssignmentInProgress, MoveSubmitSheet, AssignmentSubmitted, reviewers, "S5.2b"},
		{AssignmentSubmitted, MoveReopenSheet, AssignmentReopened, reviewers, Ours},
		{AssignmentReopened, MoveSubmitSheet, AssignmentSubmitted, reviewers, "S5.2b"},
		{AssignmentSubmitted, MoveLockSheet, AssignmentLocked, system, Ours},
		{AssignmentReopened, MoveLockSheet, AssignmentLocked, system, Ours},
	},
	each([]AssignmentState{
		AssignmentPublished, AssignmentAccepted, AssignmentInProgress, AssignmentSubmitted,
		AssignmentReopened, AssignmentLocked,
	}, MoveRecuse, AssignmentRecused, []Role{RoleReviewer, RoleOffice}, Ours),
)
