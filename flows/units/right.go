package units

import (
	"errors"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// keeps reports whether the actor registers and changes the unit.
//
// Source: A5, section 7.
func keeps(tx *store.Tx, u programme.Unit) bool {
	scope, may := programme.May(tx.Grant().Role, programme.ActRegisterUnit, "")
	return may && scope.Holds(tx.Grant(), u.ID, u.RecommendedBy())
}

// kept reads a unit the actor keeps, or refuses.
func kept(tx *store.Tx, id int64) (programme.Unit, error) {
	u, err := tx.Unit(programme.UnitID(id))
	if errors.Is(err, store.ErrNotFound) || err == nil && !keeps(tx, u) {
		return u, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return u, err
}

// own is the filter of the units the actor keeps.
func own(tx *store.Tx) store.UnitFilter {
	if tx.Grant().Role == programme.RoleOffice {
		return store.UnitFilter{}
	}
	return store.UnitFilter{BodyID: tx.Grant().BodyID}
}

// bodyAt reads a body, or refuses.
func bodyAt(tx *store.Tx, id int64) (programme.Body, error) {
	b, err := tx.Body(programme.BodyID(id))
	if errors.Is(err, store.ErrNotFound) {
		err = flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return b, err
}
