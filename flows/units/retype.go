package units

import (
	"encoding/json"
	"errors"
	"fmt"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// open are the states in which the category of an application can change still.
var open = []programme.ApplicationState{
	programme.AppDraft, programme.AppAwaitingLeader, programme.AppReturnedByBody, programme.AppReturnedByCity,
}

// A choice is the category of an application that is not submitted.
type choice struct {
	application programme.Application
	draft       store.Draft // zero if nobody opened the form yet
	category    programme.Category
}

// chosen is the choice of the unit, if there is one.
func chosen(tx *store.Tx, unit programme.UnitID) (c choice, found bool, err error) {
	all, err := tx.Applications(store.ApplicationFilter{UnitID: unit, States: open})
	for _, a := range all {
		c = choice{application: a, category: a.Category}
		c.draft, err = tx.Draft(card.FormName, number(a.ID))
		if errors.Is(err, store.ErrNotFound) {
			err = nil
		} else if err == nil {
			err = c.read(tx)
		}
		if err != nil || c.category != "" {
			return c, true, err
		}
	}
	return c, false, err
}

// read takes the category from the draft, where it stands until it is sent.
func (c *choice) read(tx *store.Tx) error {
	rows, err := tx.Answers(c.draft.ID)
	for _, r := range rows {
		if r.Name == "category" && r.Value != nil {
			return json.Unmarshal(r.Value, &c.category)
		}
	}
	return err
}

// clearCategory takes the category off the application, so that its question is
// open again, and tells the unit's people.
func clearCategory(tx *store.Tx, u programme.Unit) error {
	c, found, err := chosen(tx, u.ID)
	if err != nil || !found {
		return err
	}
	was, _ := tx.Programme().Category(c.category)
	c.application.Category = ""
	if err := tx.PutApplication(&c.application); err != nil {
		return fmt.Errorf("clear category: %w", err)
	}
	if c.draft.ID != 0 {
		if err := tx.DropAnswer(&c.draft, "category"); err != nil {
			return err
		}
	}
	by, err := flows.Signature(tx)
	if err != nil {
		return err
	}
	people, err := card.Unit(tx, u.ID, 0)
	if err != nil {
		return err
	}
	return card.Tell(tx, card.Letter{
		Key: fmt.Sprintf("%s/retyped/v%d", unitObject(u.ID), u.Version), Text: "units.retyped",
		Data:    map[string]any{"Unit": u.Name, "Type": typeName(tx, u.Type), "Category": was.Name, "By": by},
		Buttons: [][]flows.Button{flows.Row(flows.Button{Text: "command.apply", Act: "/apply"})},
	}, people...)
}
