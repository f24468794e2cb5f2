package store

import (
	"time"

	"luling/store/programme"
)

// A DeadLetter is an update that failed each time it was tried and was put
// aside so that the person can go on.
type DeadLetter struct {
	UpdateID int64 `gorm:"primaryKey;autoIncrement:false"`
	PersonID programme.PersonID
	Error    string // without personal data
	Payload  []byte
	Tries    int
	At       time.Time
}

// Attempt counts one more failed try of an update and returns how many there
// were. The count outlives the process; write it outside the turn that failed.
func (tx *Tx) Attempt(update int64) (tries int, err error) {
	err = tx.scalar(&tries, `INSERT INTO attempts (update_id, tries, at) VALUES (?, 1, ?)
		ON CONFLICT (update_id) DO UPDATE SET tries = attempts.tries + 1, at = excluded.at RETURNING tries`,
		update, tx.now)
	return tries, named(err, "count a try of update %d", update)
}

// Attempts is how often the update failed so far.
func (tx *Tx) Attempts(update int64) (tries int, err error) {
	err = tx.scalar(&tries, "SELECT tries FROM attempts WHERE update_id = ?", update)
	return tries, named(err, "read the tries of update %d", update)
}

// AddDeadLetter puts an update aside and makes it seen. At is set to Now.
// A second call for the same update changes nothing.
func (tx *Tx) AddDeadLetter(d DeadLetter) error {
	_, err := tx.exec(`INSERT INTO dead_letters (update_id, person_id, error, payload, tries, at)
		VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, d.UpdateID, d.PersonID, d.Error, d.Payload, d.Tries, tx.now)
	if err == nil {
		_, err = tx.exec("INSERT INTO seen (update_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING", d.UpdateID, tx.now)
	}
	return named(err, "put update %d aside", d.UpdateID)
}

// DeadLetters lists what was put aside, newest first.
func (tx *Tx) DeadLetters(limit int) ([]DeadLetter, error) {
	rows, err := many[DeadLetter](tx.gorm.Order("at DESC, update_id DESC").Limit(limit))
	return rows, named(err, "list dead letters")
}
