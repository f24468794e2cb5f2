package card

import (
	"errors"
	"fmt"
	"slices"

	"luling/store"
	"luling/store/programme"
)

// ProxyAct is the journal's word for beginning to type for a unit. Its reason is
// why the unit cannot do so itself.
const ProxyAct = "type_for"

// A Proxy is who types an application in a unit's place, and for whom he stands.
//
// Source: C17.
type Proxy struct {
	By     string             // name of the person
	Of     string             // name of the body or office
	Reason string             `json:"-"`
	Person programme.PersonID `json:"-"`
}

// Proxy is who typed the application for the unit last, nil if nobody did.
func (a Application) Proxy(tx *store.Tx) (*Proxy, error) {
	e, err := tx.LastEntry(a.Object(), ProxyAct)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p := &Proxy{Of: tx.Programme().Office.Name.Zh, Reason: e.Reason, Person: e.Actor}
	if e.Role == programme.RoleRecommender {
		p.Of = a.Body.Name
	}
	p.By, err = Name(tx, e.Actor)
	return p, err
}

// Proxied reports whether somebody typed the application for the unit.
func (a Application) Proxied(tx *store.Tx) (bool, error) {
	p, err := a.Proxy(tx)
	return p != nil, err
}

// MayType reports whether the actor may type for a unit: a recommending body for
// its units that have nobody whom a message reaches, the office for any unit whose
// contacts none reaches. A unit that the actor belongs to under another hat types
// for itself.
//
// Source: C17.
func MayType(tx *store.Tx, u programme.Unit) (bool, error) {
	hat := tx.Grant()
	roles := []programme.Role{programme.RoleContact}
	switch {
	case hat.Role == programme.RoleRecommender && u.RecommendedBy() == hat.BodyID:
		roles = append(roles, programme.RoleDeputy, programme.RoleHead)
	case hat.Role != programme.RoleOffice:
		return false, nil
	}
	own, err := ownUnits(tx)
	if err != nil || slices.Contains(own, u.ID) {
		return false, err
	}
	manned, err := Manned(tx, u.ID, roles...)
	return !manned, err
}

// typedBy reports whether the actor types the application for the unit: somebody
// took it on, and the actor may still type.
func (a Application) typedBy(tx *store.Tx) (bool, error) {
	_, err := tx.LastEntry(a.Object(), ProxyAct)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	u, err := tx.Unit(a.UnitID)
	if err != nil {
		return false, err
	}
	return MayType(tx, u)
}

// Manned reports whether a message reaches anybody who holds one of the roles for
// the unit.
func Manned(tx *store.Tx, unit programme.UnitID, roles ...programme.Role) (bool, error) {
	for _, role := range roles {
		held, err := tx.Holders(role, unit, 0)
		if err != nil {
			return false, fmt.Errorf("people of unit %d: %w", unit, err)
		}
		if slices.ContainsFunc(held, Reaches) {
			return true, nil
		}
	}
	return false, nil
}
