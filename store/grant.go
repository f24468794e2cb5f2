package store

import (
	"fmt"

	"luling/store/programme"
)

// GrantByID returns one grant, or ErrNotFound.
func (tx *Tx) GrantByID(id programme.GrantID) (programme.Grant, error) {
	g, err := one[programme.Grant](tx, "id = ?", id)
	return g, named(err, "grant %d", id)
}

// Grants lists what a person holds and what waits for confirmation, oldest first.
func (tx *Tx) Grants(person programme.PersonID) ([]programme.Grant, error) {
	rows, err := many[programme.Grant](tx.gorm.Where("person_id = ? AND state <> 'ended'", person).Order("id"))
	return rows, named(err, "grants of person %d", person)
}

// GrantsPending lists the grants the office has not confirmed yet, oldest first.
func (tx *Tx) GrantsPending() ([]programme.Grant, error) {
	rows, err := many[programme.Grant](tx.gorm.Where("state = 'pending'").Order("id"))
	return rows, named(err, "pending grants")
}

// AddGrant gives a person a role and journals it. The state must be pending or
// active. CreatedAt is set to Now; GrantedBy must not be the holder. ErrExists:
// the person holds just that already.
func (tx *Tx) AddGrant(g *programme.Grant) error {
	g.CreatedAt = tx.now
	err := tx.gorm.Create(g).Error
	if err == nil {
		err = tx.journalGrant("grant", g.ID, "", g.State, "")
	}
	return named(err, "grant %s", g.Role)
}

// ActivateGrant confirms a pending grant and journals it. by is who confirms,
// never the holder. ErrConflict: it does not wait for that any more.
func (tx *Tx) ActivateGrant(id programme.GrantID, by programme.PersonID) error {
	n, err := tx.exec("UPDATE grants SET state = 'active', granted_by = ? WHERE id = ? AND state = 'pending'", by, id)
	if err = touched(n, err, ErrConflict); err == nil {
		err = tx.journalGrant("confirm", id, programme.GrantPending, programme.GrantActive, "")
	}
	return named(err, "activate grant %d", id)
}

// EndGrant takes a role away at once and journals why; who wore the hat, the
// holder or a deputy, wears none. ErrConflict: it had ended already.
func (tx *Tx) EndGrant(id programme.GrantID, reason string) error {
	g, err := tx.GrantByID(id)
	if err != nil {
		return err
	}
	n, err := tx.exec("UPDATE grants SET state = 'ended', ended_at = ? WHERE id = ? AND state = ? AND state <> 'ended'",
		tx.now, id, g.State)
	if err = touched(n, err, ErrConflict); err == nil {
		err = tx.journalGrant("end", id, g.State, programme.GrantEnded, reason)
	}
	if err == nil {
		_, err = tx.exec("UPDATE people SET hat = 0 WHERE hat = ?", id)
	}
	return named(err, "end grant %d", id)
}

// journalGrant tells what became of a grant, and of what it consists.
func (tx *Tx) journalGrant(act string, id programme.GrantID, from, to programme.GrantState, reason string) error {
	g, err := tx.GrantByID(id)
	if err != nil {
		return err
	}
	return tx.Journal(Entry{
		Act: act, Object: fmt.Sprintf("grant/%d", id), From: string(from), To: string(to), Reason: reason,
		Data: fmt.Appendf(nil, `{"person":%d,"role":%q,"unit":%d,"body":%d}`, g.PersonID, g.Role, g.UnitID, g.BodyID),
	})
}
