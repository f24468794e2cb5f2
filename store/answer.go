package store

import (
	"time"

	"luling/store/programme"
)

// An Answer is what a question of a draft was answered with.
type Answer struct {
	DraftID int64  `gorm:"primaryKey;autoIncrement:false"`
	Name    string `gorm:"primaryKey"` // of the question
	Value   []byte // JSON
	Skipped bool   // an optional question was passed over
	Done    bool   // a list or a set of files was declared complete
	Version int64  // the draft's version when it was given
	By      programme.PersonID
	At      time.Time
	Rival   []byte             // a colleague's differing value, waiting for a decision
	RivalBy programme.PersonID // 0 if there is none

	Prefilled bool // taken over from an earlier form, and not confirmed yet
}

// Answers returns the answers of a draft in the order they were given last.
func (tx *Tx) Answers(draftID int64) ([]Answer, error) {
	rows, err := many[Answer](tx.gorm.Where("draft_id = ?", draftID).Order("version, name"))
	return rows, named(err, "answers of draft %d", draftID)
}

const upsertAnswer = `INSERT INTO answers (draft_id, name, value, skipped, done, version, by, at, rival, rival_by, prefilled)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT (draft_id, name) DO UPDATE SET value = excluded.value, skipped = excluded.skipped,
		done = excluded.done, version = excluded.version, by = excluded.by, at = excluded.at,
		rival = excluded.rival, rival_by = excluded.rival_by, prefilled = excluded.prefilled`

// PutAnswer stores an answer and gives the draft its next version. ErrConflict:
// the draft changed since it was read, or is closed. DraftID, Version and At
// are set here; By is the actor if it is 0. An answer with a Rival keeps its At:
// it is when its own value was given.
func (tx *Tx) PutAnswer(d *Draft, a Answer) error {
	if err := tx.advance(d); err != nil {
		return named(err, "answer %s of draft %d", a.Name, d.ID)
	}
	if a.By == 0 {
		a.By = tx.actor.ID
	}
	if a.Rival == nil || a.At.IsZero() {
		a.At = tx.now
	}
	_, err := tx.exec(upsertAnswer, d.ID, a.Name, a.Value, a.Skipped, a.Done, d.Version, a.By, a.At, a.Rival, a.RivalBy, a.Prefilled)
	return named(err, "answer %s of draft %d", a.Name, d.ID)
}

// DropAnswer takes an answer out, so that its question is open again, and gives
// the draft its next version. ErrConflict as with PutAnswer; an answer that is
// not there is no error.
func (tx *Tx) DropAnswer(d *Draft, name string) error {
	err := tx.advance(d)
	if err == nil {
		_, err = tx.exec("DELETE FROM answers WHERE draft_id = ? AND name = ?", d.ID, name)
	}
	return named(err, "drop answer %s of draft %d", name, d.ID)
}
