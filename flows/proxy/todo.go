package proxy

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// todo are the applications the actor types for units and has not sent yet.
func todo(tx *store.Tx) (tasks []flows.Task, err error) {
	if !flows.Allows(typists, tx.Grant().Role) {
		return nil, nil
	}
	round, open, err := card.OpenRound(tx)
	if err != nil || !open || !round.Accepts(tx.Now()) {
		return nil, err
	}
	drafts, err := tx.Applications(store.ApplicationFilter{
		RoundID: round.ID, BodyID: tx.Grant().BodyID, States: []programme.ApplicationState{programme.AppDraft},
	})
	for _, of := range drafts {
		if of.CreatedBy != tx.Actor().ID || !card.May(tx, programme.ActEditDraft, of) {
			continue
		}
		u, err := tx.Unit(of.UnitID)
		if err != nil {
			return nil, err
		}
		data := map[string]any{"Unit": u.Name}
		tasks = append(tasks, flows.Task{
			Text: "proxy.todo", Data: data, Due: round.ClosesOn,
			Button: flows.Button{Text: "proxy.button.go_on", Data: data, Act: "apply.open", Object: int64(of.ID)},
		})
	}
	return tasks, err
}
