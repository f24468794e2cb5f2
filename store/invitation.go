package store

import (
	"time"

	"luling/store/programme"
)

// AddInvitation stores an invitation. CreatedAt is set to Now; ExpiresAt is the
// caller's. ErrExists: the code was given out before.
func (tx *Tx) AddInvitation(i *programme.Invitation) error {
	i.CreatedAt = tx.now
	return named(tx.gorm.Create(i).Error, "add invitation")
}

// InvitationByHash returns the invitation of a code, used or not, expired or
// not, or ErrNotFound.
func (tx *Tx) InvitationByHash(hash string) (programme.Invitation, error) {
	i, err := one[programme.Invitation](tx, "code_hash = ?", hash)
	return i, named(err, "invitation by code")
}

// UseInvitation uses an invitation for a person. ErrConflict: it was used
// before, or its time is over.
func (tx *Tx) UseInvitation(id int64, person programme.PersonID) error {
	n, err := tx.exec("UPDATE invitations SET used_by = ?, used_at = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?",
		person, tx.now, id, tx.now)
	return named(touched(n, err, ErrConflict), "use invitation %d", id)
}

// VoidInvitations ends the time of the invitations to a role at a place that
// nobody used, so that a newer one stands alone; with a name only those for a
// person of that name. It returns how many rows there were.
func (tx *Tx) VoidInvitations(i programme.Invitation) (rows int64, err error) {
	rows, err = tx.exec(`UPDATE invitations SET expires_at = ? WHERE used_at IS NULL AND expires_at > ?
		AND role = ? AND unit_id = ? AND body_id = ? AND (? = '' OR name = ?)`,
		tx.now, tx.now, i.Role, i.UnitID, i.BodyID, i.Name, i.Name)
	return rows, named(err, "void invitations to %s", i.Role)
}

// Invitations lists the invitations that can still be used, newest first.
func (tx *Tx) Invitations() ([]programme.Invitation, error) {
	rows, err := many[programme.Invitation](tx.gorm.Where("used_at IS NULL AND expires_at > ?", tx.now).Order("id DESC"))
	return rows, named(err, "list invitations")
}

// AddFailedTry remembers that an account tried a code that is not valid.
// Source: A6 (P).
func (tx *Tx) AddFailedTry(account int64, at time.Time) error {
	_, err := tx.exec("INSERT INTO failed_tries (telegram_id, at) VALUES (?, ?)", account, at)
	return named(err, "remember a failed try")
}

// FailedTries counts an account's failed tries at or after an instant. Five
// within an hour lock it. Source: A6 (P).
func (tx *Tx) FailedTries(account int64, since time.Time) (n int, err error) {
	err = tx.scalar(&n, "SELECT COUNT(*) FROM failed_tries WHERE telegram_id = ? AND at >= ?", account, since)
	return n, named(err, "count failed tries")
}

// PruneFailedTries forgets the failed tries before an instant.
func (tx *Tx) PruneFailedTries(before time.Time) (rows int64, err error) {
	rows, err = tx.exec("DELETE FROM failed_tries WHERE at < ?", before)
	return rows, named(err, "prune failed tries")
}
