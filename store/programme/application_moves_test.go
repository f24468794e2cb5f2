package programme_test

import (
	"errors"
	"slices"
	"testing"

	"luling/store/programme"
)

func TestApplicationMoves(t *testing.T) {
	t.Parallel()
	checkMatrix(t, programme.ApplicationMoves, `
		. start draft: contact recommender office
		draft send_to_leader awaiting_leader: contact recommender office
		awaiting_leader return_by_leader draft: deputy head office
		awaiting_leader submit submitted: deputy head office

		submitted return_by_body returned_r: recommender
		returned_r resubmit submitted: deputy head office
		returned_r lapse lapsed: office
		submitted refuse not_recommended: recommender
		submitted miss_deadline not_recommended: office
		returned_r miss_deadline not_recommended: office
		not_recommended uphold_appeal submitted: office
		submitted recommend recommended: recommender

		recommended check checking: system office
		checking return_by_city returned_c: office
		returned_c resubmit checking: deputy head office
		returned_c lapse lapsed: office
		checking find_ineligible ineligible: office
		ineligible recheck checking: office
		checking admit admitted: office
		lapsed relent returned_r: office
		lapsed relent returned_c: office

		admitted review under_review: system
		under_review close_scores scored: system office
		scored shortlist shortlisted: office
		scored pass_over not_shortlisted: office
		shortlisted report_inspected inspected: inspector

		inspected not_select not_selected: office leading_group
		inspected propose proposed: office leading_group
		not_selected propose proposed: office leading_group
		proposed publish in_publicity: office
		in_publicity hold on_hold: office
		on_hold continue in_publicity: office
		in_publicity award awarded: office
		on_hold award awarded: office

		draft disqualify disqualified: office leading_group
		awaiting_leader disqualify disqualified: office leading_group
		submitted disqualify disqualified: office leading_group
		returned_r disqualify disqualified: office leading_group
		recommended disqualify disqualified: office leading_group
		checking disqualify disqualified: office leading_group
		returned_c disqualify disqualified: office leading_group
		admitted disqualify disqualified: office leading_group
		under_review disqualify disqualified: office leading_group
		scored disqualify disqualified: office leading_group
		shortlisted disqualify disqualified: office leading_group
		inspected disqualify disqualified: office leading_group
		proposed disqualify disqualified: office leading_group
		in_publicity disqualify disqualified: office leading_group
		on_hold disqualify disqualified: office leading_group

		draft withdraw withdrawn: contact deputy head
		awaiting_leader withdraw withdrawn: contact deputy head
		submitted withdraw withdrawn: contact deputy head
		returned_r withdraw withdrawn: contact deputy head
		recommended withdraw withdrawn: contact deputy head
		checking withdraw withdrawn: contact deputy head
		returned_c withdraw withdrawn: contact deputy head
		admitted withdraw withdrawn: contact deputy head
		under_review withdraw withdrawn: contact deputy head
		scored withdraw withdrawn: contact deputy head office
		shortlisted withdraw withdrawn: office
		inspected withdraw withdrawn: office
		proposed withdraw withdrawn: office
		in_publicity withdraw withdrawn: office
		on_hold withdraw withdrawn: office

		withdrawn restore draft: contact deputy head
		withdrawn restore awaiting_leader: contact deputy head
		withdrawn restore submitted: contact deputy head
		withdrawn restore returned_r: contact deputy head
		withdrawn restore recommended: contact deputy head
		withdrawn restore checking: contact deputy head
		withdrawn restore returned_c: contact deputy head
		withdrawn restore admitted: contact deputy head
		withdrawn restore under_review: contact deputy head
		withdrawn restore scored: contact deputy head
	`)
}

func TestApplicationNext(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		app  programme.Application
		move programme.Move
		role programme.Role
		to   programme.ApplicationState // empty: refused
	}{
		{"a withdrawn application returns to where it stood", programme.Application{State: programme.AppWithdrawn, Before: programme.AppRecommended}, programme.MoveRestore, programme.RoleHead, programme.AppRecommended},
		{"one withdrawn after the vote does not return", programme.Application{State: programme.AppWithdrawn, Before: programme.AppShortlisted}, programme.MoveRestore, programme.RoleHead, ""},
		{"one that remembers nothing does not return", programme.Application{State: programme.AppWithdrawn}, programme.MoveRestore, programme.RoleHead, ""},
		{"a lapsed one returns to the body's supplement", programme.Application{State: programme.AppLapsed, Before: programme.AppReturnedByBody}, programme.MoveRelent, programme.RoleOffice, programme.AppReturnedByBody},
		{"a lapsed one returns to the city's supplement", programme.Application{State: programme.AppLapsed, Before: programme.AppReturnedByCity}, programme.MoveRelent, programme.RoleOffice, programme.AppReturnedByCity},
		{"an ordinary move does not look at what was before", programme.Application{State: programme.AppSubmitted, Before: programme.AppDraft}, programme.MoveRecommend, programme.RoleRecommender, programme.AppRecommended},
		{"the office does not recommend", programme.Application{State: programme.AppSubmitted}, programme.MoveRecommend, programme.RoleOffice, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			rule, err := c.app.Next(c.move, c.role)
			if c.to == "" && !errors.Is(err, programme.ErrNotAllowed) {
				t.Fatalf("got %q, %v; want a refusal", rule.To, err)
			}
			if rule.To != c.to {
				t.Errorf("leads to %q, want %q", rule.To, c.to)
			}
		})
	}
}

func TestNextRefusesToGuessWhereToReturn(t *testing.T) {
	t.Parallel()
	_, _, err := programme.Next(programme.ApplicationMoves, programme.AppWithdrawn, programme.MoveRestore, programme.RoleHead)
	if !errors.Is(err, programme.ErrNotAllowed) {
		t.Errorf("got %v, want a refusal", err)
	}
}

func TestMoves(t *testing.T) {
	t.Parallel()
	got := programme.Moves(programme.ApplicationMoves, programme.AppSubmitted, programme.RoleRecommender)
	want := []programme.Move{programme.MoveReturnByBody, programme.MoveRefuse, programme.MoveRecommend}
	if !slices.Equal(got, want) {
		t.Errorf("a body may order %q, want %q", got, want)
	}
	got = programme.Moves(programme.ApplicationMoves, programme.AppWithdrawn, programme.RoleContact)
	if !slices.Equal(got, []programme.Move{programme.MoveRestore}) {
		t.Errorf("restore with many targets is listed as %q, want once", got)
	}
}

func TestLive(t *testing.T) {
	t.Parallel()
	for state, live := range map[programme.ApplicationState]bool{
		"": false, "draft": true, "awaiting_leader": true, "submitted": true, "returned_r": true,
		"not_recommended": false, "recommended": true, "checking": true, "returned_c": true,
		"ineligible": false, "lapsed": false, "admitted": true, "under_review": true, "scored": true,
		"shortlisted": true, "not_shortlisted": false, "inspected": true, "not_selected": false,
		"proposed": true, "in_publicity": true, "on_hold": true, "disqualified": false,
		"awarded": false, "withdrawn": false,
	} {
		if state.Live() != live {
			t.Errorf("%q is live: %v, want %v", state, state.Live(), live)
		}
	}
}

func TestStage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		state, before programme.ApplicationState
		want          programme.ApplicationState
	}{
		{"a draft is a draft", programme.AppDraft, "", programme.AppDraft},
		{"a withdrawn draft is still only a draft", programme.AppWithdrawn, programme.AppDraft, programme.AppDraft},
		{"a lapsed one is where it lapsed", programme.AppLapsed, programme.AppReturnedByCity, programme.AppReturnedByCity},
		{"a withdrawn one that remembers nothing is withdrawn", programme.AppWithdrawn, "", programme.AppWithdrawn},
		{"a restored one is where it is, whatever it remembers", programme.AppSubmitted, programme.AppDraft, programme.AppSubmitted},
	} {
		if got := (programme.Application{State: c.state, Before: c.before}).Stage(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
