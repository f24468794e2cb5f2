package apply

import (
	"fmt"
	"time"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// todo is the contact's unfinished draft, or what a leader is asked to confirm
// or to agree to.
func todo(tx *store.Tx) ([]flows.Task, error) {
	if !tx.Grant().Role.OfUnit() {
		return nil, nil
	}
	round, open, err := card.OpenRound(tx)
	if err != nil || !open {
		return nil, err
	}
	a, found, err := latest(tx, round.ID)
	if err != nil || !found {
		return nil, err
	}
	if tx.Grant().Role == programme.RoleContact {
		return contactTasks(tx, a)
	}
	return leaderTasks(tx, a)
}

func contactTasks(tx *store.Tx, a card.Application) ([]flows.Task, error) {
	if a.State != programme.AppDraft || !a.Round.Accepts(tx.Now()) {
		return nil, nil
	}
	d, err := a.Draft(tx)
	if err != nil {
		return nil, err
	}
	done, total := d.Done()
	data := map[string]any{"Year": a.Round.Year, "Done": done, "Total": total, "Days": daysLeft(tx, a)}
	goOn := flows.Button{Text: "apply.button.go_on", Act: "/apply"}
	tasks := []flows.Task{{Text: "apply.todo.draft", Data: data, Due: a.Round.ClosesOn, Button: goOn}}
	if facts := d.Form.StudyFacts(); facts["Met"] != true {
		study := flows.Button{Text: "apply.button.study", Act: "/study"}
		tasks = append(tasks, flows.Task{Text: "apply.todo.study", Data: facts, Due: a.Round.ClosesOn, Button: study})
	}
	return tasks, nil
}

func leaderTasks(tx *store.Tx, a card.Application) (tasks []flows.Task, err error) {
	data := map[string]any{"Unit": a.Unit.Name, "Year": a.Round.Year, "Days": daysLeft(tx, a)}
	if a.State == programme.AppAwaitingLeader {
		tasks = append(tasks, flows.Task{Text: "apply.todo.confirm", Data: data, Due: a.Round.ClosesOn, Button: cardButton(a)})
	}
	held, err := heldTasks(tx, a)
	if err != nil {
		return nil, err
	}
	tasks = append(tasks, held...)
	open, err := request(tx, a)
	if open != nil {
		asked := map[string]any{"Unit": a.Unit.Name, "Move": open.Move}
		tasks = append(tasks, flows.Task{Text: "apply.todo.agree", Data: asked, Button: cardButton(a)})
	}
	return tasks, err
}

// due reminds contacts of drafts, and leaders and contacts of applications that
// wait for a confirmation for as many working days as the programme says.
//
// Source: C9, C10.
func due(tx *store.Tx, _ time.Time) error {
	round, open, err := card.OpenRound(tx)
	if err != nil {
		return err
	}
	if open {
		if err := remindDrafts(tx, round); err != nil {
			return fmt.Errorf("remind of drafts: %w", err)
		}
	}
	waiting, err := tx.Applications(store.ApplicationFilter{States: []programme.ApplicationState{programme.AppAwaitingLeader}})
	if err != nil {
		return fmt.Errorf("applications awaiting a leader: %w", err)
	}
	for _, of := range waiting {
		a, err := card.With(tx, of)
		if err != nil {
			return err
		}
		if err := remind(tx, a); err != nil {
			return err
		}
	}
	return nil
}

func remind(tx *store.Tx, a card.Application) error {
	last, err := a.LastMove(tx)
	if err != nil || last == nil || !a.Round.Accepts(tx.Now()) {
		return err
	}
	by := tx.Programme().Calendar.Deadline(programme.DateOf(last.At), tx.Programme().Periods.LeaderDays)
	if tx.Now().Before(by.Ends()) || !awake(tx) {
		return nil
	}
	people, err := card.Unit(tx, a.UnitID, 0)
	if err != nil {
		return err
	}
	data, err := a.LeaderFacts(tx)
	if err != nil {
		return err
	}
	data["Unit"], data["Since"], data["Days"] = a.Unit.Name, last.At, daysLeft(tx, a)
	return card.Tell(tx, card.Letter{
		Key: fmt.Sprintf("%s/leader_reminder/v%d", a.Object(), a.Version), Text: "apply.remind",
		Data: data, Buttons: [][]flows.Button{flows.Row(cardButton(a))},
	}, people...)
}

// awake reports whether the office's day has begun and not ended: a reminder
// that falls due in the night waits for the morning of a working day.
func awake(tx *store.Tx) bool {
	const opens, closes = 8*60 + 30, 18 * 60 // minutes of the day
	now := tx.Now().In(programme.Zone)
	minute := now.Hour()*60 + now.Minute()
	return tx.Programme().Calendar.IsWorkday(tx.Today()) && minute >= opens && minute < closes
}
