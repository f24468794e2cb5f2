package card

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// An Application is one application with what its cards tell besides.
type Application struct {
	programme.Application
	Unit  programme.Unit
	Round programme.Round
	Body  programme.Body // who recommends it
}

// Read reads an application with its unit, round and body, or store.ErrNotFound.
func Read(tx *store.Tx, id programme.ApplicationID) (a Application, err error) {
	if a.Application, err = tx.Application(id); err != nil {
		return a, err
	}
	return With(tx, a.Application)
}

// With adds unit, round and body to an application that was read already.
func With(tx *store.Tx, of programme.Application) (a Application, err error) {
	a.Application = of
	if a.Unit, err = tx.Unit(of.UnitID); err == nil {
		a.Round, err = tx.Round(of.RoundID)
	}
	if err == nil {
		a.Body, err = tx.Body(of.BodyID)
	}
	if err != nil {
		return a, fmt.Errorf("what belongs to application %d: %w", of.ID, err)
	}
	return a, nil
}

// Subject is what the form of the application is about.
func (a Application) Subject() string { return strconv.FormatInt(int64(a.ID), 10) }

// Object is the application's name in the journal.
func (a Application) Object() string { return fmt.Sprintf("application/%d", a.ID) }

// Official is the number the application has, or will have once it is submitted.
// Source: C11.
func (a Application) Official() string {
	if a.Number != "" {
		return a.Number
	}
	return programme.ApplicationNumber(a.Round.Year, a.Body.Short, a.Serial)
}

// Find is the application of a button, if the actor may do the act on it. One that
// does not exist is refused in the same words as one that is none of his business.
func Find(tx *store.Tx, act programme.Act, id int64) (Application, error) {
	a, err := Read(tx, programme.ApplicationID(id))
	if errors.Is(err, store.ErrNotFound) || err == nil && !May(tx, act, a.Application) {
		return Application{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return a, err
}

// typing are the acts of whoever fills in the form.
var typing = []programme.Act{programme.ActEditDraft, programme.ActSend}

// May reports whether the actor, under the hat he wears, may do the act on the
// application. Who belongs to the unit under another hat may nothing there.
//
// Source: A8, M1; section 7.
func May(tx *store.Tx, act programme.Act, a programme.Application) bool {
	hat := tx.Grant()
	scope, ok := a.May(hat.Role, act)
	if !ok || hat.ID == 0 {
		return false
	}
	if scope == programme.ScopeProxy || !hat.Role.OfUnit() && slices.Contains(typing, act) {
		types, err := (Application{Application: a}).typedBy(tx)
		return err == nil && types
	}
	if !scope.Holds(hat, a.UnitID, a.BodyID) {
		return false
	}
	f, err := Scope(tx, a.RoundID)
	return err == nil && !slices.Contains(f.Without, a.UnitID)
}
