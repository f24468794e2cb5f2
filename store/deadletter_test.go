package store_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"luling/store"
	"luling/store/storetest"
)

func TestTriesOutliveTheProcess(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "luling.db")
	for want := 1; want <= 3; want++ {
		db := storetest.OpenAt(t, path, noon)
		storetest.Update(t, db, noon, func(tx *store.Tx) error {
			before, err := tx.Attempts(7)
			n, more := tx.Attempt(7)
			if n != want || before != want-1 {
				t.Errorf("try %d is counted as %d, after %d", want, n, before)
			}
			return errors.Join(err, more)
		})
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDeadLetters(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		first := store.DeadLetter{UpdateID: 7, PersonID: 5, Error: "panic", Payload: []byte("{}"), Tries: 3}
		again := first
		again.Error = "another"
		err := errors.Join(tx.AddDeadLetter(first), tx.AddDeadLetter(again),
			tx.AddDeadLetter(store.DeadLetter{UpdateID: 8, Error: "json", Tries: 3}))
		letters, more := tx.DeadLetters(10)
		if len(letters) != 2 || letters[0].UpdateID != 8 || letters[1].Error != "panic" || !letters[1].At.Equal(noon) {
			t.Errorf("letters: %+v", letters)
		}
		seen, too := tx.Seen(7)
		if !seen {
			t.Error("an update that was put aside is not seen")
		}
		return errors.Join(err, more, too)
	})
}

func TestPruningSeenUpdates(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	err := db.Batch(t.Context(), noon, func(b *store.Batch) error {
		_, err := b.Turn(7, func(*store.Tx) error { return nil })
		_, more := b.Tx().Attempt(8)
		return errors.Join(err, more)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name    string
		before  time.Time
		rows    int64
		tries   int
		stillIn bool
	}{
		{"an update of that instant stays", noon, 0, 1, true},
		{"an update before that instant goes", noon.Add(time.Millisecond), 1, 0, false},
	} {
		storetest.Update(t, db, noon, func(tx *store.Tx) error {
			n, err := tx.PruneSeen(row.before)
			seen, more := tx.Seen(7)
			tries, too := tx.Attempts(8)
			if n != row.rows || seen != row.stillIn || tries != row.tries {
				t.Errorf("%s: pruned %d, seen %v, tries %d", row.name, n, seen, tries)
			}
			return errors.Join(err, more, too)
		})
	}
}
