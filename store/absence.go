package store

import (
	"fmt"

	"luling/store/programme"
)

// Absence returns one absence, or ErrNotFound.
func (tx *Tx) Absence(id programme.AbsenceID) (programme.Absence, error) {
	a, err := one[programme.Absence](tx, "id = ?", id)
	return a, named(err, "absence %d", id)
}

// An AbsenceFilter chooses absences that nobody ended; zero fields do not matter.
type AbsenceFilter struct {
	PersonID programme.PersonID // who is away
	DeputyID programme.PersonID
}

// Absences lists the absences that nobody ended, by their first days.
func (tx *Tx) Absences(f AbsenceFilter) ([]programme.Absence, error) {
	q := tx.gorm.Where("ended_at IS NULL").Order("from_on, id")
	if f.PersonID != 0 {
		q = q.Where("grant_id IN (SELECT id FROM grants WHERE person_id = ?)", f.PersonID)
	}
	if f.DeputyID != 0 {
		q = q.Where("deputy_id = ?", f.DeputyID)
	}
	rows, err := many[programme.Absence](q)
	return rows, named(err, "list absences")
}

// AddAbsence stores an absence, gives it its id and journals it. CreatedAt is
// set to Now, CreatedBy to the actor. Whether the two may is for the caller.
func (tx *Tx) AddAbsence(a *programme.Absence) error {
	a.CreatedAt, a.CreatedBy = tx.now, tx.actor.ID
	err := tx.gorm.Create(a).Error
	if err == nil {
		err = tx.journalAbsence("deputise", *a, "")
	}
	return named(err, "add absence")
}

// EndAbsence ends an absence at once and journals why. ErrConflict: it had ended
// already.
func (tx *Tx) EndAbsence(a programme.Absence, reason string) error {
	n, err := tx.exec("UPDATE absences SET ended_at = ?, reason = ? WHERE id = ? AND ended_at IS NULL", tx.now, reason, a.ID)
	if err = touched(n, err, ErrConflict); err == nil {
		err = tx.journalAbsence("end_deputy", a, reason)
	}
	if err == nil {
		_, err = tx.exec("UPDATE people SET hat = 0 WHERE id = ? AND hat = ?", a.DeputyID, a.GrantID)
	}
	return named(err, "end absence %d", a.ID)
}

// Hats lists the grants a person may act under today: his own, oldest first, and
// then those of colleagues whose deputy he is, which name another person. A
// deputy acts only as long as both hold the role.
//
// Source: A8, A9.
func (tx *Tx) Hats(person programme.PersonID) ([]programme.Grant, error) {
	own, err := tx.Grants(person)
	if err != nil {
		return nil, err
	}
	others, err := many[programme.Grant](tx.gorm.Where(`state = 'active' AND person_id <> ? AND id IN
		(SELECT grant_id FROM absences WHERE deputy_id = ? AND ended_at IS NULL AND ? BETWEEN from_on AND until_on)
		AND EXISTS (SELECT 1 FROM grants o WHERE o.person_id = ? AND o.state = 'active' AND o.role = grants.role
			AND o.unit_id = grants.unit_id AND o.body_id = grants.body_id)`,
		person, person, tx.Today(), person).Order("id"))
	return append(own, others...), named(err, "hats of person %d", person)
}

func (tx *Tx) journalAbsence(act string, a programme.Absence, reason string) error {
	return tx.Journal(Entry{
		Act: act, Object: fmt.Sprintf("absence/%d", a.ID), Reason: reason, Clause: programme.Ours,
		Data: fmt.Appendf(nil, `{"grant":%d,"deputy":%d,"from":%q,"until":%q}`, a.GrantID, a.DeputyID, a.FromOn, a.UntilOn),
	})
}
