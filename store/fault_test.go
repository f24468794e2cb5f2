package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"luling/store/programme"
)

// pragma changes the one connection of the writer.
func (db *DB) pragma(t *testing.T, statement string, args ...any) {
	t.Helper()
	if _, err := db.writer.Exec(fmt.Sprintf("PRAGMA "+statement, args...)); err != nil {
		t.Fatal(err)
	}
}

func named1(name string) func(*Tx) error {
	return func(tx *Tx) error { return tx.AddPerson(&programme.Person{Name: name}) }
}

func TestALockedDatabaseIsBusyAndNothingIsDone(t *testing.T) {
	t.Parallel()
	db := opened(t)
	db.pragma(t, "busy_timeout = 0")
	other, err := sql.Open(driverName, writing().dsn(db.path))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	held, err := other.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(t.Context(), noon, named1("甲")); !errors.Is(err, ErrBusy) {
		t.Errorf("while it is locked: %v", err)
	}
	if err := held.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := db.Update(t.Context(), noon, named1("乙")); err != nil {
		t.Errorf("afterwards: %v", err)
	}
	if n := count(t, db, "SELECT COUNT(*) FROM people"); n != 1 {
		t.Errorf("%d people are stored", n)
	}
}

func TestAReadOnlyDatabaseTakesNothing(t *testing.T) {
	t.Parallel()
	db := opened(t)
	db.pragma(t, "query_only = ON")
	err := db.Batch(t.Context(), noon, func(b *Batch) error {
		_, err := b.Turn(1, named1("甲"))
		return err
	})
	if !errors.Is(err, ErrReadOnly) {
		t.Errorf("while it is read-only: %v", err)
	}
	db.pragma(t, "query_only = OFF")
	if n := count(t, db, "SELECT (SELECT COUNT(*) FROM people) + (SELECT COUNT(*) FROM seen)"); n != 0 {
		t.Errorf("%d rows are stored", n)
	}
}

// A disk that is full at any moment leaves whole turns or nothing, and what the
// batch says is true.
func TestAFullDiskLeavesNothingHalfDone(t *testing.T) {
	t.Parallel()
	for _, free := range []int{0, 1, 2, 4, 8, 16} {
		t.Run(fmt.Sprintf("%d pages free", free), func(t *testing.T) {
			t.Parallel()
			db := opened(t)
			limit(t, db, free)
			said := make([]error, 5)
			err := db.Batch(t.Context(), noon, func(b *Batch) error {
				for i := range said {
					_, said[i] = b.Turn(int64(i+1), func(tx *Tx) error {
						return errors.Join(named1(fmt.Sprint(i))(tx), tx.Journal(Entry{Act: "say", Object: fmt.Sprint("thing/", i)}),
							bulky(tx, i))
					})
				}
				return nil
			})
			full := errors.Join(append(said, err)...)
			if !errors.Is(full, ErrFull) {
				t.Errorf("nobody heard of the full disk: %v", full)
			}
			db.pragma(t, "max_page_count = 1000000")
			for i, e := range said {
				stored := count(t, db, fmt.Sprintf("SELECT COUNT(*) FROM people WHERE name = '%d'", i)) +
					count(t, db, fmt.Sprintf("SELECT COUNT(*) FROM journal WHERE object = 'thing/%d'", i)) +
					count(t, db, fmt.Sprintf("SELECT COUNT(*) FROM drafts WHERE form = 'f%d'", i))
				want := 0
				if err == nil && e == nil {
					want = 3
				}
				if stored != want {
					t.Errorf("turn %d said %v and the batch %v; %d of its 3 rows are stored", i, e, err, stored)
				}
			}
			if err := db.Update(t.Context(), noon, named1("乙")); err != nil {
				t.Errorf("with room again: %v", err)
			}
		})
	}
}

// limit leaves the file so many pages to grow.
func limit(t *testing.T, db *DB, free int) {
	t.Helper()
	var pages int
	if err := db.writer.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	db.pragma(t, "max_page_count = %d", pages+free)
}

// bulky writes some pages.
func bulky(tx *Tx, i int) error {
	d, _, err := tx.OpenDraft(fmt.Sprint("f", i), "")
	if err != nil {
		return err
	}
	return tx.PutAnswer(&d, Answer{Name: "text", Value: []byte(strings.Repeat("字", 5000))})
}

// A commit of which the engine says no, and of which nobody can know more, is unsure.
func TestACommitThatFailsIsUnsure(t *testing.T) {
	t.Parallel()
	db := opened(t)
	hook(t, db, func() int { return 1 })
	err := db.Update(t.Context(), noon, named1("甲"))
	if !errors.Is(err, ErrUnsure) {
		t.Errorf("the batch says %v", err)
	}
	hook(t, db, nil)
	if err := db.Update(t.Context(), noon, named1("乙")); err != nil {
		t.Errorf("the next batch: %v", err)
	}
}

func hook(t *testing.T, db *DB, fn func() int) {
	t.Helper()
	c, err := db.writer.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Raw(func(driver any) error { driver.(*sqlite3.SQLiteConn).RegisterCommitHook(fn); return nil }); err != nil {
		t.Fatal(err)
	}
}
