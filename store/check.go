package store

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// A Violation is something that must never be, found in the database.
type Violation struct {
	Invariant string // such as "I-12"; "engine" for the file itself
	What      string
}

// String implements fmt.Stringer.
func (v Violation) String() string { return v.Invariant + ": " + v.What }

// Check reads the whole database in one snapshot and lists every promise that is
// broken; an error means that it could not look. It changes nothing and may run
// while the program works.
func (db *DB) Check(ctx context.Context) (found []Violation, err error) {
	err = db.View(ctx, time.Time{}, func(tx *Tx) error {
		for _, look := range []func() ([]Violation, error){tx.checkEngine, tx.checkJournal, tx.checkMoves, tx.checkRows} {
			more, err := look()
			if err != nil {
				return err
			}
			found = append(found, more...)
		}
		return nil
	})
	return found, named(err, "check")
}

// checkEngine asks the engine about pages and references.
func (tx *Tx) checkEngine() ([]Violation, error) {
	return tx.violations("engine", "%s", enginePages, engineReferences)
}

// checkJournal walks the chain (I-13).
func (tx *Tx) checkJournal() ([]Violation, error) {
	_, err := tx.verify(nil)
	var broken *BrokenJournal
	if errors.As(err, &broken) {
		return []Violation{{"I-13", broken.Error()}}, nil
	}
	return nil, err
}

// checkMoves compares each thing with a life with its rows in the journal: they
// begin from nothing, each goes on from where the last one ended, and the thing
// stands where they end (I-14).
func (tx *Tx) checkMoves() (found []Violation, err error) {
	for _, life := range []struct{ table, state, object string }{
		{"applications", "state", "application"}, {"rounds", "phase", "round"}, {"study_sessions", "state", "study"},
		{"sites", "state", "site"},
	} {
		more, err := tx.violations("I-14", life.object+"/%s does not stand where its journal says",
			fmt.Sprintf(`SELECT t.id FROM %s t WHERE t.%s <> COALESCE((SELECT to_state FROM journal j
				WHERE j.object = '%s/' || t.id AND j.version <> 0 ORDER BY j.version DESC LIMIT 1), '')`,
				life.table, life.state, life.object))
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	gaps, err := tx.violations("I-14", "%s was moved without its row in the journal",
		`SELECT object FROM (SELECT object, from_state, LAG(to_state, 1, '') OVER (PARTITION BY object ORDER BY version) AS stood
			FROM journal WHERE version <> 0) WHERE from_state <> stood GROUP BY object`)
	return append(found, gaps...), err
}

// checkRows runs the questions of the list, each of which must have no answer.
func (tx *Tx) checkRows() (found []Violation, err error) {
	for _, q := range questions {
		more, err := tx.violations(q.invariant, q.what, q.sql)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

// violations is one violation for each row of the queries, which have one column.
func (tx *Tx) violations(invariant, what string, queries ...string) (found []Violation, err error) {
	for _, query := range queries {
		var rows []string
		if err := tx.gorm.Raw(query).Scan(&rows).Error; err != nil {
			return nil, named(err, "ask about %s", invariant)
		}
		for _, row := range rows {
			found = append(found, Violation{invariant, fmt.Sprintf(what, row)})
		}
	}
	return found, nil
}
