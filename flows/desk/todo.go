package desk

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// mostTasks is how many applications are named one by one; more are counted.
const mostTasks = 5

// todo is what waits for the recommending body.
func todo(tx *store.Tx) ([]flows.Task, error) {
	if tx.Grant().Role != programme.RoleRecommender {
		return nil, nil
	}
	round, open, err := card.OpenRound(tx)
	if err != nil || !open {
		return nil, err
	}
	f, err := card.Scope(tx, round.ID)
	if err != nil {
		return nil, err
	}
	f.States = []programme.ApplicationState{programme.AppSubmitted}
	waiting, err := tx.Applications(f)
	if err != nil {
		return nil, err
	}
	if len(waiting) > mostTasks {
		all := to(view{at: card.Stage{programme.AppSubmitted}, page: 1}, "desk.button.waiting", map[string]any{"Count": len(waiting)})
		return []flows.Task{{Text: "desk.todo.many", Data: map[string]any{"Count": len(waiting)}, Due: round.RecommendBy, Button: all}}, nil
	}
	return tasks(tx, round, waiting)
}

func tasks(tx *store.Tx, round programme.Round, waiting []programme.Application) (tasks []flows.Task, err error) {
	for _, row := range waiting {
		a, err := card.With(tx, row)
		if err != nil {
			return nil, err
		}
		data := map[string]any{"Unit": a.Unit.Name, "Number": a.Number}
		open := flows.Button{Text: "desk.button.waiting_one", Data: data, Act: "desk.card", Object: int64(a.ID)}
		tasks = append(tasks, flows.Task{Text: "desk.todo.one", Data: data, Due: round.RecommendBy, Button: open})
	}
	return tasks, nil
}
