package card

import (
	"fmt"
	"slices"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// A Step is one entry of an application's record.
type Step struct {
	Done
	Act    string // name of the text of what was done
	From   string // name of the state's text, "" if the act moved nothing
	To     string
	Clause string // "" if the measure names none
	Seq    int64  // of the journal, 0 until the end of the batch
}

// Record is what was done to the application as far as the actor may know,
// newest first. A contact reads what he did himself.
//
// Source: M2; section 7.
func (a Application) Record(tx *store.Tx) ([]Step, error) {
	entries, err := tx.Entries(a.Object())
	if err != nil {
		return nil, fmt.Errorf("record of application %d: %w", a.ID, err)
	}
	scope, _ := a.May(tx.Grant().Role, programme.ActSeeAudit)
	steps := []Step{}
	for _, e := range slices.Backward(entries) {
		if scope == programme.ScopeOwn && e.Actor != tx.Actor().ID || untold(tx, e) {
			continue
		}
		s, err := step(tx, e)
		if err != nil {
			return nil, err
		}
		steps = append(steps, s)
	}
	return steps, nil
}

// untold reports whether an entry is a move between states its reader cannot
// tell apart.
func untold(tx *store.Tx, e store.Entry) bool {
	from, to := programme.ApplicationState(e.From), programme.ApplicationState(e.To)
	return from != to && told(tx, from) == told(tx, to)
}

func step(tx *store.Tx, e store.Entry) (Step, error) {
	by, err := flows.By(tx, e)
	s := Step{
		Done: Done{Move: e.Act, By: by, Role: "role." + string(e.Role), At: e.At, Reason: e.Reason, Actor: e.Actor},
		Act:  "audit.act." + e.Act, Clause: e.Clause, Seq: e.Seq,
	}
	if from, to := told(tx, programme.ApplicationState(e.From)), told(tx, programme.ApplicationState(e.To)); from != to {
		s.From, s.To = stateText(from), stateText(to)
	}
	if s.Clause == programme.Ours {
		s.Clause = ""
	}
	return s, err
}

func stateText(state programme.ApplicationState) string {
	if state == "" {
		return ""
	}
	return "state." + string(state)
}
