package store

import (
	"fmt"

	"luling/store/programme"
)

// ErrNotAllowed says that the table of moves does not list it for this state and role.
var ErrNotAllowed = programme.ErrNotAllowed

// AsSystem says that the programme's own clock acts for the rest of this turn.
// Whoever is not named at all may make no move.
func (tx *Tx) AsSystem() { tx.As(programme.Person{}, programme.Grant{Role: programme.RoleSystem}) }

// Make moves an application under the hat of the actor, stores the new state,
// and journals it with reason and clause. a has the new state and version
// afterwards, and is as before after an error. ErrNotAllowed: the table does not
// list it. ErrConflict: somebody was quicker.
func (tx *Tx) Make(a *programme.Application, move programme.Move, reason string) error {
	rule, err := a.Next(move, tx.grant.Role)
	if err == nil {
		err = makeMove(tx, thing[programme.ApplicationState]{
			table: "applications", column: "state", stamp: ", updated_at = ?", object: applicationObject(a.ID), id: int64(a.ID),
			state: &a.State, before: &a.Before, version: &a.Version,
		}, rule, reason)
	}
	if err != nil {
		return named(err, "make application %d", a.ID)
	}
	a.UpdatedAt = tx.now
	return nil
}

// MakeRound moves a round; see Make.
func (tx *Tx) MakeRound(r *programme.Round, move programme.Move, reason string) error {
	rule, err := r.Next(move, tx.grant.Role)
	if err == nil {
		err = makeMove(tx, thing[programme.RoundPhase]{
			table: "rounds", column: "phase", object: roundObject(r.ID), id: int64(r.ID),
			state: &r.Phase, before: &r.Before, version: &r.Version,
		}, rule, reason)
	}
	return named(err, "make round %d", r.ID)
}

// MakeStudy moves a study session; see Make.
func (tx *Tx) MakeStudy(s *programme.StudySession, move programme.Move, reason string) error {
	rule, err := s.Next(move, tx.grant.Role)
	if err == nil {
		err = makeMove(tx, thing[programme.StudySessionState]{
			table: "study_sessions", column: "state", object: studyObject(s.ID), id: s.ID,
			state: &s.State, version: &s.Version,
		}, rule, reason)
	}
	return named(err, "make study session %d", s.ID)
}

// A thing is a row with a life, as far as a move needs it.
type thing[S ~string] struct {
	table, column, stamp string
	object               string // in the journal
	id                   int64
	state, before        *S // before is nil if it never goes back to where it stood
	version              *int64
}

// makeMove stores the move if the row still has the state and version that were
// read, and writes its one row in the journal.
func makeMove[S ~string](tx *Tx, t thing[S], rule programme.Rule[S], reason string) error {
	set, args := t.column+" = ?, version = version + 1"+t.stamp, []any{rule.To}
	if t.stamp != "" {
		args = append(args, tx.now)
	}
	if t.before != nil {
		set, args = set+", before = ?", append(args, stood(rule))
	}
	where := fmt.Sprintf(" WHERE id = ? AND %s = ? AND version = ?", t.column)
	n, err := tx.exec("UPDATE "+t.table+" SET "+set+where, append(args, t.id, *t.state, *t.version)...)
	if err = touched(n, err, ErrConflict); err != nil {
		return err
	}
	if err := journalMove(tx, t.object, *t.version+1, rule, reason); err != nil {
		return err
	}
	*t.state, *t.version = rule.To, *t.version+1
	if t.before != nil {
		*t.before = stood(rule)
	}
	return nil
}

// stood is what a row remembers of where it stood: only states that may lead
// back there remember it.
func stood[S ~string](rule programme.Rule[S]) S {
	switch string(rule.To) {
	case string(programme.AppWithdrawn), string(programme.AppLapsed), string(programme.RoundSuspended):
		return rule.From
	}
	return ""
}

func journalMove[S ~string](tx *Tx, object string, version int64, rule programme.Rule[S], reason string) error {
	return tx.Journal(Entry{
		Act: string(rule.Move), Object: object, Version: version, From: string(rule.From), To: string(rule.To),
		Reason: reason, Clause: rule.Clause,
	})
}
