package study

import (
	"errors"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// may reports whether the actor, under the hat worn, may do an act on the
// sessions of a unit. Who is not of the unit registers only what it cannot register
// itself, because nobody there uses the messenger.
//
// Source: section 7; C17.
func may(tx *store.Tx, act programme.Act, u programme.Unit) bool {
	hat := tx.Grant()
	scope, ok := programme.May(hat.Role, act, "")
	if act == programme.ActRegisterStudy && !hat.Role.OfUnit() {
		types, err := card.MayType(tx, u)
		return ok && hat.ID != 0 && err == nil && types
	}
	return ok && hat.ID != 0 && scope.Holds(hat, u.ID, u.RecommendedBy())
}

// unitFor reads a unit on whose sessions the actor may do the act. One that does
// not exist is refused in the same words as one that is none of his business.
func unitFor(tx *store.Tx, act programme.Act, id programme.UnitID) (programme.Unit, error) {
	u, err := tx.Unit(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !may(tx, act, u) {
		return programme.Unit{}, notAllowed(tx)
	}
	return u, err
}

func notAllowed(tx *store.Tx) error { return flows.Refuse("not_allowed", flows.Ask(tx)) }
