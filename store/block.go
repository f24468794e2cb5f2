package store

import (
	"fmt"

	"luling/store/programme"
)

// Block shuts a person out: nothing he sends is taken any more. It is journaled
// with the reason. ErrConflict: he is shut out already.
//
// Source: M9.
func (tx *Tx) Block(id programme.PersonID, reason string) error {
	n, err := tx.exec("UPDATE people SET blocked_at = ? WHERE id = ? AND blocked_at IS NULL", tx.now, id)
	return tx.blocked(id, "block", reason, n, err)
}

// Unblock lets a person in again, and journals it. ErrConflict: he is not shut out.
func (tx *Tx) Unblock(id programme.PersonID, reason string) error {
	n, err := tx.exec("UPDATE people SET blocked_at = NULL WHERE id = ? AND blocked_at IS NOT NULL", id)
	return tx.blocked(id, "unblock", reason, n, err)
}

func (tx *Tx) blocked(id programme.PersonID, act, reason string, n int64, err error) error {
	if err = touched(n, err, ErrConflict); err == nil {
		err = tx.Journal(Entry{Act: act, Object: PersonObject(id), Reason: reason, Clause: programme.Ours})
	}
	return named(err, "%s person %d", act, id)
}

// PersonObject is a person's name in the journal.
func PersonObject(id programme.PersonID) string { return fmt.Sprintf("person/%d", id) }
