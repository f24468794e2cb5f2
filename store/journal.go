package store

import (
	"time"

	"luling/store/programme"
)

// An Entry is one row of the journal: who did what to which thing, when, why
// and by which clause.
type Entry struct {
	ID      int64
	Seq     int64 // 1, 2, 3 … without a gap; 0 until the end of its batch
	At      time.Time
	Actor   programme.PersonID // 0: the system
	Role    programme.Role     // the hat it was done under
	Act     string             // such as "submit"
	Object  string             // such as "application/12"
	Version int64              // of the object after a move; 0 for acts that are not moves
	From    string             `gorm:"column:from_state"`
	To      string             `gorm:"column:to_state"`
	Reason  string
	Clause  string
	Data    []byte // JSON; no more personal data than the act needs
	Prev    string // hash of the row before, empty for the first
	Hash    string // see Verify
}

// TableName is the table of the entries.
func (Entry) TableName() string { return "journal" }

// Journal adds a row in this transaction. At is Now; Actor and Role are those of
// the transaction unless they are set; what a deputy does says for whom. Number and hash follow at the end of the
// batch. ErrExists: that version of the object was left already.
func (tx *Tx) Journal(e Entry) error {
	if e.Actor == 0 {
		e.Actor = tx.actor.ID
	}
	if e.Role == "" {
		e.Role = tx.grant.Role
	}
	data, err := tx.onBehalf(e.Data)
	if err != nil {
		return named(err, "journal %s of %s", e.Act, e.Object)
	}
	_, err = tx.exec(`INSERT INTO journal (at, actor, role, act, object, version, from_state, to_state, reason, clause, data)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, tx.now, e.Actor, e.Role, e.Act, e.Object, e.Version,
		e.From, e.To, e.Reason, e.Clause, data)
	if err == nil {
		*tx.journaled++
	}
	return named(err, "journal %s of %s", e.Act, e.Object)
}

// Entries lists what was done to an object, oldest first, the running
// transaction included.
func (tx *Tx) Entries(object string) ([]Entry, error) {
	rows, err := many[Entry](tx.gorm.Where("object = ?", object).Order("id"))
	return rows, named(err, "journal of %s", object)
}

// LastEntry returns the newest entry of an act on an object, or ErrNotFound.
func (tx *Tx) LastEntry(object, act string) (e Entry, err error) {
	err = tx.gorm.Where("object = ? AND act = ?", object, act).Order("id DESC").Take(&e).Error
	return e, named(err, "last %s of %s", act, object)
}

// EntriesAfter lists numbered entries with a greater number, at most limit.
func (tx *Tx) EntriesAfter(seq int64, limit int) ([]Entry, error) {
	rows, err := many[Entry](tx.gorm.Where("seq > ?", seq).Order("seq").Limit(limit))
	return rows, named(err, "journal after %d", seq)
}
