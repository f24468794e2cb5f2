package programme

import "slices"

// A SiteState is where a named demonstration site stands (6.5).
type SiteState string

// The states of a site.
const (
	SiteActive            SiteState = "active"
	SiteEvaluationDue     SiteState = "eval_due"
	SiteSelfReported      SiteState = "self_reported"
	SiteNotFiled          SiteState = "not_filed"
	SiteUnderEvaluation   SiteState = "under_evaluation"
	SiteGradedExcellent   SiteState = "graded_excellent"
	SiteGradedQualified   SiteState = "graded_qualified"
	SiteGradedUnqualified SiteState = "graded_unqualified"
	SiteRectifying        SiteState = "rectifying"
	SiteRecheck           SiteState = "recheck"
	SiteRecheckFailed     SiteState = "recheck_failed"
	SiteDelistProposed    SiteState = "delist_proposed"
	SiteDelisted          SiteState = "delisted"
	SiteSuspended         SiteState = "suspended"
	SiteExited            SiteState = "exited"
)

// The moves of a site.
const (
	MoveName             Move = "name"
	MoveCallEvaluation   Move = "call_evaluation"
	MoveFileReport       Move = "file_report"
	MoveMissReport       Move = "miss_report"
	MoveEvaluate         Move = "evaluate"
	MoveGradeExcellent   Move = "grade_excellent"
	MoveGradeQualified   Move = "grade_qualified"
	MoveGradeUnqualified Move = "grade_unqualified"
	MoveReturnToDuty     Move = "return_to_duty"
	MoveOrderRectify     Move = "order_rectification"
	MoveExtendRectify    Move = "extend_rectification"
	MoveReportRectified  Move = "report_rectified"
	MovePassRecheck      Move = "pass_recheck"
	MoveFailRecheck      Move = "fail_recheck"
	MoveProposeDelisting Move = "propose_delisting"
	MoveAcceptStatement  Move = "accept_statement"
	MoveDelist           Move = "delist"
	MoveSuspendSite      Move = "suspend_site"
	MoveLiftSuspension   Move = "lift_suspension"
	MoveExit             Move = "exit"
)

// inForce are the states in which the title is borne, in order of the table.
var inForce = []SiteState{
	SiteActive, SiteEvaluationDue, SiteSelfReported, SiteNotFiled, SiteUnderEvaluation,
	SiteGradedExcellent, SiteGradedQualified, SiteGradedUnqualified, SiteRectifying, SiteRecheck,
	SiteRecheckFailed, SiteDelistProposed, SiteSuspended,
}

// InForce reports whether the title is borne: everywhere but after delisting and
// exit. Counts, the plaque check, the bar on a second application and the study
// duty follow it. Source: 6.5.
func (s SiteState) InForce() bool { return slices.Contains(inForce, s) }

// Nominable reports whether the state allows a nomination to the province to be
// made or kept. Source: S6.2d; 6.5, ruling 18.
func (s SiteState) Nominable() bool {
	return s.InForce() && !slices.Contains([]SiteState{
		SiteGradedUnqualified, SiteRectifying, SiteSuspended, SiteDelistProposed,
	}, s)
}

var group = []Role{RoleLeadingGroup}

// SiteMoves are the moves of 6.5. Exit out of a failed re-check or a proposed
// delisting needs the leading group (ruling 24); suspension is possible only where
// the programme enables it (K13), a guard.
var SiteMoves = slices.Concat(
	[]Rule[SiteState]{
		{"", MoveName, SiteActive, office, "S6.2a"},
		{SiteActive, MoveCallEvaluation, SiteEvaluationDue, system, "S6.4a"},
		{SiteEvaluationDue, MoveFileReport, SiteSelfReported, leaders, "S6.4a"},
		{SiteEvaluationDue, MoveMissReport, SiteNotFiled, system, Ours},
		{SiteNotFiled, MoveFileReport, SiteSelfReported, leaders, "S6.4a"},
		{SiteSelfReported, MoveEvaluate, SiteUnderEvaluation, office, "S6.4a"},
		{SiteUnderEvaluation, MoveGradeExcellent, SiteGradedExcellent, deciders, "S6.4b"},
		{SiteUnderEvaluation, MoveGradeQualified, SiteGradedQualified, deciders, Ours},
		{SiteUnderEvaluation, MoveGradeUnqualified, SiteGradedUnqualified, deciders, "S6.4c"},
		{SiteNotFiled, MoveGradeUnqualified, SiteGradedUnqualified, deciders, "S6.4c"},
		{SiteGradedExcellent, MoveReturnToDuty, SiteActive, system, Ours},
		{SiteGradedQualified, MoveReturnToDuty, SiteActive, system, Ours},
		{SiteGradedUnqualified, MoveOrderRectify, SiteRectifying, office, "S6.4c"},
		{SiteRectifying, MoveExtendRectify, SiteRectifying, office, Ours},
		{SiteRectifying, MoveReportRectified, SiteRecheck, append(slices.Clone(leaders), RoleRecommender), "S6.4c"},
		{SiteRectifying, MoveFailRecheck, SiteRecheckFailed, office, "S6.4d"},
		{SiteRecheck, MovePassRecheck, SiteActive, deciders, "S6.4c"},
		{SiteRecheck, MoveFailRecheck, SiteRecheckFailed, deciders, "S6.4d"},
		{SiteRecheckFailed, MoveProposeDelisting, SiteDelistProposed, office, "S6.4d"},
		{SiteDelistProposed, MoveAcceptStatement, SiteRectifying, group, Ours},
		{SiteDelistProposed, MoveDelist, SiteDelisted, group, "S6.4d"},
		{SiteActive, MoveSuspendSite, SiteSuspended, deciders, Ours},
		{SiteSuspended, MoveLiftSuspension, SiteActive, deciders, Ours},
		{SiteSuspended, MoveOrderRectify, SiteRectifying, deciders, "S6.4c"},
		{SiteSuspended, MoveProposeDelisting, SiteDelistProposed, deciders, Ours},
		{SiteRecheckFailed, MoveExit, SiteExited, deciders, Ours},
		{SiteDelistProposed, MoveExit, SiteExited, deciders, Ours},
	},
	each(slices.DeleteFunc(slices.Clone(inForce), func(s SiteState) bool {
		return s == SiteRecheckFailed || s == SiteDelistProposed
	}), MoveExit, SiteExited, office, Ours),
)
