package card

import (
	"encoding/json"
	"fmt"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// A Letter is a notice to several people: what it is about, what it says, and
// the buttons under it.
type Letter struct {
	Key     string // each person's notice has its own key under it
	Text    string
	Data    any
	Buttons [][]flows.Button
	Protect bool
}

// Tell promises a letter to each of the people. Whom the messenger does not
// reach is put on the office's list of calls to make. A letter that was promised
// before is not promised again.
func Tell(tx *store.Tx, l Letter, people ...programme.Person) error {
	data, err := json.Marshal(l.Data)
	if err != nil {
		return fmt.Errorf("tell %s: %w", l.Key, err)
	}
	var buttons []byte
	if l.Buttons != nil {
		if buttons, err = json.Marshal(l.Buttons); err != nil {
			return fmt.Errorf("tell %s: %w", l.Key, err)
		}
	}
	for _, p := range people {
		n := store.Notice{
			Key: fmt.Sprintf("%s/person-%d", l.Key, p.ID), PersonID: p.ID, Chat: p.TelegramID,
			Text: l.Text, Data: data, Buttons: buttons, Protect: l.Protect,
		}
		if !Reaches(p) {
			n.State = store.NoticePhone
		}
		if _, err := tx.Post(n); err != nil {
			return err
		}
	}
	return nil
}

// Unit lists everybody of a unit, each person once, whether a message reaches
// him or not; but not the person left out.
func Unit(tx *store.Tx, unit programme.UnitID, but programme.PersonID) (all []programme.Person, err error) {
	for _, role := range []programme.Role{programme.RoleContact, programme.RoleDeputy, programme.RoleHead} {
		held, err := tx.Holders(role, unit, 0)
		if err != nil {
			return nil, fmt.Errorf("people of unit %d: %w", unit, err)
		}
		for _, p := range held {
			if p.ID != but && !contains(all, p.ID) {
				all = append(all, p)
			}
		}
	}
	return all, nil
}
