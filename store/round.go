package store

import (
	"fmt"

	"luling/store/programme"
)

// Round returns one round, or ErrNotFound.
func (tx *Tx) Round(id programme.RoundID) (programme.Round, error) {
	r, err := one[programme.Round](tx, "id = ?", id)
	return r, named(err, "round %d", id)
}

// Rounds lists all rounds, newest first.
func (tx *Tx) Rounds() ([]programme.Round, error) {
	rows, err := many[programme.Round](tx.gorm.Order("id DESC"))
	return rows, named(err, "list rounds")
}

// RoundOpen returns the newest round that is neither archived nor cancelled, or
// ErrNotFound.
func (tx *Tx) RoundOpen() (r programme.Round, err error) {
	err = tx.gorm.Where("phase NOT IN ?", []programme.RoundPhase{programme.RoundArchived, programme.RoundCancelled}).
		Order("id DESC").Take(&r).Error
	return r, named(err, "open round")
}

// AddRound stores a new round as a draft, gives it its id and journals it.
// CreatedBy is the actor, CreatedAt Now. ErrNotAllowed: the hat does not open
// rounds.
//
// Source: S5.1.
func (tx *Tx) AddRound(r *programme.Round) error {
	r.Phase, r.Before = "", ""
	rule, err := r.Next(programme.MoveOpen, tx.grant.Role)
	if err != nil {
		return named(err, "add round %d", r.Year)
	}
	r.Phase, r.Version, r.CreatedBy, r.CreatedAt = rule.To, 1, tx.actor.ID, tx.now
	if err = tx.gorm.Create(r).Error; err == nil {
		err = journalMove(tx, roundObject(r.ID), r.Version, rule, r.Reason)
	}
	return named(err, "add round %d", r.Year)
}

// PutRound stores a round again, except its phase, and raises its version.
// ErrConflict: it changed since it was read.
func (tx *Tx) PutRound(r *programme.Round) error {
	return named(tx.put(r, &r.Version, "phase", "before", "created_by", "created_at"), "put round %d", r.ID)
}

func roundObject(id programme.RoundID) string { return fmt.Sprintf("round/%d", id) }
