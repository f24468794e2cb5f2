package programme_test

import (
	"slices"
	"testing"

	"luling/store/programme"
)

// ordered says, by hand, which acts order which move of an application.
var ordered = map[programme.Move][]programme.Act{
	programme.MoveSendToLeader:    {programme.ActSend},
	programme.MoveReturnByLeader:  {programme.ActReturnByLeader},
	programme.MoveSubmit:          {programme.ActConfirm},
	programme.MoveResubmit:        {programme.ActConfirm},
	programme.MoveReturnByBody:    {programme.ActReturnApplication},
	programme.MoveReturnByCity:    {programme.ActReturnApplication},
	programme.MoveLapse:           {programme.ActCloseOverdue},
	programme.MoveMissDeadline:    {programme.ActCloseOverdue},
	programme.MoveRefuse:          {programme.ActRefuse},
	programme.MoveUpholdAppeal:    {programme.ActHearAppeal},
	programme.MoveRecheck:         {programme.ActHearAppeal},
	programme.MoveRelent:          {programme.ActHearAppeal},
	programme.MoveRecommend:       {programme.ActRecommend},
	programme.MoveCheck:           {programme.ActCheck},
	programme.MoveFindIneligible:  {programme.ActCheck},
	programme.MoveAdmit:           {programme.ActCheck},
	programme.MoveCloseScores:     {programme.ActStepRound},
	programme.MoveShortlist:       {programme.ActShortlist},
	programme.MovePassOver:        {programme.ActShortlist},
	programme.MoveReportInspected: {programme.ActInspect},
	programme.MoveNotSelect:       {programme.ActPrepareDecision, programme.ActDecide},
	programme.MovePropose:         {programme.ActPrepareDecision, programme.ActDecide},
	programme.MovePublish:         {programme.ActPublish},
	programme.MoveHold:            {programme.ActHandleObjection},
	programme.MoveContinue:        {programme.ActHandleObjection},
	programme.MoveDisqualify:      {programme.ActDisqualify},
	programme.MoveAward:           {programme.ActAward},
	programme.MoveWithdraw:        {programme.ActWithdraw},
	programme.MoveRestore:         {programme.ActRestore},
}

func TestWhoeverMayMoveHasTheRight(t *testing.T) {
	t.Parallel()
	for _, rule := range programme.ApplicationMoves {
		for _, role := range rule.Who {
			if role == programme.RoleSystem || rule.From == "" {
				continue
			}
			if !slices.ContainsFunc(ordered[rule.Move], func(act programme.Act) bool {
				_, may := programme.May(role, act, rule.From)
				return may
			}) {
				t.Errorf("%s may order %s from %s but has no right to", role, rule.Move, rule.From)
			}
		}
	}
}

func TestWhoeverHasTheRightMayMove(t *testing.T) {
	t.Parallel()
	for _, right := range programme.Rights {
		for _, state := range right.States {
			moves := movesOf(right.Act)
			if len(moves) == 0 {
				continue
			}
			if !slices.ContainsFunc(programme.Moves(programme.ApplicationMoves, state, right.Role), func(m programme.Move) bool {
				return slices.Contains(moves, m)
			}) {
				t.Errorf("%s may %s in %s, but no move follows", right.Role, right.Act, state)
			}
		}
	}
}

func movesOf(act programme.Act) []programme.Move {
	var moves []programme.Move
	for move, acts := range ordered {
		if slices.Contains(acts, act) {
			moves = append(moves, move)
		}
	}
	return moves
}

func TestLiveStatesAreTheOnesThatCanBeDisqualified(t *testing.T) {
	t.Parallel()
	for _, state := range applicationStates {
		_, _, err := programme.Next(programme.ApplicationMoves, state, programme.MoveDisqualify, programme.RoleOffice)
		if (err == nil) != state.Live() {
			t.Errorf("%s: live %v, disqualified with %v", state, state.Live(), err)
		}
	}
}
