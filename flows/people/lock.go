package people

import (
	"time"

	"luling/store"
)

// An account may give wrongTries wrong codes within the window; the last of them
// locks it for as long again. Source: A6.
const (
	wrongTries = 5
	window     = time.Hour
)

// locked reports whether the account's codes are not looked at. A try exactly
// one window old counts no more.
func locked(tx *store.Tx) (bool, error) {
	n, err := recent(tx)
	return n >= wrongTries, err
}

// wrong counts a wrong code. The one that reaches the limit stands for all of
// them, so that the lock lasts a whole window from it, not from the first.
func wrong(tx *store.Tx) error {
	n, err := recent(tx)
	if err != nil {
		return err
	}
	marks := 1
	if n+1 >= wrongTries {
		marks = wrongTries
	}
	for range marks {
		if err := tx.AddFailedTry(tx.Actor().TelegramID, tx.Now()); err != nil {
			return err
		}
	}
	return nil
}

// due forgets the wrong codes that no lock depends on any more, and ends the
// absences that are over.
func due(tx *store.Tx, now time.Time) error {
	if _, err := tx.PruneFailedTries(now.Add(-window)); err != nil {
		return err
	}
	return dueAbsences(tx, now)
}

func recent(tx *store.Tx) (int, error) {
	return tx.FailedTries(tx.Actor().TelegramID, tx.Now().Add(time.Millisecond-window))
}
