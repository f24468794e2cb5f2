package store

import (
	"luling/store/failpoint"
	"luling/store/programme"
)

// Turn runs fn as one unit of change inside the batch: all of it is stored with
// the batch, or nothing. update is the messenger's update_id; one that was seen
// before returns Repeat and does not run fn. 0 is an input of our own: it is
// never remembered.
//
// An error of fn undoes the turn and is returned; the batch goes on, and the
// update stays seen, for a refusal is an answer too. To have it tried again see
// [Batch.Forget]. A panic in fn is returned as [PanicError]. After
// [ErrBatchLost] no further turn runs.
func (b *Batch) Turn(update int64, fn func(*Tx) error) (Seen, error) {
	if err := b.tx.conn.ready(); err != nil {
		return New, err
	}
	if seen, err := b.see(update); err != nil || seen == Repeat {
		return seen, b.blame(err)
	}
	return New, b.isolate(fn)
}

// see remembers the update outside the savepoint.
func (b *Batch) see(update int64) (Seen, error) {
	if update == 0 {
		return New, nil
	}
	n, err := b.tx.exec("INSERT INTO seen (update_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING", update, b.tx.now)
	if err != nil {
		return New, named(err, "remember update %d", update)
	}
	if n == 0 {
		return Repeat, nil
	}
	return New, failpoint.Hit("store.turn.seen.after")
}

// isolate runs fn between a savepoint and its release.
func (b *Batch) isolate(fn func(*Tx) error) error {
	c := b.tx.conn
	if err := c.do(savepoint); err != nil {
		return b.over(named(err, "begin turn"))
	}
	before := *b.tx.journaled
	err := guarded(func() error {
		if err := failpoint.Hit("store.turn.savepoint.after"); err != nil {
			return err
		}
		return fn(b.fresh())
	})
	if lost := c.held(); lost != nil {
		return also(lost, err)
	}
	if err != nil {
		*b.tx.journaled = before
		return also(err, b.undo())
	}
	return b.release()
}

// fresh is a Tx without an actor, sharing everything else with the batch.
func (b *Batch) fresh() *Tx {
	tx := *b.tx
	tx.As(programme.Person{}, programme.Grant{})
	return &tx
}

func (b *Batch) release() error {
	if err := failpoint.Hit("store.turn.release.before"); err != nil {
		return also(err, b.undo())
	}
	if err := b.tx.conn.do(release); err != nil {
		return b.over(named(err, "end turn"))
	}
	_ = failpoint.Hit("store.turn.release.after")
	return nil
}

// undo goes back to the savepoint and drops it: a savepoint left open would
// make the next one of the same name a nested one.
func (b *Batch) undo() error {
	for _, statement := range []string{undo, release} {
		if err := b.tx.conn.do(statement); err != nil {
			return b.over(named(err, "undo turn"))
		}
	}
	_ = failpoint.Hit("store.turn.undo.after")
	return nil
}

// over ends the batch: its frame does not hold any more, so nothing is committed.
func (b *Batch) over(err error) error {
	b.err = also(ErrBatchLost, err)
	return b.err
}
