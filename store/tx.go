package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"luling/store/programme"
)

// A Tx is one transaction, or one turn of a batch. It is not for more than one
// goroutine and not for use after its function returned.
type Tx struct {
	gorm      *gorm.DB
	conn      *conn
	now       time.Time
	sent      time.Time // zero: as Now
	programme *programme.Programme
	actor     programme.Person
	grant     programme.Grant
	journaled *int // rows waiting for their number
}

// Now is the instant of this transaction, in UTC and whole milliseconds.
func (tx *Tx) Now() time.Time { return tx.now }

// SentAt is when the actor sent the message this turn is about, by the messenger's
// date of it; Now for a press, whose receipt counts, and where nothing was sent.
// It is never later than Now.
func (tx *Tx) SentAt() time.Time {
	if tx.sent.IsZero() || tx.sent.After(tx.now) {
		return tx.now
	}
	return tx.sent
}

// Sent says when the message of this turn was sent; zero: as Now.
func (tx *Tx) Sent(at time.Time) { tx.sent = at }

// Today is the civil date at the office.
func (tx *Tx) Today() programme.Date { return programme.DateOf(tx.now) }

// Programme is the programme in force. It must not be changed.
func (tx *Tx) Programme() *programme.Programme { return tx.programme }

// Context carries the caller's deadline. It is looked at before each statement.
func (tx *Tx) Context() context.Context { return tx.conn.ctx }

// Actor is who acts; the zero Person is the system itself.
func (tx *Tx) Actor() programme.Person { return tx.actor }

// Grant is the hat the actor acts under; zero for the system and for strangers.
func (tx *Tx) Grant() programme.Grant { return tx.grant }

// As says who acts, and under which hat, for the rest of this turn.
func (tx *Tx) As(person programme.Person, grant programme.Grant) {
	tx.actor, tx.grant = person, grant
}

// exec runs one statement and returns how many rows it touched.
func (tx *Tx) exec(query string, args ...any) (int64, error) {
	result, err := tx.conn.ExecContext(context.Background(), query, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// scan reads the first row of a query; no row leaves dest as it is.
func (tx *Tx) scan(dest []any, query string, args ...any) error {
	rows, err := tx.conn.QueryContext(context.Background(), query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// scalar reads one value; no row leaves dest as it is.
func (tx *Tx) scalar(dest any, query string, args ...any) error {
	return tx.scan([]any{dest}, query, args...)
}
