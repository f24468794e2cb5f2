package programme

import "slices"

// The moves of an Application.
const (
	MoveStart           Move = "start"
	MoveSendToLeader    Move = "send_to_leader"
	MoveReturnByLeader  Move = "return_by_leader"
	MoveSubmit          Move = "submit"
	MoveReturnByBody    Move = "return_by_body"
	MoveResubmit        Move = "resubmit"
	MoveLapse           Move = "lapse" // 视为放弃
	MoveRefuse          Move = "refuse"
	MoveMissDeadline    Move = "miss_deadline" // 逾期未推荐
	MoveUpholdAppeal    Move = "uphold_appeal"
	MoveRecommend       Move = "recommend"
	MoveCheck           Move = "check"
	MoveReturnByCity    Move = "return_by_city"
	MoveFindIneligible  Move = "find_ineligible"
	MoveRecheck         Move = "recheck"
	MoveRelent          Move = "relent" // undoes a lapse
	MoveAdmit           Move = "admit"
	MoveReview          Move = "review"
	MoveCloseScores     Move = "close_scores"
	MoveShortlist       Move = "shortlist"
	MovePassOver        Move = "pass_over"
	MoveReportInspected Move = "report_inspected"
	MoveNotSelect       Move = "not_select"
	MovePropose         Move = "propose"
	MovePublish         Move = "publish"
	MoveHold            Move = "hold"
	MoveContinue        Move = "continue"
	MoveDisqualify      Move = "disqualify"
	MoveAward           Move = "award"
	MoveWithdraw        Move = "withdraw"
	MoveRestore         Move = "restore"
)

// liveStates are the states in which an application goes on, in order of its life.
var liveStates = []ApplicationState{
	AppDraft, AppAwaitingLeader, AppSubmitted, AppReturnedByBody, AppRecommended, AppChecking,
	AppReturnedByCity, AppAdmitted, AppUnderReview, AppScored, AppShortlisted, AppInspected,
	AppProposed, AppInPublicity, AppOnHold,
}

// untilVote are the live states a unit may still withdraw from; once the vote
// session is open, a guard keeps scored applications in.
var untilVote = liveStates[:slices.Index(liveStates, AppScored)+1]

// sinceVote are the live states in which only the office withdraws, on written request.
var sinceVote = liveStates[slices.Index(liveStates, AppScored):]

// Live reports whether the application goes on: it has a holder and a next step.
// A Unit has at most one live application in a Round. A state that only an appeal
// can leave is not live.
func (s ApplicationState) Live() bool { return slices.Contains(liveStates, s) }

// ApplicationMoves are the moves of 6.1.
var ApplicationMoves = slices.Concat(
	[]Rule[ApplicationState]{
		{"", MoveStart, AppDraft, typists, "S5.2b"},
		{AppDraft, MoveSendToLeader, AppAwaitingLeader, typists, "S5.2b"},
		{AppAwaitingLeader, MoveReturnByLeader, AppDraft, confirmers, "S5.2b"},
		{AppAwaitingLeader, MoveSubmit, AppSubmitted, confirmers, "S5.2b"},

		{AppSubmitted, MoveReturnByBody, AppReturnedByBody, body, "S5.2b"},
		{AppReturnedByBody, MoveResubmit, AppSubmitted, confirmers, "S5.2b"},
		{AppReturnedByBody, MoveLapse, AppLapsed, office, Ours},
		{AppSubmitted, MoveRefuse, AppNotRecommended, body, "S5.2b"},
		{AppSubmitted, MoveMissDeadline, AppNotRecommended, office, "S5.2b"},
		{AppReturnedByBody, MoveMissDeadline, AppNotRecommended, office, "S5.2b"},
		{AppNotRecommended, MoveUpholdAppeal, AppSubmitted, office, Ours},
		{AppSubmitted, MoveRecommend, AppRecommended, body, "S5.2b"},

		{AppRecommended, MoveCheck, AppChecking, clockwork, "S5.2b"},
		{AppChecking, MoveReturnByCity, AppReturnedByCity, office, Ours},
		{AppReturnedByCity, MoveResubmit, AppChecking, confirmers, Ours},
		{AppReturnedByCity, MoveLapse, AppLapsed, office, Ours},
		{AppChecking, MoveFindIneligible, AppIneligible, office, "S4"},
		{AppIneligible, MoveRecheck, AppChecking, office, Ours},
		{AppChecking, MoveAdmit, AppAdmitted, office, "S4"},

		{AppAdmitted, MoveReview, AppUnderReview, system, "S5.2b"},
		{AppUnderReview, MoveCloseScores, AppScored, clockwork, "S5.2b"},
		{AppScored, MoveShortlist, AppShortlisted, office, "S5.2b"},
		{AppScored, MovePassOver, AppNotShortlisted, office, "S5.2a"},
		{AppShortlisted, MoveReportInspected, AppInspected, inspectors, "S5.2b"},

		{AppInspected, MoveNotSelect, AppNotSelected, deciders, "S5.2a"},
		{AppInspected, MovePropose, AppProposed, deciders, "S6.1"},
		{AppNotSelected, MovePropose, AppProposed, deciders, "S6.1"},
		{AppProposed, MovePublish, AppInPublicity, office, "S5.2b"},
		{AppInPublicity, MoveHold, AppOnHold, office, Ours},
		{AppOnHold, MoveContinue, AppInPublicity, office, Ours},
		{AppInPublicity, MoveAward, AppAwarded, office, "S6.2a"},
		{AppOnHold, MoveAward, AppAwarded, office, "S6.2a"},
	},
	backTo(AppLapsed, MoveRelent, []ApplicationState{AppReturnedByBody, AppReturnedByCity}, office, Ours),
	each(liveStates, MoveDisqualify, AppDisqualified, deciders, Ours),
	each(untilVote[:len(untilVote)-1], MoveWithdraw, AppWithdrawn, unit, Ours),
	each([]ApplicationState{AppScored}, MoveWithdraw, AppWithdrawn, append(slices.Clone(unit), RoleOffice), Ours),
	each(sinceVote[1:], MoveWithdraw, AppWithdrawn, office, Ours),
	backTo(AppWithdrawn, MoveRestore, untilVote, unit, Ours),
)

// Next is the rule by which the role may order the move for a, with To filled in
// for moves back to where a stood, or [ErrNotAllowed].
func (a Application) Next(move Move, role Role) (Rule[ApplicationState], error) {
	_, rule, err := Back(ApplicationMoves, a.State, a.Before, move, role)
	return rule, err
}

// Stage is the state that decides who may see a: that it is in, or for one that
// left the round by withdrawal or lapse, the state it left from.
func (a Application) Stage() ApplicationState {
	if a.Before != "" && (a.State == AppWithdrawn || a.State == AppLapsed) {
		return a.Before
	}
	return a.State
}
