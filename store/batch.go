package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"luling/store/failpoint"
)

// A Batch is several turns under one commit.
type Batch struct {
	db  *DB
	tx  *Tx
	err error // the batch is over, whatever its function says
}

// Seen says whether an update of the messenger was handled before.
type Seen bool

// What Turn found.
const (
	New    Seen = false
	Repeat Seen = true
)

// Batch runs fn in one write transaction, chains the journal and commits once.
// Writers stand in line: no call overtakes an earlier one.
//
// An error or panic of fn itself undoes everything; errors of single turns do
// not, unless fn returns them. [ErrBatchLost] means that nothing is stored
// though fn saw no error: run each turn in a batch of its own. [ErrUnsure]
// means that the commit may have happened; running the turns again is safe.
// The deadline of ctx is looked at between statements, and no longer once fn
// has returned.
func (db *DB) Batch(ctx context.Context, now time.Time, fn func(*Batch) error) error {
	select {
	case db.turn <- struct{}{}:
	case <-ctx.Done():
		return fmt.Errorf("wait for the writer: %w", ctx.Err())
	}
	defer func() { <-db.turn }()
	c, err := db.begin(ctx, db.writer, beginWrite)
	if err != nil {
		return err
	}
	b := &Batch{db: db, tx: db.tx(c, now)}
	err = guarded(func() error { return b.run(fn) })
	return also(err, c.leave())
}

func (b *Batch) run(fn func(*Batch) error) error {
	if err := failpoint.Hit("store.batch.begun"); err != nil {
		return err
	}
	err := fn(b)
	if lost := b.tx.conn.held(); lost != nil {
		return also(lost, err)
	}
	if err = also(b.err, err); err != nil {
		return err
	}
	if err := b.chain(); err != nil {
		return b.blame(err)
	}
	return b.commit()
}

// commit makes the batch durable.
func (b *Batch) commit() error {
	if err := failpoint.Hit("store.batch.commit.before"); err != nil {
		return err
	}
	c := b.tx.conn
	if err := c.do(commit); err != nil {
		if free, asked := autocommit(c.sql); !errors.Is(err, ErrBatchLost) && (free || asked != nil) {
			return fmt.Errorf("%w: %w", ErrUnsure, named(err, "commit"))
		}
		return named(err, "commit")
	}
	_ = failpoint.Hit("store.batch.commit.after")
	return nil
}

// blame says that the batch is lost where the engine dropped it, and err otherwise.
func (b *Batch) blame(err error) error {
	if lost := b.tx.conn.held(); lost != nil && !errors.Is(err, lost) {
		return also(lost, err)
	}
	return err
}

// Tx is the batch's own transaction, for marks outside any turn. What is
// written through it stays when a turn fails.
func (b *Batch) Tx() *Tx { return b.tx }
