// Package storetest opens real databases for tests and fills them with as much
// as a test wants to say, through the store's own doors.
//
// It promises that a database is fresh, lives on a real file, and passes the
// store's own check when the test ends. It takes no short cuts: what it makes
// was moved there by moves the programme allows, so that journal and states agree.
package storetest

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
	"luling/store/rulebook"
)

// rules is the default programme, read once for all tests.
var rules = sync.OnceValues(rulebook.Default)

// Open opens a fresh database under the default programme, with its bodies
// seeded at now. It is checked and closed when the test ends.
func Open(t testing.TB, now time.Time) *store.DB {
	t.Helper()
	return OpenAt(t, filepath.Join(t.TempDir(), "luling.db"), now)
}

// OpenAt is Open on a file that may be there already. A test that opens one
// again closes the first one before; what is closed is not checked any more.
func OpenAt(t testing.TB, path string, now time.Time) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), store.Config{Path: path, Programme: Programme(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { Check(t, db); closeDB(t, db) })
	Update(t, db, now, func(tx *store.Tx) error { return tx.SeedBodies() })
	return db
}

// Check fails the test for each promise the database breaks.
func Check(t testing.TB, db *store.DB) {
	t.Helper()
	found, err := db.Check(context.Background())
	if err != nil && !errors.Is(err, store.ErrClosed) {
		t.Error(err)
	}
	for _, v := range found {
		t.Errorf("violation: %s", v)
	}
}

func closeDB(t testing.TB, db *store.DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Error("close:", err)
	}
}

// Update runs fn as one change and ends the test if it fails.
func Update(t testing.TB, db *store.DB, now time.Time, fn func(*store.Tx) error) {
	t.Helper()
	if err := db.Update(context.Background(), now, fn); err != nil {
		t.Fatal(err)
	}
}

// View runs fn on one snapshot and ends the test if it fails.
func View(t testing.TB, db *store.DB, now time.Time, fn func(*store.Tx) error) {
	t.Helper()
	if err := db.View(context.Background(), now, fn); err != nil {
		t.Fatal(err)
	}
}

// Programme is the default programme.
func Programme(t testing.TB) *programme.Programme {
	t.Helper()
	p, err := rules()
	if err != nil {
		t.Fatal("read the default programme:", err)
	}
	return p
}
