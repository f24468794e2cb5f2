package card

import (
	"luling/store"
	"luling/store/programme"
)

// Unapproved reports whether the actor is of the office and is to be warned that a
// public text says nothing of the activity's approval: until its number is filled
// in or waived. Every feature that shows or prepares a public text gives it to its
// text as "Unapproved" and ends it with the template "card.unapproved".
//
// Source: A1.
func Unapproved(tx *store.Tx) (bool, error) {
	if tx.Grant().Role != programme.RoleOffice {
		return false, nil
	}
	a, err := tx.Approval()
	return err == nil && !a.Settled(), err
}
