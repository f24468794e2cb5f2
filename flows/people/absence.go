package people

import (
	"errors"
	"fmt"
	"time"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// absences shows who stands in for the actor, for whom he stands in, and lets
// him name a deputy. A deputy names none.
//
// Source: A9.
func absences(tx *store.Tx, _ string) (flows.Reply, error) {
	if err := mayBeAbsent(tx); err != nil {
		return flows.Reply{}, err
	}
	mine, err := absenceLines(tx, store.AbsenceFilter{PersonID: tx.Actor().ID})
	if err != nil {
		return flows.Reply{}, err
	}
	others, err := absenceLines(tx, store.AbsenceFilter{DeputyID: tx.Actor().ID})
	if err != nil {
		return flows.Reply{}, err
	}
	var rows [][]flows.Button
	for _, line := range append(append([]map[string]any{}, mine...), others...) {
		rows = append(rows, flows.Row(flows.Button{Text: "people.button.end_absence", Data: line, Act: "people.end_absence", Object: line["ID"].(int64)}))
	}
	rows = append(rows, flows.Row(flows.Button{Text: "people.button.deputise", Act: "people.deputise", Style: "primary"}), flows.Row(flows.Menu()))
	return flows.Say("people.absences", map[string]any{"Mine": mine, "Others": others, "Most": programme.MostAbsence}, rows...), nil
}

// mayBeAbsent refuses roles without deputies, and who acts as a deputy now.
func mayBeAbsent(tx *store.Tx) error {
	if !tx.Grant().Role.MayBeAbsent() {
		return flows.Refuse("not_allowed", flows.Ask(tx))
	}
	away, err := flows.For(tx)
	if err == nil && away != "" {
		err = flows.Refuse("people.deputy_deputises", map[string]any{"Name": away})
	}
	return err
}

// absenceLines are the absences that are not over, as texts show them.
func absenceLines(tx *store.Tx, f store.AbsenceFilter) (lines []map[string]any, err error) {
	all, err := tx.Absences(f)
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		if a.UntilOn.Before(tx.Today()) {
			continue
		}
		line, err := absenceLine(tx, a)
		if err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, nil
}

func absenceLine(tx *store.Tx, a programme.Absence) (map[string]any, error) {
	g, err := tx.GrantByID(a.GrantID)
	if err != nil {
		return nil, err
	}
	away, err := nameOf(tx, g.PersonID)
	if err != nil {
		return nil, err
	}
	deputy, err := nameOf(tx, a.DeputyID)
	if err != nil {
		return nil, err
	}
	where, err := place{g.UnitID, g.BodyID}.name(tx)
	return map[string]any{
		"ID": int64(a.ID), "Away": away, "Deputy": deputy, "Role": string(g.Role), "Where": where,
		"From": a.FromOn.String(), "Until": a.UntilOn.String(), "Now": a.Covers(tx.Today()),
	}, err
}

// endAbsence ends an absence early: either of the two may, and the other is told.
func endAbsence(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := tx.Absence(programme.AbsenceID(p.Object))
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return flows.Reply{}, err
	}
	g, missing := tx.GrantByID(a.GrantID)
	me := tx.Actor().ID
	if err != nil || missing != nil || me == 0 || me != a.DeputyID && me != g.PersonID {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if a.EndedAt != nil {
		entries, err := tx.Entries(fmt.Sprintf("absence/%d", a.ID))
		return handledBefore(tx, entries, err)
	}
	if err := over(tx, a, "early"); err != nil {
		return flows.Reply{}, err
	}
	line, err := absenceLine(tx, a)
	return flows.Say("people.absence_ended", line, flows.Row(flows.Menu())), err
}

// over ends an absence and tells those of the two who did not end it themselves.
// Why is early, dates or role.
func over(tx *store.Tx, a programme.Absence, why string) error {
	if err := tx.EndAbsence(a, reasons[why]); err != nil {
		return err
	}
	return tellBoth(tx, a, "people.absence_ended", map[string]any{"Why": why})
}

// reasons are what the journal keeps of an end.
var reasons = map[string]string{"early": "提前结束", "dates": "代理期满", "role": "一方身份终止"}

// tellBoth promises a word about an absence to both but the actor.
func tellBoth(tx *store.Tx, a programme.Absence, text string, more map[string]any) error {
	g, err := tx.GrantByID(a.GrantID)
	if err != nil {
		return err
	}
	about, err := absenceLine(tx, a)
	if err != nil {
		return err
	}
	for k, v := range more {
		about[k] = v
	}
	for _, id := range []programme.PersonID{g.PersonID, a.DeputyID} {
		if id == tx.Actor().ID {
			continue
		}
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		letter := card.Letter{
			Key: fmt.Sprintf("absence/%d/%s", a.ID, text), Text: text, Data: about,
			Buttons: [][]flows.Button{flows.Row(flows.Button{Text: "command.me", Act: "/me"}, flows.Menu())},
		}
		if err := card.Tell(tx, letter, p); err != nil {
			return err
		}
	}
	return nil
}

// dueAbsences ends those whose last day is over or whose role is gone.
func dueAbsences(tx *store.Tx, _ time.Time) error {
	all, err := tx.Absences(store.AbsenceFilter{})
	if err != nil {
		return err
	}
	tx.AsSystem()
	for _, a := range all {
		why, err := ends(tx, a)
		if err == nil && why != "" {
			err = over(tx, a, why)
		}
		if err != nil {
			return fmt.Errorf("absence %d: %w", a.ID, err)
		}
	}
	return nil
}

// ends says why an absence is over, "" while it is not.
func ends(tx *store.Tx, a programme.Absence) (string, error) {
	g, err := tx.GrantByID(a.GrantID)
	if err != nil {
		return "", err
	}
	held, err := holds(tx, a.DeputyID, g)
	switch {
	case err != nil:
		return "", err
	case a.UntilOn.Before(tx.Today()):
		return "dates", nil
	case g.State != programme.GrantActive || !held:
		return "role", nil
	}
	return "", nil
}

// holds reports whether a person holds the same role at the same place himself.
func holds(tx *store.Tx, person programme.PersonID, as programme.Grant) (bool, error) {
	held, err := tx.Holders(as.Role, as.UnitID, as.BodyID)
	for _, p := range held {
		if p.ID == person {
			return true, err
		}
	}
	return false, err
}
