package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"luling/store/programme"
	"luling/store/rulebook"
)

var noon = time.Date(2026, 6, 17, 4, 0, 0, 0, time.UTC)

// opened is a fresh database whose inside a test can reach.
func opened(t *testing.T) *DB {
	t.Helper()
	rules, err := rulebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	db, err := Open(t.Context(), Config{Path: filepath.Join(t.TempDir(), "luling.db"), Programme: rules})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		found, err := db.Check(context.Background())
		if err := errors.Join(err, db.Close()); err != nil || len(found) > 0 {
			t.Errorf("at the end: %v, violations %v", err, found)
		}
	})
	return db
}

func count(t *testing.T, db *DB, query string) (n int) {
	t.Helper()
	err := db.View(t.Context(), noon, func(tx *Tx) error { return tx.scalar(&n, query) })
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// writeRows writes so many rows and calls strike() with each.
const writeRows = `INSERT INTO failed_tries (telegram_id, at)
	WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT i + strike(), 'x' FROM n`

// strikes makes the SQL function strike() do something from inside a statement.
func strikes(t *testing.T, c *sql.Conn, do func()) {
	t.Helper()
	strike := func() int64 { do(); return 0 }
	err := c.Raw(func(driver any) error { return driver.(*sqlite3.SQLiteConn).RegisterFunc("strike", strike, false) })
	if err != nil {
		t.Fatal(err)
	}
}

// interrupted runs a write without end until a deadline fires inside it.
func interrupted(t *testing.T, c *sql.Conn) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	strikes(t, c, cancel)
	if _, err := c.ExecContext(ctx, fmt.Sprintf(writeRows, int64(math.MaxInt64))); !errors.Is(err, context.Canceled) {
		t.Fatalf("the deadline did not fire: %v", err)
	}
}

const addTry = "INSERT INTO failed_tries (telegram_id, at) VALUES (?, '2026-06-17')"

// The control: without a guard a batch whose second turn was interrupted commits
// without an error, and its first turn is gone.
func TestWithoutTheGuardTurnsAreLostInSilence(t *testing.T) {
	t.Parallel()
	db := opened(t)
	c, err := db.writer.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	run := func(statement string, args ...any) {
		t.Helper()
		if _, err := c.ExecContext(context.Background(), statement, args...); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	run(beginWrite)
	run(savepoint)
	run(addTry, 1)
	run(release)
	run(savepoint)
	interrupted(t, c)
	run(savepoint)
	run(addTry, 3)
	run(commit)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if n := count(t, db, "SELECT COUNT(*) FROM failed_tries WHERE telegram_id = 1"); n != 0 {
		t.Error("the first turn is still there: the engine does not set this trap any more")
	}
	if n := count(t, db, "SELECT COUNT(*) FROM failed_tries WHERE telegram_id = 3"); n != 1 {
		t.Error("the third turn is not stored: the engine does not set this trap any more")
	}
}

func TestTheGuardFindsALostBatch(t *testing.T) {
	t.Parallel()
	try := func(account int64) func(*Tx) error {
		return func(tx *Tx) error { return tx.AddFailedTry(account, noon) }
	}
	for _, row := range []struct {
		name  string
		after func(b *Batch) error // what the batch does after it lost its transaction
	}{
		{"nothing more happens", func(*Batch) error { return nil }},
		{"another turn runs", func(b *Batch) error {
			if _, err := b.Turn(3, try(3)); !errors.Is(err, ErrBatchLost) {
				return errors.New("the third turn was let through")
			}
			return nil
		}},
		{"a mark is written outside any turn", func(b *Batch) error {
			if err := b.Tx().AddFailedTry(3, noon); !errors.Is(err, ErrBatchLost) {
				return errors.New("the mark was let through")
			}
			return nil
		}},
		{"gorm writes a row", func(b *Batch) error {
			if err := b.Tx().AddPerson(&programme.Person{Name: "丙"}); !errors.Is(err, ErrBatchLost) {
				return errors.New("the row was let through")
			}
			return nil
		}},
		{"a row is read", func(b *Batch) error {
			if _, err := b.Tx().Person(1); !errors.Is(err, ErrBatchLost) {
				return errors.New("the read was let through")
			}
			return nil
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			db := opened(t)
			var after error
			err := db.Batch(t.Context(), noon, func(b *Batch) error {
				if _, err := b.Turn(1, try(1)); err != nil {
					t.Error(err)
				}
				_, err := b.Turn(2, func(tx *Tx) error {
					interrupted(t, tx.conn.sql)
					return nil // and hides it
				})
				if !errors.Is(err, ErrBatchLost) {
					t.Errorf("the turn that lost the batch says %v", err)
				}
				after = row.after(b)
				return nil
			})
			if after != nil {
				t.Error(after)
			}
			if !errors.Is(err, ErrBatchLost) {
				t.Errorf("the batch says %v", err)
			}
			if n := count(t, db, "SELECT (SELECT COUNT(*) FROM failed_tries) + (SELECT COUNT(*) FROM seen)"); n != 0 {
				t.Errorf("%d rows of a lost batch are stored", n)
			}
			if err := db.Update(t.Context(), noon, try(4)); err != nil {
				t.Errorf("the next batch: %v", err)
			}
		})
	}
}

func TestADeadlineNeverFiresInsideAStatement(t *testing.T) {
	t.Parallel()
	db := opened(t)
	ctx, cancel := context.WithCancel(t.Context())
	var next error
	err := db.Batch(ctx, noon, func(b *Batch) error {
		_, err := b.Turn(1, func(tx *Tx) error {
			strikes(t, tx.conn.sql, cancel)
			_, err := tx.exec(fmt.Sprintf(writeRows, 100000))
			return err
		})
		_, next = b.Turn(2, func(*Tx) error { return nil })
		return err
	})
	if err != nil || !errors.Is(next, context.Canceled) {
		t.Errorf("the batch says %v, its second turn %v", err, next)
	}
	if n := count(t, db, "SELECT COUNT(*) FROM failed_tries"); n != 100000 {
		t.Errorf("%d of 100000 rows are stored", n)
	}
}
