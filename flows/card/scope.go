package card

import (
	"fmt"

	"luling/store"
	"luling/store/programme"
)

// Scope is the filter of the applications of a round that the actor may know of,
// under the hat he wears: of his unit, of his body, or all. Lists, counts, totals
// and reminders are made through it, so that none of them leaks what another one
// hides. Those of a unit the person belongs to under another hat are in none.
//
// Source: A8, M1; section 7.
func Scope(tx *store.Tx, round programme.RoundID) (store.ApplicationFilter, error) {
	hat, f := tx.Grant(), store.ApplicationFilter{RoundID: round}
	switch {
	case hat.Role.OfUnit():
		f.UnitID = hat.UnitID
		return f, nil
	case hat.Role == programme.RoleRecommender:
		f.BodyID = hat.BodyID
		return f, nil
	}
	own, err := ownUnits(tx)
	f.Without = own
	return f, err
}

// ownUnits are the units the actor belongs to under any hat.
func ownUnits(tx *store.Tx) (units []programme.UnitID, err error) {
	grants, err := tx.Grants(tx.Actor().ID)
	if err != nil {
		return nil, fmt.Errorf("own units: %w", err)
	}
	for _, g := range grants {
		if g.State == programme.GrantActive && g.UnitID != 0 {
			units = append(units, g.UnitID)
		}
	}
	return units, nil
}
