// Package rounds keeps a round's phases in step with its dates.
//
// It promises that a phase that begins by date begins at the first tick after
// that instant, once, whatever was down in between. Phases that a person opens
// are not its business.
package rounds

import (
	"errors"
	"fmt"
	"time"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// Feature is the rounds' clock. It has no commands.
var Feature = flows.Feature{Name: "rounds", Due: due}

// due moves the open round through the phases whose day has come.
//
// Source: 6.2.
func due(tx *store.Tx, now time.Time) error {
	r, err := tx.RoundOpen()
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	tx.AsSystem()
	for {
		move, is := next(r, now)
		if !is {
			return nil
		}
		if err := tx.MakeRound(&r, move, ""); err != nil {
			return fmt.Errorf("round %d: %w", r.ID, err)
		}
	}
}

// next is the move whose instant has come, if there is one.
func next(r programme.Round, now time.Time) (programme.Move, bool) {
	switch r.Phase {
	case programme.RoundAnnounced:
		return programme.MoveOpenApplying, !now.Before(r.OpensOn.Starts())
	case programme.RoundApplying:
		grace := time.Duration(r.GraceHours) * time.Hour
		return programme.MoveCloseApplying, !now.Before(r.ClosesOn.Ends().Add(grace))
	}
	return "", false
}
