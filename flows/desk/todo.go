package desk

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// mostTasks is how many applications are named one by one; more are counted.
const mostTasks = 5

// todo is what waits for the recommending body, or for the office.
//
// Source: L5.
func todo(tx *store.Tx) ([]flows.Task, error) {
	role := tx.Grant().Role
	if role != programme.RoleRecommender && role != programme.RoleOffice {
		return nil, nil
	}
	round, open, err := card.OpenRound(tx)
	if err != nil || !open {
		return nil, err
	}
	if role == programme.RoleOffice {
		return officeTasks(tx, round)
	}
	return bodyTasks(tx, round)
}

// officeTasks are the applications to be checked, and those whose leader has not
// confirmed though the last day is near: the office calls, or takes a stamped scan.
func officeTasks(tx *store.Tx, round programme.Round) (tasks []flows.Task, err error) {
	q, err := card.Queued(tx, round)
	if err != nil {
		return nil, err
	}
	p := tx.Programme()
	near := p.Calendar.AddWorkdays(round.ClosesOn, -p.Periods.LeaderDays)
	if round.Accepts(tx.Now()) && !tx.Today().Before(near) {
		tasks = append(tasks, counted(q, round.ClosesOn, programme.AppAwaitingLeader)...)
	}
	tasks = append(tasks, counted(q, round.CheckBy, programme.AppRecommended)...)
	return append(tasks, counted(q, round.CheckBy, programme.AppChecking)...), nil
}

// counted is the task of a stage, if somebody is at it.
func counted(q card.Queue, due programme.Date, at programme.ApplicationState) []flows.Task {
	stage := card.StageNamed(string(at))
	n := q.Count(stage)
	if n == 0 {
		return nil
	}
	data := map[string]any{"State": stage.Name(), "Count": n}
	look := to(view{at: stage, page: 1}, "card.button.stage", data)
	return []flows.Task{{Text: "desk.todo.stage", Data: data, Due: due, Button: look}}
}

func bodyTasks(tx *store.Tx, round programme.Round) ([]flows.Task, error) {
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
