package apply

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// heldTasks are the files that wait for the actor's look. Source: C5, L5.
func heldTasks(tx *store.Tx, a card.Application) (tasks []flows.Task, err error) {
	if a.State != programme.AppDraft {
		return nil, nil
	}
	d, err := a.Draft(tx)
	if err != nil {
		return nil, err
	}
	for _, f := range d.Files.Held() {
		data := map[string]any{"Unit": a.Unit.Name, "Name": f.Name}
		look := flows.Button{Text: "apply.button.held", Data: data, Act: "apply.held", Object: int64(f.ID)}
		tasks = append(tasks, flows.Task{Text: "apply.todo.held", Data: data, Due: a.Round.ClosesOn, Button: look})
	}
	return tasks, nil
}

// showHeld asks about a held file, as the notice did when it came.
func showHeld(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	c, err := decidable(tx, p)
	if err != nil || c == nil {
		return flows.Toast("apply.held_over", nil), err
	}
	data, err := c.facts(tx)
	return flows.Say("apply.held_leader", data, append(judgement(c.ID), flows.Row(flows.Menu()))...), err
}
