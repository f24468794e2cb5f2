package store

import (
	"context"
	"database/sql"
	"runtime/debug"
	"time"
)

// View runs fn on one snapshot of the database, beside the writer and without
// waiting for it. A write inside is [ErrReadOnly]. A panic in fn is a [PanicError].
func (db *DB) View(ctx context.Context, now time.Time, fn func(*Tx) error) error {
	c, err := db.begin(ctx, db.readers, beginRead)
	if err != nil {
		return err
	}
	err = guarded(func() error { return fn(db.tx(c, now)) })
	return also(err, c.leave())
}

// Update runs fn as a batch of one act: journal chained, committed. Any error
// or panic in fn leaves the database as it was.
func (db *DB) Update(ctx context.Context, now time.Time, fn func(*Tx) error) error {
	return db.Batch(ctx, now, func(b *Batch) error { return fn(b.Tx()) })
}

// begin takes a connection of the pool and opens a transaction on it.
func (db *DB) begin(ctx context.Context, pool *sql.DB, statement string) (*conn, error) {
	switch {
	case db.closed.Load():
		return nil, named(ErrClosed, "begin")
	case pool == nil:
		return nil, named(ErrReadOnly, "begin")
	}
	held, err := pool.Conn(ctx)
	if err != nil {
		return nil, named(err, "begin")
	}
	c := &conn{sql: held, ctx: ctx}
	if err := c.end(statement); err != nil {
		return nil, also(named(err, "begin"), held.Close())
	}
	return c, nil
}

func (db *DB) tx(c *conn, now time.Time) *Tx {
	now = instant(now)
	return &Tx{gorm: db.session(c, now), conn: c, now: now, programme: db.programme, journaled: new(int)}
}

// leave undoes what was not committed and gives the connection back.
func (c *conn) leave() error {
	var err error
	if free, asked := autocommit(c.sql); asked == nil && !free {
		err = named(c.end(rollback), "roll back")
	}
	return also(err, c.sql.Close())
}

// guarded runs fn and makes a panic an error.
func guarded(fn func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &PanicError{Value: value, Stack: debug.Stack()}
		}
	}()
	return fn()
}
