package store

import "time"

// Forget makes a failed update of this batch unseen, so that it can be run
// again in a batch of its own.
func (b *Batch) Forget(update int64) error {
	_, err := b.tx.exec("DELETE FROM seen WHERE update_id = ?", update)
	return named(err, "forget update %d", update)
}

// Seen reports whether the update was handled before.
func (tx *Tx) Seen(update int64) (bool, error) {
	var n int
	err := tx.scalar(&n, "SELECT COUNT(*) FROM seen WHERE update_id = ?", update)
	return n > 0, named(err, "look for update %d", update)
}

// PruneSeen forgets the updates handled before the given instant, and the tries
// of those that failed. The messenger keeps an update 24 hours; keep 48.
func (tx *Tx) PruneSeen(before time.Time) (rows int64, err error) {
	if _, err = tx.exec("DELETE FROM attempts WHERE at < ?", before); err != nil {
		return 0, named(err, "prune attempts")
	}
	rows, err = tx.exec("DELETE FROM seen WHERE at < ?", before)
	return rows, named(err, "prune seen updates")
}
