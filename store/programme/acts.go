package programme

// The acts on an application.
const (
	ActEditDraft         Act = "edit_draft"
	ActSend              Act = "send"
	ActConfirm           Act = "confirm"
	ActReturnByLeader    Act = "return_by_leader"
	ActWithdraw          Act = "withdraw"
	ActRestore           Act = "restore"
	ActRecommend         Act = "recommend"
	ActReturnApplication Act = "return_application"
	ActRefuse            Act = "refuse"
	ActCheck             Act = "check"         // formal check, admission, finding ineligible
	ActCloseOverdue      Act = "close_overdue" // 视为放弃, 逾期未推荐
	ActHearAppeal        Act = "hear_appeal"   // upholding appeals, relenting
	ActScore             Act = "score"
	ActInspect           Act = "inspect"
	ActShortlist         Act = "shortlist"
	ActPrepareDecision   Act = "prepare_decision"
	ActDecide            Act = "decide"
	ActDisqualify        Act = "disqualify"
	ActAward             Act = "award"

	ActSeeApplication  Act = "see_application" // its answers
	ActSeeName         Act = "see_name"        // unit, category and state
	ActSeeFiles        Act = "see_files"
	ActSeeCompleteness Act = "see_completeness"
	ActSeeScores       Act = "see_scores"     // single sheets
	ActSeeAggregates   Act = "see_aggregates" // means and ranks
)

// The acts of the vote, the notice and the objection.
const (
	ActVote            Act = "vote"
	ActSeeBallots      Act = "see_ballots" // by person: nobody
	ActSeeReceipt      Act = "see_receipt"
	ActPublish         Act = "publish"
	ActAnnounce        Act = "announce"
	ActObject          Act = "object"
	ActHandleObjection Act = "handle_objection" // hold, continue, answer
	ActSeeObjector     Act = "see_objector"
)

// The acts of the study requirement and of named sites.
const (
	ActRegisterStudy Act = "register_study"
	ActConfirmStudy  Act = "confirm_study"
	ActReturnStudy   Act = "return_study"
	ActVoidStudy     Act = "void_study"
	ActSeeStudy      Act = "see_study"
	ActReport        Act = "report" // self-report, rectification report, experience brief
	ActConfirmReport Act = "confirm_report"
	ActPrepareGrade  Act = "prepare_grade" // grade, order, re-check
	ActScoreSite     Act = "score_site"
	ActInspectSite   Act = "inspect_site"
	ActGrade         Act = "grade" // grades, orders, delisting
	ActSeeLedger     Act = "see_ledger"
	ActKeepLedger    Act = "keep_ledger" // support, media, guidance
)

// The acts of running the programme.
const (
	ActOpenRound     Act = "open_round"
	ActStepRound     Act = "step_round"
	ActExtendRound   Act = "extend_round"
	ActFormPanel     Act = "form_panel"
	ActAssign        Act = "assign"
	ActWatch         Act = "watch" // rounds, decisions, grades
	ActInvite        Act = "invite"
	ActConfirmPerson Act = "confirm_person"
	ActRegisterUnit  Act = "register_unit"
	ActSeeAudit      Act = "see_audit"
	ActSetProgramme  Act = "set_programme" // what the programme file leaves to the office (A1)
	ActCall          Act = "call"          // tell by telephone whom no message reaches (L2)
	ActBlock         Act = "block"         // shut somebody out who abuses the service (M9)
)

// Acts lists every act, in the order lists show them.
var Acts = []Act{
	ActEditDraft, ActSend, ActConfirm, ActReturnByLeader, ActWithdraw, ActRestore,
	ActRecommend, ActReturnApplication, ActRefuse, ActCheck, ActCloseOverdue, ActHearAppeal,
	ActScore, ActShortlist, ActInspect, ActPrepareDecision, ActDecide, ActDisqualify, ActAward,
	ActSeeApplication, ActSeeName, ActSeeFiles, ActSeeCompleteness, ActSeeScores, ActSeeAggregates,
	ActVote, ActSeeBallots, ActSeeReceipt, ActPublish, ActAnnounce,
	ActObject, ActHandleObjection, ActSeeObjector,
	ActRegisterStudy, ActConfirmStudy, ActReturnStudy, ActVoidStudy, ActSeeStudy,
	ActReport, ActConfirmReport, ActPrepareGrade, ActScoreSite, ActInspectSite, ActGrade,
	ActSeeLedger, ActKeepLedger,
	ActOpenRound, ActStepRound, ActExtendRound, ActFormPanel, ActAssign, ActWatch,
	ActInvite, ActConfirmPerson, ActRegisterUnit, ActSeeAudit,
	ActSetProgramme, ActCall, ActBlock,
}
