package card

import (
	"errors"
	"fmt"
	"time"

	"luling/store"
	"luling/store/programme"
)

// OpenRound is the newest round that is neither archived nor cancelled; false if
// there is none.
func OpenRound(tx *store.Tx) (programme.Round, bool, error) {
	r, err := tx.RoundOpen()
	if errors.Is(err, store.ErrNotFound) {
		return r, false, nil
	}
	return r, err == nil, err
}

// Stood is the round as it stood at an instant before now, if all that happened
// since is that applying ended: what was sent before counts though the clock, or
// a person, has closed the round by the time it is delivered.
func Stood(tx *store.Tx, r programme.Round, at time.Time) (programme.Round, error) {
	if r.Phase != programme.RoundRecommending {
		return r, nil
	}
	closed, err := tx.LastEntry(fmt.Sprintf("round/%d", r.ID), string(programme.MoveCloseApplying))
	if errors.Is(err, store.ErrNotFound) {
		return r, nil
	}
	if err == nil && at.Before(closed.At) {
		r.Phase = programme.RoundApplying
	}
	return r, err
}

// Accepts reports whether what the actor sent is in time for the application.
func (a Application) Accepts(tx *store.Tx) (bool, error) {
	r, err := Stood(tx, a.Round, tx.SentAt())
	return r.Accepts(tx.SentAt()), err
}

// Confirms reports whether a leader's confirmation that is received now is in time.
func (a Application) Confirms(tx *store.Tx) (bool, error) {
	r, err := Stood(tx, a.Round, tx.Now().Add(-programme.Delivery))
	return r.Confirms(tx.Now()), err
}
