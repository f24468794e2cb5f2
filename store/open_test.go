package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"luling/store/migrations"
)

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		harm func(t *testing.T, path string)
		want error
		says string
	}{
		{"a newer database", func(t *testing.T, path string) {
			change(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
		}, ErrNewer, "install the newer program"},
		{"a file that is no database", func(t *testing.T, path string) {
			overwrite(t, path, 0, strings.Repeat("not a database ", 500))
		}, ErrDamaged, "restored copy"},
		{"a file with a torn page", func(t *testing.T, path string) {
			overwrite(t, path, 4096*3, strings.Repeat("\xff", 4096*4))
		}, ErrDamaged, "restored copy"},
		{"a second process", func(t *testing.T, path string) {
			lock, err := lockProcess(path)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = lock.release() })
		}, ErrInUse, "stop that one first"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "luling.db")
			reopen(t, path, false)
			row.harm(t, path)
			db, err := Open(t.Context(), Config{Path: path})
			if !errors.Is(err, row.want) || err == nil || !strings.Contains(err.Error(), row.says) {
				t.Fatalf("%v, want %v saying what to do: %s", err, row.want, row.says)
			}
			if db != nil {
				t.Error("a database came with the refusal")
			}
		})
	}
}

// reopen opens and closes a database.
func reopen(t *testing.T, path string, readOnly bool) {
	t.Helper()
	db, err := Open(t.Context(), Config{Path: path, ReadOnly: readOnly})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Close(), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// change runs a statement on a file nobody has open.
func change(t *testing.T, path, statement string) {
	t.Helper()
	raw, err := writing().pool(path, 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = raw.Exec(statement); errors.Join(err, raw.Close()) != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func overwrite(t *testing.T, path string, at int64, with string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt([]byte(with), at)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestTheEngineIsInspected(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, key, value string
		refused          bool
	}{
		{"the settings as they are", "_busy_timeout", "5000", false},
		{"a rollback journal", "_journal_mode", "DELETE", true},
		{"less than full synchronous", "_synchronous", "NORMAL", true},
		{"no foreign keys", "_foreign_keys", "off", true},
		{"deferred transactions", "_txlock", "deferred", true},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "luling.db")
			s := writing()
			s[row.key] = row.value
			pool, err := s.pool(path, 1)
			if err != nil {
				t.Fatal(err)
			}
			defer pool.Close()
			if err := inspect(t.Context(), pool, path); errors.Is(err, ErrEngine) != row.refused || err != nil && !row.refused {
				t.Errorf("inspected: %v", err)
			}
		})
	}
}

func TestAPathMayHoldAnything(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "数 据", "a?b#c%20&mode=ro.db")
	reopen(t, path, false)
	reopen(t, path, true)
	for _, name := range []string{path, path + ".lock"} {
		meta, err := os.Stat(name)
		if err != nil || meta.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, meta, err)
		}
	}
}

func TestReadingBesideTheProgram(t *testing.T) {
	t.Parallel()
	db := opened(t)
	beside, err := Open(t.Context(), Config{Path: db.Path(), ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer beside.Close()
	if err := db.Update(t.Context(), noon, func(tx *Tx) error { return tx.AddFailedTry(1, noon) }); err != nil {
		t.Fatal(err)
	}
	if n := count(t, beside, "SELECT COUNT(*) FROM failed_tries"); n != 1 {
		t.Errorf("it sees %d rows", n)
	}
	if _, err := beside.Verify(t.Context()); err != nil {
		t.Errorf("verify: %v", err)
	}
	if err := beside.Update(t.Context(), noon, func(*Tx) error { return nil }); !errors.Is(err, ErrReadOnly) {
		t.Errorf("update: %v", err)
	}
}

func TestReadingMakesNoDatabase(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "luling.db")
	if db, err := Open(t.Context(), Config{Path: path, ReadOnly: true}); err == nil {
		t.Errorf("a missing file was opened, %v", db.Close())
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was made")
	}
}

// older makes a database with the schema of an earlier version.
func older(t *testing.T, path string, version int64) {
	t.Helper()
	raw, err := migrating().pool(path, 1)
	if err != nil {
		t.Fatal(err)
	}
	steps, err := provider(raw)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := steps.UpTo(t.Context(), version); errors.Join(err, raw.Close()) != nil {
		t.Fatal(err)
	}
}

func TestMigratingKeepsACopy(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "luling.db")
	older(t, path, 1)
	change(t, path, "INSERT INTO failed_tries (telegram_id, at) VALUES (5, '2026-06-17 04:00:00+00:00')")
	if db, err := Open(t.Context(), Config{Path: path, ReadOnly: true}); err == nil {
		t.Errorf("an older database was opened for reading, %v", db.Close())
	}
	reopen(t, path, false)
	reopen(t, path, false)
	copies, err := filepath.Glob(path + ".before-*")
	if err != nil || len(copies) != 1 {
		t.Fatalf("copies: %v, %v", copies, err)
	}
	kept, err := sql.Open(driverName, copies[0])
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	var version, rows int
	if err := kept.QueryRow("SELECT MAX(version_id), (SELECT COUNT(*) FROM failed_tries) FROM goose_db_version").Scan(&version, &rows); err != nil {
		t.Fatal(err)
	}
	if version != 1 || rows != 1 {
		t.Errorf("the copy has version %d and %d rows", version, rows)
	}
}

func TestANewDatabaseNeedsNoCopy(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "luling.db")
	reopen(t, path, false)
	if copies, err := filepath.Glob(path + ".before-*"); err != nil || len(copies) != 0 {
		t.Errorf("copies: %v, %v", copies, err)
	}
}

func TestMigratingStopsAtALostReference(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "luling.db")
	older(t, path, 1)
	raw, err := migrating().pool(path, 1)
	if err != nil {
		t.Fatal(err)
	}
	_, err = raw.Exec(`INSERT INTO units (name, plain, type, area_id, created_at) VALUES ('甲', '甲', 'school', 77, '2026-06-17')`)
	if err := errors.Join(err, raw.Close()); err != nil {
		t.Fatal(err)
	}
	if db, err := Open(t.Context(), Config{Path: path}); !errors.Is(err, ErrDamaged) {
		t.Errorf("opened %v, %v", db, err)
	}
}

func TestAfterClose(t *testing.T) {
	t.Parallel()
	db, err := Open(t.Context(), Config{Path: filepath.Join(t.TempDir(), "luling.db")})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	nothing := func(*Tx) error { return nil }
	if err := db.View(context.Background(), noon, nothing); !errors.Is(err, ErrClosed) {
		t.Errorf("view: %v", err)
	}
	if err := db.Update(context.Background(), noon, nothing); !errors.Is(err, ErrClosed) {
		t.Errorf("update: %v", err)
	}
	reopen(t, db.Path(), false) // and the lock is free
}

func TestMigrationsAreNumberedWithoutGaps(t *testing.T) {
	t.Parallel()
	names, err := migrations.SQLite.ReadDir("sqlite")
	if err != nil {
		t.Fatal(err)
	}
	for i, entry := range names {
		if want := "000" + string(rune('1'+i)) + "_"; !strings.HasPrefix(entry.Name(), want) {
			t.Errorf("%s is at the place of %s", entry.Name(), want)
		}
	}
}
