package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"luling/store/programme"
)

// A Config says which database to open and under which rules.
type Config struct {
	Path      string               // of the file; made with its folder if missing
	Programme *programme.Programme // handed to every transaction; may be nil for tools that only read
	Log       *slog.Logger         // nil: silent
	ReadOnly  bool                 // only View and Verify; does not shut other processes out
}

// A DB is the open database. Its methods may be called from many goroutines.
type DB struct {
	path      string
	programme *programme.Programme
	log       *slog.Logger
	lock      *processLock
	writer    *sql.DB
	readers   *sql.DB
	gorm      *gorm.DB
	turn      chan struct{} // holds one token; those who wait for it stand in line
	closed    atomic.Bool
}

// Open opens the database, makes or migrates it if need be, and refuses with a
// sentence that says what to do: [ErrInUse], [ErrNewer], [ErrEngine],
// [ErrDamaged] or what the system said. Before a migration of a database with
// content a copy PATH.before-NNNN is kept.
func Open(ctx context.Context, cfg Config) (*DB, error) {
	db := &DB{path: cfg.Path, programme: cfg.Programme, log: cfg.Log, turn: make(chan struct{}, 1)}
	if db.log == nil {
		db.log = slog.New(slog.DiscardHandler)
	}
	open := db.openWriting
	if cfg.ReadOnly {
		open = db.openReading
	}
	if err := open(ctx); err != nil {
		return nil, also(fmt.Errorf("open database %s: %w", cfg.Path, err), db.Close())
	}
	return db, nil
}

func (db *DB) openWriting(ctx context.Context) (err error) {
	if db.lock, err = lockProcess(db.path); err != nil {
		return err
	}
	if err := create(db.path); err != nil {
		return err
	}
	if err := migrate(ctx, db.path, db.log); err != nil {
		return err
	}
	if db.writer, err = writing().pool(db.path, 1); err != nil {
		return err
	}
	if err := inspect(ctx, db.writer, db.path); err != nil {
		return err
	}
	return db.openPools(db.writer)
}

func (db *DB) openReading(ctx context.Context) error {
	if err := db.openPools(nil); err != nil {
		return err
	}
	return current(ctx, db.readers)
}

// openPools opens the readers and gives gorm a connection to learn the engine from.
func (db *DB) openPools(writer *sql.DB) (err error) {
	if db.readers, err = reading().pool(db.path, readerCount); err != nil {
		return err
	}
	if writer == nil {
		writer = db.readers
	}
	db.gorm, err = gorm.Open(sqlite.New(sqlite.Config{Conn: writer}), &gorm.Config{
		TranslateError: true, SkipDefaultTransaction: true, Logger: logger.Discard,
	})
	return named(err, "read the engine's version")
}

// Path is the database file.
func (db *DB) Path() string { return db.path }

// Stats describes the reader pool, for the metrics.
func (db *DB) Stats() sql.DBStats { return db.readers.Stats() }

// Close waits for the running batch and closes the database; afterwards
// everything is [ErrClosed]. A second call does nothing.
func (db *DB) Close() error {
	db.turn <- struct{}{}
	defer func() { <-db.turn }()
	db.closed.Store(true)
	var errs []error
	for _, pool := range []*sql.DB{db.readers, db.writer} {
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	return errors.Join(append(errs, db.lock.release())...)
}

// session is gorm on one transaction; what gorm stamps by itself is now.
func (db *DB) session(c *conn, now time.Time) *gorm.DB {
	g := db.gorm.Session(&gorm.Session{
		NewDB: true, Context: context.WithoutCancel(c.ctx), NowFunc: func() time.Time { return now },
	})
	g.Statement.ConnPool = c
	return g
}
