package people

import (
	"encoding/json"
	"fmt"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// handover ends the contact's role of everybody else in the unit when a new
// contact has accepted, and tells them. Other roles may have several holders.
//
// Source: A7.
func handover(tx *store.Tx, g programme.Grant) error {
	if g.Role != programme.RoleContact {
		return nil
	}
	before, err := tx.Holders(g.Role, g.UnitID, 0)
	if err != nil {
		return err
	}
	for _, p := range before {
		if p.ID == g.PersonID {
			continue
		}
		if err := replace(tx, p, g); err != nil {
			return fmt.Errorf("hand over from person %d: %w", p.ID, err)
		}
	}
	return nil
}

func replace(tx *store.Tx, p programme.Person, by programme.Grant) error {
	grants, err := tx.Grants(p.ID)
	if err != nil {
		return err
	}
	for _, g := range grants {
		if g.Role != by.Role || g.UnitID != by.UnitID {
			continue
		}
		if err := tx.EndGrant(g.ID, fmt.Sprintf("移交（grant/%d）", by.ID)); err != nil {
			return err
		}
		about, err := shown(tx, by)
		if err != nil {
			return err
		}
		about["By"] = tx.Actor().Name
		if err := tell(tx, p, fmt.Sprintf("grant/%d/ended", g.ID), "people.handed_over", about); err != nil {
			return err
		}
	}
	return nil
}

// tell promises a notice to a person who has an account; rows of buttons may follow.
func tell(tx *store.Tx, p programme.Person, key, text string, about map[string]any, rows ...[]flows.Button) error {
	if p.TelegramID == 0 {
		return nil
	}
	n := store.Notice{Key: key, PersonID: p.ID, Chat: p.TelegramID, Text: text}
	var err error
	if n.Data, err = json.Marshal(about); err != nil {
		return err
	}
	if len(rows) > 0 {
		if n.Buttons, err = json.Marshal(rows); err != nil {
			return err
		}
	}
	_, err = tx.Post(n)
	return err
}
