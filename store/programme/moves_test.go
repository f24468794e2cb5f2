package programme_test

import (
	"errors"
	"testing"

	"luling/store/programme"
)

func TestRoundMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.RoundMoves, `
		. open draft: office
		draft announce announced: office
		announced open_applying applying: system
		applying close_applying recommending: system
		recommending open_checking checking: system office
		checking open_scoring scoring: office
		scoring open_voting voting: office
		voting open_inspecting inspecting: office supervisor
		inspecting open_deciding deciding: office
		deciding open_publicity publicity: office
		publicity open_naming naming: system office
		naming archive archived: office

		applying step_back announced: office
		recommending step_back applying: office
		checking step_back recommending: office
		scoring step_back checking: office
		voting step_back scoring: office
		inspecting step_back voting: office
		deciding step_back inspecting: office
		publicity step_back deciding: office
		naming step_back publicity: office

		draft suspend suspended: office leading_group
		announced suspend suspended: office leading_group
		applying suspend suspended: office leading_group
		recommending suspend suspended: office leading_group
		checking suspend suspended: office leading_group
		scoring suspend suspended: office leading_group
		voting suspend suspended: office leading_group
		inspecting suspend suspended: office leading_group
		deciding suspend suspended: office leading_group
		publicity suspend suspended: office leading_group
		naming suspend suspended: office leading_group

		suspended resume draft: office leading_group
		suspended resume announced: office leading_group
		suspended resume applying: office leading_group
		suspended resume recommending: office leading_group
		suspended resume checking: office leading_group
		suspended resume scoring: office leading_group
		suspended resume voting: office leading_group
		suspended resume inspecting: office leading_group
		suspended resume deciding: office leading_group
		suspended resume publicity: office leading_group
		suspended resume naming: office leading_group

		draft cancel cancelled: office leading_group
		suspended cancel cancelled: office leading_group
		announced cancel cancelled: office leading_group
		applying cancel cancelled: office leading_group
		recommending cancel cancelled: office leading_group
		checking cancel cancelled: office leading_group
		scoring cancel cancelled: office leading_group
		voting cancel cancelled: office leading_group
		inspecting cancel cancelled: office leading_group
		deciding cancel cancelled: office leading_group
		publicity cancel cancelled: office leading_group
		naming cancel cancelled: office leading_group
	`)
}

func TestRoundNext(t *testing.T) {
	t.Parallel()
	r := programme.Round{Phase: programme.RoundSuspended, Before: programme.RoundScoring}
	if rule, err := r.Next(programme.MoveResume, programme.RoleOffice); err != nil || rule.To != programme.RoundScoring {
		t.Errorf("a suspended round resumes at %q, %v; want scoring", rule.To, err)
	}
	r.Before = ""
	if _, err := r.Next(programme.MoveResume, programme.RoleOffice); !errors.Is(err, programme.ErrNotAllowed) {
		t.Errorf("a round that remembers nothing resumes: %v", err)
	}
}

func TestRunning(t *testing.T) {
	t.Parallel()
	for phase, running := range map[programme.RoundPhase]bool{
		"draft": false, "announced": true, "applying": true, "recommending": true, "checking": true,
		"scoring": true, "voting": true, "inspecting": true, "deciding": true, "publicity": true,
		"naming": true, "archived": false, "suspended": false, "cancelled": false,
	} {
		if got := (programme.Round{Phase: phase}).Running(); got != running {
			t.Errorf("%s is running: %v, want %v", phase, got, running)
		}
	}
}

func TestStudyMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.StudyMoves, `
		. register registered: contact deputy head recommender office
		registered confirm_study confirmed: recommender office
		registered return_study returned: recommender office
		returned register registered: contact deputy head recommender office
		confirmed void_study void: office
	`)
	s := programme.StudySession{State: programme.StudyRegistered}
	if rule, err := s.Next(programme.MoveConfirmStudy, programme.RoleRecommender); err != nil || rule.To != programme.StudyConfirmed {
		t.Errorf("a body confirms to %q, %v", rule.To, err)
	}
}

func TestStudyYearMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.StudyYearMoves, `
		unmet accept_proof met: office
		open excuse excused: office
		half excuse excused: office
		met excuse excused: office
		behind excuse excused: office
		at_risk excuse excused: office
		unmet excuse excused: office
	`)
}

func TestAssignmentMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.AssignmentMoves, `
		. assign planned: office
		planned publish_task published: office
		published accept_task accepted: reviewer
		published decline_task declined: reviewer
		accepted begin_sheet in_progress: reviewer
		in_progress submit_sheet submitted: reviewer
		submitted reopen_sheet reopened: reviewer
		reopened submit_sheet submitted: reviewer
		submitted lock_sheet locked: system
		reopened lock_sheet locked: system
		published recuse recused: reviewer office
		accepted recuse recused: reviewer office
		in_progress recuse recused: reviewer office
		submitted recuse recused: reviewer office
		reopened recuse recused: reviewer office
		locked recuse recused: reviewer office
	`)
}

func TestVoteMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.VoteMoves, `
		. prepare_vote prepared: office
		prepared open_vote open: office
		open close_vote closed: system office
		open void_vote void: office supervisor
		closed invalidate invalid: system
		closed tally tallied: system
		tallied certify certified: office supervisor
		certified follow followed_by: office
	`)
	checkMatrix(t, programme.RollMoves, `
		eligible cast cast: reviewer leading_group
		eligible abstain abstained: reviewer leading_group
		eligible miss absent: system
	`)
}

func TestSiteMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.SiteMoves, `
		. name active: office
		active call_evaluation eval_due: system
		eval_due file_report self_reported: deputy head
		eval_due miss_report not_filed: system
		not_filed file_report self_reported: deputy head
		self_reported evaluate under_evaluation: office
		under_evaluation grade_excellent graded_excellent: office leading_group
		under_evaluation grade_qualified graded_qualified: office leading_group
		under_evaluation grade_unqualified graded_unqualified: office leading_group
		not_filed grade_unqualified graded_unqualified: office leading_group
		graded_excellent return_to_duty active: system
		graded_qualified return_to_duty active: system
		graded_unqualified order_rectification rectifying: office
		rectifying extend_rectification rectifying: office
		rectifying report_rectified recheck: deputy head recommender
		rectifying fail_recheck recheck_failed: office
		recheck pass_recheck active: office leading_group
		recheck fail_recheck recheck_failed: office leading_group
		recheck_failed propose_delisting delist_proposed: office
		delist_proposed accept_statement rectifying: leading_group
		delist_proposed delist delisted: leading_group
		active suspend_site suspended: office leading_group
		suspended lift_suspension active: office leading_group
		suspended order_rectification rectifying: office leading_group
		suspended propose_delisting delist_proposed: office leading_group
		recheck_failed exit exited: office leading_group
		delist_proposed exit exited: office leading_group
		active exit exited: office
		eval_due exit exited: office
		self_reported exit exited: office
		not_filed exit exited: office
		under_evaluation exit exited: office
		graded_excellent exit exited: office
		graded_qualified exit exited: office
		graded_unqualified exit exited: office
		rectifying exit exited: office
		recheck exit exited: office
		suspended exit exited: office
	`)
}

func TestSiteStates(t *testing.T) {
	t.Parallel()
	type mark struct{ inForce, nominable bool }
	for state, want := range map[programme.SiteState]mark{
		"active": {true, true}, "eval_due": {true, true}, "self_reported": {true, true},
		"not_filed": {true, true}, "under_evaluation": {true, true}, "graded_excellent": {true, true},
		"graded_qualified": {true, true}, "graded_unqualified": {true, false}, "rectifying": {true, false},
		"recheck": {true, true}, "recheck_failed": {true, true}, "delist_proposed": {true, false},
		"delisted": {false, false}, "suspended": {true, false}, "exited": {false, false}, "": {false, false},
	} {
		if got := (mark{state.InForce(), state.Nominable()}); got != want {
			t.Errorf("%q: title in force and nominable %v, want %v", state, got, want)
		}
	}
}

func TestObjectionMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.ObjectionMoves, `
		. object received: public office
		received accept_objection accepted: office
		received decline_objection not_accepted: office
		accepted check_objection checking: office
		checking uphold upheld: office
		checking dismiss not_upheld: office
		received withdraw_objection withdrawn: public office
		accepted withdraw_objection withdrawn: public office
		checking withdraw_objection withdrawn: public office
		not_accepted close_objection closed: office
		upheld close_objection closed: office
		not_upheld close_objection closed: office
		withdrawn close_objection closed: office
	`)
	for state, open := range map[programme.ObjectionState]bool{
		"received": true, "accepted": true, "checking": true, "not_accepted": false,
		"upheld": false, "not_upheld": false, "withdrawn": false, "closed": false,
	} {
		if state.Open() != open {
			t.Errorf("a %s objection is open: %v, want %v", state, state.Open(), open)
		}
	}
}

func TestNominationMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.NominationMoves, `
		eligible nominate candidate: office
		candidate confirm_nomination confirmed: office leading_group
		confirmed submit_nomination submitted: office
		submitted win won: office
		submitted not_win not_won: office
		candidate withdraw_nomination withdrawn: system office
		confirmed withdraw_nomination withdrawn: system office
		submitted withdraw_nomination withdrawn: system office
	`)
}
