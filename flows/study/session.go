package study

import (
	"errors"
	"fmt"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// sessionPage shows one session whole.
func sessionPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	s, u, err := sessionFor(tx, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	about := row(s)
	about["Unit"], about["Attendees"], about["Decisions"] = u.Name, s.Attendees, s.Decisions
	by, err := tx.Person(s.RegisteredBy)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return flows.Reply{}, err
	}
	about["By"], about["At"] = by.Name, s.CreatedAt
	back := flows.Button{Text: "study.button.back", Act: "study.unit", Object: int64(u.ID)}
	rows := [][]flows.Button{flows.Row(back, flows.Menu())}
	if s.MinutesID != 0 {
		get := flows.Button{Text: "study.button.minutes", Act: "study.minutes", Object: s.ID}
		rows = append([][]flows.Button{flows.Row(get)}, rows...)
	}
	return flows.Say("study.session", about, rows...), nil
}

// sessionFor reads a session the actor may see.
func sessionFor(tx *store.Tx, id int64) (programme.StudySession, programme.Unit, error) {
	s, err := tx.StudySession(id)
	if errors.Is(err, store.ErrNotFound) {
		return s, programme.Unit{}, notAllowed(tx)
	}
	if err != nil {
		return s, programme.Unit{}, err
	}
	u, err := unitFor(tx, programme.ActSeeStudy, s.UnitID)
	return s, u, err
}

// minutes sends the minutes of a session; others than the unit may not pass them on.
func minutes(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	s, u, err := sessionFor(tx, p.Object)
	if err != nil || s.MinutesID == 0 {
		return flows.Toast("toast.stale", nil), err
	}
	r := flows.Toast("study.toast.minutes", nil)
	r.Files = []flows.Sent{{
		Key:    fmt.Sprintf("study/%d/minutes/person-%d/%d", s.ID, tx.Actor().ID, tx.Now().Unix()),
		FileID: int64(s.MinutesID), Caption: "study.caption",
		Data: map[string]any{"Unit": u.Name, "Date": s.HeldOn.String()}, Protect: !tx.Grant().Role.OfUnit(),
	}}
	return r, nil
}
