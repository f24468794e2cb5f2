package store

import (
	"errors"
	"fmt"

	"gorm.io/gorm"
)

// What a caller can do something about. Everything else is for the log.
var (
	// ErrNotFound: there is no such row.
	ErrNotFound = errors.New("not found")
	// ErrExists: a row with the same key is there already.
	ErrExists = errors.New("already exists")
	// ErrConflict: somebody was quicker; read again and decide again.
	ErrConflict = errors.New("changed by somebody else")
	// ErrReadOnly: a write inside View, or a database that cannot be written.
	ErrReadOnly = errors.New("database is read-only")
	// ErrBusy: another process or writer holds the database; nothing was done.
	ErrBusy = errors.New("database is busy")
	// ErrFull: the disk is full; nothing was done.
	ErrFull = errors.New("disk is full")
	// ErrBatchLost: the engine dropped the whole batch. Nothing of it is
	// stored; run each turn in a batch of its own.
	ErrBatchLost = errors.New("batch lost")
	// ErrUnsure: the commit failed in a way that leaves open whether it
	// happened. Doing the turns again is safe: what happened is seen.
	ErrUnsure = errors.New("commit outcome unknown")
	// ErrInUse: another process has the database open.
	ErrInUse = errors.New("database is in use")
	// ErrClosed: the database was closed.
	ErrClosed = errors.New("database is closed")
	// ErrNewer: the database was written by a newer version of the program.
	ErrNewer = errors.New("database is newer than the program")
	// ErrEngine: the engine does not run with the settings the promises need.
	ErrEngine = errors.New("database engine is not as required")
	// ErrDamaged: the database file does not pass the engine's own check.
	ErrDamaged = errors.New("database is damaged")
)

// A PanicError is a panic inside a turn. The turn was rolled back.
type PanicError struct {
	Value any
	Stack []byte // for the log, never for a person
}

// Error implements error.
func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Unwrap returns the panic's value if it was an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// named gives err its operation and, where there is one, our sentinel.
func named(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), sentinel(err))
}

// also adds a second error where there is one.
func also(err, more error) error {
	switch {
	case more == nil:
		return err
	case err == nil:
		return more
	}
	return fmt.Errorf("%w; also: %w", err, more)
}

func sentinel(err error) error {
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		return ErrNotFound
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return ErrExists
	}
	return translate(err)
}
