package flows

import (
	"fmt"

	"luling/store"
	"luling/store/programme"
)

// By names who made an entry of the journal: a deputy together with whom he acted
// for, the office where nobody but the program acted.
//
// Source: A9.
func By(tx *store.Tx, e store.Entry) (string, error) {
	if e.Actor == 0 {
		return tx.Programme().Office.Name.Zh, nil
	}
	return signed(tx, e.Actor, e.For())
}

// Signature is the actor's name as others are told it: that of a deputy with the
// name of whom he acts for.
//
// Source: A9.
func Signature(tx *store.Tx) (string, error) { return signed(tx, tx.Actor().ID, tx.Absent()) }

// For is the name of whom the actor acts for as a deputy, "" if he acts for himself.
func For(tx *store.Tx) (string, error) {
	if tx.Absent() == 0 {
		return "", nil
	}
	p, err := tx.Person(tx.Absent())
	return p.Name, err
}

func signed(tx *store.Tx, who, absent programme.PersonID) (string, error) {
	p, err := tx.Person(who)
	if err != nil || absent == 0 {
		return p.Name, err
	}
	away, err := tx.Person(absent)
	return fmt.Sprintf("%s（代%s）", p.Name, away.Name), err
}
