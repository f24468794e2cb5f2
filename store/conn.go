package store

import (
	"context"
	"database/sql"
	"time"

	"luling/store/failpoint"
)

// A conn is the one way the SQL of a transaction reaches the engine; gorm runs
// on it too. It keeps three promises:
//
//   - a deadline is looked at between statements and never fires inside one,
//     because an interrupted write makes SQLite drop the whole transaction;
//   - no statement runs after the engine dropped the transaction: it would
//     silently be a transaction of its own;
//   - instants reach the database in UTC and whole milliseconds, so that they
//     compare as text.
type conn struct {
	sql  *sql.Conn
	ctx  context.Context // looked at between statements
	lost bool
}

// PrepareContext implements gorm.ConnPool; the driver caches statements itself.
func (c *conn) PrepareContext(ctx context.Context, query string) (*sql.Stmt, error) {
	if err := c.ready(); err != nil {
		return nil, err
	}
	return c.sql.PrepareContext(context.WithoutCancel(ctx), query)
}

// ExecContext implements gorm.ConnPool.
func (c *conn) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := c.ready(); err != nil {
		return nil, err
	}
	return c.sql.ExecContext(context.WithoutCancel(ctx), query, utc(args)...)
}

// QueryContext implements gorm.ConnPool.
func (c *conn) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := c.ready(); err != nil {
		return nil, err
	}
	return c.sql.QueryContext(context.WithoutCancel(ctx), query, utc(args)...)
}

// QueryRowContext implements gorm.ConnPool. A row carries its error only from
// inside database/sql, so a refusal is given by a context that is over.
func (c *conn) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	ctx = context.WithoutCancel(ctx)
	if err := c.ready(); err != nil {
		over, cancel := context.WithCancelCause(ctx)
		cancel(err)
		ctx = over
	}
	return c.sql.QueryRowContext(ctx, query, utc(args)...)
}

// ready says why the next statement must not run.
func (c *conn) ready() error {
	if err := c.held(); err != nil {
		return err
	}
	return c.ctx.Err()
}

// held reports ErrBatchLost once the engine is out of the transaction.
func (c *conn) held() error {
	if failpoint.Hit("store.statement.lost") != nil {
		_ = c.end(rollback)
	}
	if !c.lost {
		free, err := autocommit(c.sql)
		c.lost = free || err != nil
	}
	if c.lost {
		return ErrBatchLost
	}
	return nil
}

// do runs a statement of the transaction's own frame, deadline or not.
func (c *conn) do(statement string) error {
	if err := c.held(); err != nil {
		return err
	}
	return c.end(statement)
}

// end runs a statement whether or not a transaction is open.
func (c *conn) end(statement string) error {
	_, err := c.sql.ExecContext(context.WithoutCancel(c.ctx), statement)
	return err
}

// utc brings every instant among the arguments into UTC and whole milliseconds.
func utc(args []any) []any {
	for i, arg := range args {
		switch at := arg.(type) {
		case time.Time:
			args[i] = instant(at)
		case *time.Time:
			if at != nil {
				args[i] = instant(*at)
			}
		}
	}
	return args
}

func instant(at time.Time) time.Time { return at.UTC().Truncate(time.Millisecond) }
