package programme_test

import (
	"slices"
	"strings"
	"testing"

	"luling/store/programme"
)

// rightsMatrix is section 7 of the specification, written by hand: a line per act
// (and group of states), a column per party, a cell per scope. L stands for
// deputy and head. A line without states holds in all.
const rightsMatrix = `
	act                | U         L         R          C         E         I         G         S    P
	edit_draft         | own_unit  -         proxy      all       -         -         -         -    -         | draft returned_r returned_c
	send               | own_unit  -         proxy      all       -         -         -         -    -         | draft
	confirm            | -         own_unit  -          all       -         -         -         -    -         | awaiting_leader returned_r returned_c
	return_by_leader   | -         own_unit  -          all       -         -         -         -    -         | awaiting_leader
	withdraw           | own_unit  own_unit  -          -         -         -         -         -    -         | draft awaiting_leader submitted returned_r recommended checking returned_c admitted under_review
	withdraw           | own_unit  own_unit  -          all       -         -         -         -    -         | scored
	withdraw           | -         -         -          all       -         -         -         -    -         | shortlisted inspected proposed in_publicity on_hold
	restore            | own_unit  own_unit  -          -         -         -         -         -    -         | withdrawn
	recommend          | -         -         own_body   -         -         -         -         -    -         | submitted
	return_application | -         -         own_body   -         -         -         -         -    -         | submitted
	return_application | -         -         -          all       -         -         -         -    -         | checking
	refuse             | -         -         own_body   -         -         -         -         -    -         | submitted
	check              | -         -         -          all       -         -         -         -    -         | recommended checking
	close_overdue      | -         -         -          all       -         -         -         -    -         | submitted returned_r returned_c
	hear_appeal        | -         -         -          all       -         -         -         -    -         | not_recommended ineligible lapsed
	score              | -         -         -          -         assigned  -         -         -    -         | under_review
	shortlist          | -         -         -          all       -         -         -         -    -         | scored
	inspect            | -         -         -          -         -         assigned  -         -    -         | shortlisted
	prepare_decision   | -         -         -          all       -         -         -         -    -         | inspected not_selected
	decide             | -         -         -          -         -         -         all       -    -         | inspected not_selected
	disqualify         | -         -         -          all       -         -         all       -    -         | draft awaiting_leader submitted returned_r recommended checking returned_c admitted under_review scored shortlisted inspected proposed in_publicity on_hold
	award              | -         -         -          all       -         -         -         -    -         | in_publicity on_hold

	see_application    | own_unit  own_unit  proxy      all       -         -         -         all  -         | draft awaiting_leader
	see_application    | own_unit  own_unit  -          all       -         -         -         all  -         | withdrawn
	see_application    | own_unit  own_unit  own_body   all       -         -         -         all  -         | submitted returned_r not_recommended recommended checking returned_c ineligible lapsed admitted not_shortlisted
	see_application    | own_unit  own_unit  own_body   all       assigned  -         -         all  -         | under_review scored
	see_application    | own_unit  own_unit  own_body   all       -         assigned  -         all  -         | shortlisted
	see_application    | own_unit  own_unit  own_body   all       -         assigned  all       all  -         | inspected
	see_application    | own_unit  own_unit  own_body   all       -         -         all       all  -         | not_selected proposed in_publicity on_hold disqualified awarded
	see_files          | own_unit  own_unit  proxy      all       -         -         -         all  -         | draft awaiting_leader
	see_files          | own_unit  own_unit  -          all       -         -         -         all  -         | withdrawn
	see_files          | own_unit  own_unit  own_body   all       -         -         -         all  -         | submitted returned_r not_recommended recommended checking returned_c ineligible lapsed admitted not_shortlisted
	see_files          | own_unit  own_unit  own_body   all       assigned  -         -         all  -         | under_review scored
	see_files          | own_unit  own_unit  own_body   all       -         assigned  -         all  -         | shortlisted
	see_files          | own_unit  own_unit  own_body   all       -         assigned  all       all  -         | inspected
	see_files          | own_unit  own_unit  own_body   all       -         -         all       all  -         | not_selected proposed in_publicity on_hold disqualified awarded
	see_name           | own_unit  own_unit  own_body   all       -         -         -         all  -         | draft awaiting_leader withdrawn submitted returned_r not_recommended recommended checking returned_c ineligible lapsed admitted not_shortlisted
	see_name           | own_unit  own_unit  own_body   all       assigned  -         -         all  -         | under_review scored
	see_name           | own_unit  own_unit  own_body   all       -         assigned  -         all  -         | shortlisted
	see_name           | own_unit  own_unit  own_body   all       -         assigned  all       all  -         | inspected
	see_name           | own_unit  own_unit  own_body   all       -         -         all       all  -         | not_selected proposed disqualified
	see_name           | own_unit  own_unit  own_body   all       -         -         all       all  published | in_publicity on_hold awarded
	see_completeness   | own_unit  own_unit  own_body   all       -         -         -         all  -
	see_scores         | -         -         -          -         own       -         -         -    -         | draft awaiting_leader submitted returned_r not_recommended recommended checking returned_c ineligible lapsed admitted under_review withdrawn
	see_scores         | -         -         -          all       own       -         -         all  -         | scored shortlisted not_shortlisted inspected not_selected proposed in_publicity on_hold disqualified awarded
	see_aggregates     | -         -         -          all       -         -         -         all  -         | scored shortlisted not_shortlisted
	see_aggregates     | -         -         -          all       -         -         all       all  -         | inspected not_selected proposed in_publicity on_hold disqualified awarded

	vote               | -         -         -          -         roll      -         roll      -    -
	see_ballots        | -         -         -          -         -         -         -         -    -
	see_receipt        | -         -         -          -         own       -         own       -    -
	publish            | -         -         -          all       -         -         -         -    -
	announce           | -         -         own_body   all       -         -         -         -    -
	object             | -         -         -          -         -         -         -         -    published
	handle_objection   | -         -         -          handled   -         -         -         -    -
	see_objector       | -         -         -          handled   -         -         -         -    -

	register_study     | own_unit  own_unit  proxy      all       -         -         -         -    -
	confirm_study      | -         -         own_body   all       -         -         -         -    -
	return_study       | -         -         own_body   all       -         -         -         -    -
	void_study         | -         -         -          all       -         -         -         -    -
	see_study          | own_unit  own_unit  own_body   all       -         -         -         all  -
	report             | own_unit  -         -          -         -         -         -         -    -
	confirm_report     | -         own_unit  own_body   -         -         -         -         -    -
	prepare_grade      | -         -         -          all       -         -         -         -    -
	score_site         | -         -         -          -         assigned  -         -         -    -
	inspect_site       | -         -         -          -         -         assigned  -         -    -
	grade              | -         -         -          -         -         -         all       -    -
	see_ledger         | own_unit  own_unit  authority  all       -         -         -         all  -
	keep_ledger        | -         -         authority  all       -         -         -         -    -

	open_round         | -         -         -          all       -         -         -         -    -
	step_round         | -         -         -          all       -         -         -         -    -
	extend_round       | -         -         -          all       -         -         -         -    -
	form_panel         | -         -         -          all       -         -         -         -    -
	assign             | -         -         -          all       -         -         -         -    -
	watch              | -         -         -          -         -         -         -         all  -
	invite             | -         own_unit  own_body   all       -         -         -         -    -
	confirm_person     | -         -         -          all       -         -         -         -    -
	register_unit      | -         -         own_body   all       -         -         -         -    -
	see_audit          | own       own_unit  own_body   all       -         -         -         all  -
	set_programme      | -         -         -          all       -         -         -         -    -
	call               | -         -         -          all       -         -         -         -    -
	block              | -         -         -          all       -         -         -         -    -
`

// parties are the columns of the matrix.
var parties = [][]programme.Role{
	{programme.RoleContact}, {programme.RoleDeputy, programme.RoleHead}, {programme.RoleRecommender},
	{programme.RoleOffice}, {programme.RoleReviewer}, {programme.RoleInspector},
	{programme.RoleLeadingGroup}, {programme.RoleSupervisor}, {programme.RolePublic},
}

type cell struct {
	role  programme.Role
	act   programme.Act
	state programme.ApplicationState
}

var applicationStates = []programme.ApplicationState{
	"draft", "awaiting_leader", "submitted", "returned_r", "not_recommended", "recommended",
	"checking", "returned_c", "ineligible", "lapsed", "admitted", "under_review", "scored",
	"shortlisted", "not_shortlisted", "inspected", "not_selected", "proposed", "in_publicity",
	"on_hold", "disqualified", "awarded", "withdrawn",
}

func parseRights(t *testing.T) map[cell]programme.Scope {
	t.Helper()
	cells := map[cell]programme.Scope{}
	for line := range strings.Lines(rightsMatrix) {
		parts := strings.Split(strings.TrimSpace(line), "|")
		if len(parts) < 2 || strings.HasPrefix(parts[0], "act ") {
			continue
		}
		scopes, states := strings.Fields(parts[1]), []string{}
		if len(scopes) != len(parties) {
			t.Fatalf("bad row %q", line)
		}
		if len(parts) == 3 {
			states = strings.Fields(parts[2])
		}
		for i, scope := range scopes {
			for _, role := range parties[i] {
				fillCells(cells, role, programme.Act(strings.TrimSpace(parts[0])), scope, states)
			}
		}
	}
	return cells
}

func fillCells(cells map[cell]programme.Scope, role programme.Role, act programme.Act, scope string, states []string) {
	if scope == "-" {
		return
	}
	for _, s := range states {
		cells[cell{role, act, programme.ApplicationState(s)}] = programme.Scope(scope)
	}
	if len(states) == 0 {
		cells[cell{role, act, ""}] = programme.Scope(scope)
		for _, s := range applicationStates {
			cells[cell{role, act, s}] = programme.Scope(scope)
		}
	}
}

// The right of a unit, the office, the supervisor and a reviewer's own sheet holds
// in any state, so the empty one too: the caller has no application at hand.
var stateless = map[cell]programme.Scope{
	{programme.RoleContact, programme.ActSeeApplication, ""}: "own_unit", {programme.RoleDeputy, programme.ActSeeApplication, ""}: "own_unit",
	{programme.RoleHead, programme.ActSeeApplication, ""}: "own_unit", {programme.RoleOffice, programme.ActSeeApplication, ""}: "all",
	{programme.RoleSupervisor, programme.ActSeeApplication, ""}: "all",
	{programme.RoleContact, programme.ActSeeFiles, ""}:          "own_unit", {programme.RoleDeputy, programme.ActSeeFiles, ""}: "own_unit",
	{programme.RoleHead, programme.ActSeeFiles, ""}: "own_unit", {programme.RoleOffice, programme.ActSeeFiles, ""}: "all",
	{programme.RoleSupervisor, programme.ActSeeFiles, ""}: "all",
	{programme.RoleContact, programme.ActSeeName, ""}:     "own_unit", {programme.RoleDeputy, programme.ActSeeName, ""}: "own_unit",
	{programme.RoleHead, programme.ActSeeName, ""}: "own_unit", {programme.RoleRecommender, programme.ActSeeName, ""}: "own_body",
	{programme.RoleOffice, programme.ActSeeName, ""}: "all", {programme.RoleSupervisor, programme.ActSeeName, ""}: "all",
	{programme.RoleReviewer, programme.ActSeeScores, ""}: "own",
}

func TestRights(t *testing.T) {
	t.Parallel()
	want := parseRights(t)
	for c, scope := range stateless {
		want[c] = scope
	}
	acts := append(slices.Clone(programme.Acts), "", "no_such_act")
	states := append(slices.Clone(applicationStates), "", "no_such_state")
	allowed := 0
	for _, role := range everyone {
		for _, act := range acts {
			for _, state := range states {
				scope, ok := want[cell{role, act, state}]
				if state == "no_such_state" { // only rights that ask for no state
					scope, ok = want[cell{role, act, ""}]
				}
				got, may := programme.May(role, act, state)
				if got != scope || may != ok {
					t.Errorf("%q may %s in %q: %q %v, want %q %v", role, act, state, got, may, scope, ok)
				}
				if may {
					allowed++
				}
			}
		}
	}
	t.Logf("%d of %d cells allowed", allowed, len(everyone)*len(acts)*len(states))
}

func TestEveryActIsInTheMatrix(t *testing.T) {
	t.Parallel()
	for _, act := range programme.Acts {
		if !strings.Contains(rightsMatrix, "\n\t"+string(act)+" ") {
			t.Errorf("%s has no line in the matrix", act)
		}
	}
}

func TestRecommenderSeesNoDraft(t *testing.T) {
	t.Parallel()
	for _, state := range []programme.ApplicationState{programme.AppDraft, programme.AppAwaitingLeader, programme.AppWithdrawn} {
		for act, want := range map[programme.Act]bool{
			programme.ActSeeName: true, programme.ActSeeCompleteness: true,
			programme.ActSeeApplication: false, programme.ActSeeFiles: false,
		} {
			scope, may := programme.May(programme.RoleRecommender, act, state)
			if got := may && scope != programme.ScopeProxy; got != want { // what it types itself is another matter
				t.Errorf("a body may %s of a %s: %v, want %v", act, state, got, want)
			}
		}
	}
}

func TestMayInvite(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		by, as programme.Role
		want   bool
	}{
		{"the office invites reviewers", programme.RoleOffice, programme.RoleReviewer, true},
		{"the office invites colleagues", programme.RoleOffice, programme.RoleOffice, true},
		{"nobody is invited as the public", programme.RoleOffice, programme.RolePublic, false},
		{"nobody is invited as the system", programme.RoleOffice, programme.RoleSystem, false},
		{"a body invites the heads of its units", programme.RoleRecommender, programme.RoleHead, true},
		{"a body invites no colleague", programme.RoleRecommender, programme.RoleRecommender, false},
		{"a body invites no reviewer", programme.RoleRecommender, programme.RoleReviewer, false},
		{"a head invites the contact", programme.RoleHead, programme.RoleContact, true},
		{"a deputy invites the contact", programme.RoleDeputy, programme.RoleContact, true},
		{"a deputy invites no head", programme.RoleDeputy, programme.RoleHead, false},
		{"a contact invites nobody", programme.RoleContact, programme.RoleContact, false},
		{"a person without a hat invites nobody", "", programme.RoleContact, false},
	} {
		if got := programme.MayInvite(c.by, c.as); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhatDecidesAboutAnApplication(t *testing.T) {
	t.Parallel()
	withdrawn := func(from programme.ApplicationState) programme.Application {
		return programme.Application{State: programme.AppWithdrawn, Before: from}
	}
	for _, c := range []struct {
		name string
		of   programme.Application
		role programme.Role
		act  programme.Act
		want bool
	}{
		{"a body sees what was submitted", programme.Application{State: programme.AppSubmitted}, programme.RoleRecommender, programme.ActSeeApplication, true},
		{"it still does when that was withdrawn", withdrawn(programme.AppSubmitted), programme.RoleRecommender, programme.ActSeeApplication, true},
		{"it sees no draft", programme.Application{State: programme.AppDraft}, programme.RoleRecommender, programme.ActSeeFiles, false},
		{"nor one that was withdrawn", withdrawn(programme.AppDraft), programme.RoleRecommender, programme.ActSeeFiles, false},
		{"it does not recommend what was withdrawn", withdrawn(programme.AppSubmitted), programme.RoleRecommender, programme.ActRecommend, false},
		{"a contact edits a draft", programme.Application{State: programme.AppDraft}, programme.RoleContact, programme.ActEditDraft, true},
		{"not one that was withdrawn", withdrawn(programme.AppDraft), programme.RoleContact, programme.ActEditDraft, false},
		{"but may restore it", withdrawn(programme.AppDraft), programme.RoleContact, programme.ActRestore, true},
		{"the office sees the scores of what lapsed when they were closed", programme.Application{State: programme.AppLapsed, Before: programme.AppScored}, programme.RoleOffice, programme.ActSeeScores, true},
		{"not of what lapsed before", programme.Application{State: programme.AppLapsed, Before: programme.AppReturnedByCity}, programme.RoleOffice, programme.ActSeeScores, false},
	} {
		scope, may := c.of.May(c.role, c.act)
		if got := may && scope != programme.ScopeProxy; got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhatAScopeHolds(t *testing.T) {
	t.Parallel()
	contact, body := programme.Grant{UnitID: 7}, programme.Grant{BodyID: 3}
	for _, c := range []struct {
		name  string
		scope programme.Scope
		grant programme.Grant
		want  bool
	}{
		{"the own unit", programme.ScopeOwnUnit, contact, true},
		{"another's unit", programme.ScopeOwnUnit, programme.Grant{UnitID: 8}, false},
		{"a unit for who has none", programme.ScopeOwnUnit, body, false},
		{"a unit of the own body", programme.ScopeOwnBody, body, true},
		{"a unit of another body", programme.ScopeOwnBody, programme.Grant{BodyID: 4}, false},
		{"everything", programme.ScopeAll, programme.Grant{}, true},
		{"what is assigned is not known here", programme.ScopeAssigned, contact, false},
		{"nothing", "", contact, false},
	} {
		if got := c.scope.Holds(c.grant, 7, 3); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if programme.ScopeOwnUnit.Holds(programme.Grant{}, 0, 0) || programme.ScopeOwnBody.Holds(programme.Grant{}, 0, 0) {
		t.Error("nobody's thing is held by who is bound to nothing")
	}
}
