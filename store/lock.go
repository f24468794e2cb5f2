package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// A processLock keeps a second process away from the database. The system
// drops it when the process ends, however it ends.
type processLock struct{ file *os.File }

// lockProcess takes the lock beside the database or refuses with ErrInUse.
func lockProcess(path string) (*processLock, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	f, err := os.OpenFile(path+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("make the lock file: %w", err)
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = fmt.Errorf("%w by another process; stop that one first, or give this one another data folder", ErrInUse)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &processLock{f}, nil
}

func (l *processLock) release() error {
	if l == nil || l.file == nil {
		return nil
	}
	err := l.file.Close() // closing drops the lock
	l.file = nil
	return err
}

// create makes an empty database file nobody else may read; SQLite gives the
// files beside it the same permissions.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("make the database file: %w", err)
	}
	return f.Close()
}
