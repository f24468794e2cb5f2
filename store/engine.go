package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// All knowledge of SQLite is in this file. Measured choices: WAL with
// synchronous=FULL loses nothing at a power cut (NORMAL does), and a write
// transaction that begins IMMEDIATE never fails half-way for want of the lock.
const (
	driverName  = "sqlite3"
	leastEngine = 3051003 // 3.51.3; before it a WAL reset could corrupt the file

	beginWrite = "BEGIN IMMEDIATE"
	beginRead  = "BEGIN"
	commit     = "COMMIT"
	rollback   = "ROLLBACK"

	savepoint   = "SAVEPOINT turn"
	release     = "RELEASE turn"
	undo        = "ROLLBACK TO turn"
	readerCount = 8
)

// settings are the driver's parameters of one connection.
type settings map[string]string

func writing() settings {
	return settings{
		"_journal_mode": "WAL", "_synchronous": "FULL", "_busy_timeout": "5000",
		"_foreign_keys": "on", "_txlock": "immediate", "_stmt_cache_size": "64",
	}
}

func reading() settings {
	return settings{"mode": "ro", "_query_only": "true", "_busy_timeout": "5000", "_stmt_cache_size": "64"}
}

// migrating has foreign keys off: a table that is rebuilt must not take its
// children along. They are checked before the migration ends.
func migrating() settings {
	s := writing()
	s["_foreign_keys"] = "off"
	return s
}

// dsn names the file for the driver. The path may hold any character.
func (s settings) dsn(path string) string {
	values := url.Values{}
	for key, value := range s {
		values.Set(key, value)
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + values.Encode()
}

// pool opens at most n connections and keeps them.
func (s settings) pool(path string, n int) (*sql.DB, error) {
	db, err := sql.Open(driverName, s.dsn(path))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}

// inspect refuses an engine that does not run as the promises need it.
func inspect(ctx context.Context, writer *sql.DB, path string) error {
	if text, number, _ := sqlite3.Version(); number < leastEngine {
		return fmt.Errorf("%w: SQLite %s may corrupt the file; build with 3.51.3 or newer", ErrEngine, text)
	}
	for _, want := range []struct{ pragma, value string }{
		{"journal_mode", "wal"}, {"synchronous", "2"}, {"foreign_keys", "1"},
	} {
		var got string
		if err := writer.QueryRowContext(ctx, "PRAGMA "+want.pragma).Scan(&got); err != nil {
			return named(err, "ask for %s", want.pragma)
		}
		if got != want.value {
			return fmt.Errorf("%w: %s is %s, must be %s; keep the database on a local disk and open it without other settings",
				ErrEngine, want.pragma, got, want.value)
		}
	}
	return inspectLock(ctx, writer, path)
}

// inspectLock sees to it that a transaction of the writer shuts others out from
// its beginning.
func inspectLock(ctx context.Context, writer *sql.DB, path string) error {
	tx, err := writer.BeginTx(ctx, nil)
	if err != nil {
		return named(err, "begin a transaction")
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	s := writing()
	s["_busy_timeout"] = "0"
	other, err := s.pool(path, 1)
	if err != nil {
		return err
	}
	defer other.Close()
	second, err := other.BeginTx(ctx, nil)
	if err == nil {
		return errors.Join(second.Rollback(), fmt.Errorf("%w: write transactions do not begin immediate", ErrEngine))
	}
	if !errors.Is(translate(err), ErrBusy) {
		return named(err, "begin a second transaction")
	}
	return nil
}

// quickCheck reads the whole file once and reports the first thing out of order.
func quickCheck(ctx context.Context, db *sql.DB) error {
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&said); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if said != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, said)
	}
	return nil
}

// backup copies the database as it is now into a new file.
func backup(ctx context.Context, db *sql.DB, into string) error {
	_, err := db.ExecContext(ctx, "VACUUM INTO ?", into)
	return err
}

// autocommit asks the driver whether a transaction is open (false) or not.
func autocommit(c *sql.Conn) (free bool, err error) {
	err = c.Raw(func(driver any) error {
		lite, ok := driver.(*sqlite3.SQLiteConn)
		if !ok {
			return fmt.Errorf("unexpected driver %T", driver)
		}
		free = lite.AutoCommit()
		return nil
	})
	return free, err
}

// translate gives an error of the engine our sentinel.
func translate(err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return err
	}
	switch {
	case e.ExtendedCode == sqlite3.ErrConstraintUnique || e.ExtendedCode == sqlite3.ErrConstraintPrimaryKey:
		return fmt.Errorf("%w: %w", ErrExists, err)
	case e.Code == sqlite3.ErrBusy || e.Code == sqlite3.ErrLocked:
		return fmt.Errorf("%w: %w", ErrBusy, err)
	case e.Code == sqlite3.ErrFull:
		return fmt.Errorf("%w: %w", ErrFull, err)
	case e.Code == sqlite3.ErrReadonly:
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	case e.Code == sqlite3.ErrCorrupt || e.Code == sqlite3.ErrNotADB:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

// like makes people's text a literal inside a LIKE pattern with ESCAPE '\'.
func like(text string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text) + "%"
}

// prefix is the LIKE pattern with ESCAPE '\' of what begins with the text.
func prefix(text string) string { return strings.TrimPrefix(like(text), "%") }

// What the engine finds wrong with its own file, one line each.
const (
	enginePages      = `SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok'`
	engineReferences = `SELECT "table" || ' ' || rowid FROM pragma_foreign_key_check`
)
