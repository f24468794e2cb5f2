package store

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Verified says how far the journal holds.
type Verified struct {
	Rows int64  // all of them, numbered 1 to Rows
	Head string // hash of the last; empty if there is none
}

// Anchor is the verified end of the journal, to be kept where nobody who can
// write the database can change it.
func (v Verified) Anchor() Anchor { return Anchor{v.Rows, v.Head} }

// An Anchor is a number and a hash the journal had at some time.
type Anchor struct {
	Seq  int64
	Hash string
}

// A BrokenJournal names the first row that does not fit.
type BrokenJournal struct {
	Seq int64
	Why string
}

// Error implements error.
func (b *BrokenJournal) Error() string { return fmt.Sprintf("journal row %d: %s", b.Seq, b.Why) }

// Verify walks the journal from its first row, in one snapshot and in bounded
// memory, and checks numbers, links, hashes and the head. A change to any row,
// or its loss, is a [BrokenJournal]. Rows cut off at the end together with a
// corrected head show only against an anchor kept outside. It stops when ctx ends.
func (db *DB) Verify(ctx context.Context, anchors ...Anchor) (v Verified, err error) {
	err = db.View(ctx, time.Time{}, func(tx *Tx) error {
		v, err = tx.verify(anchors)
		return err
	})
	return v, err
}

func (tx *Tx) verify(anchors []Anchor) (Verified, error) {
	wanted := map[int64]string{}
	for _, a := range anchors {
		wanted[a.Seq] = a.Hash
	}
	last, err := tx.walk(func(at head) error {
		if hash, anchored := wanted[at.Seq]; anchored && hash != at.Hash {
			return &BrokenJournal{at.Seq, "differs from the anchor"}
		}
		return nil
	})
	v := Verified{last.Seq, last.Hash}
	if err != nil {
		return v, err
	}
	for seq := range wanted {
		if seq > last.Seq {
			return v, &BrokenJournal{last.Seq + 1, fmt.Sprintf("missing; an anchor knows row %d", seq)}
		}
	}
	return v, tx.verifyEnd(last)
}

// walk checks each row against the one before and shows fn each link.
func (tx *Tx) walk(fn func(head) error) (last head, err error) {
	rows, err := tx.gorm.Model(&Entry{}).Where("seq IS NOT NULL").Order("seq").Rows()
	if err != nil {
		return last, named(err, "read the journal")
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := tx.Context().Err(); err != nil {
			return last, err
		}
		var e Entry
		if err := tx.gorm.ScanRows(rows, &e); err != nil {
			return last, named(err, "read journal row %d", last.Seq+1)
		}
		if err := fits(e, last); err != nil {
			return last, err
		}
		last = head{e.Seq, e.Hash}
		if err := fn(last); err != nil {
			return last, err
		}
	}
	return last, named(rows.Err(), "read the journal")
}

// fits says why a row cannot follow the last one.
func fits(e Entry, last head) error {
	sum, err := e.sum()
	switch {
	case err != nil:
		return err
	case e.Seq != last.Seq+1:
		return &BrokenJournal{last.Seq + 1, "missing"}
	case e.Prev != last.Hash:
		return &BrokenJournal{e.Seq, "is not linked to the row before"}
	case e.Hash != sum:
		return &BrokenJournal{e.Seq, "was changed"}
	}
	return nil
}

// verifyEnd compares the last row with the head and looks for rows without a number.
func (tx *Tx) verifyEnd(last head) error {
	var h head
	if err := tx.scan([]any{&h.Seq, &h.Hash}, "SELECT seq, hash FROM journal_head WHERE id = 1"); err != nil {
		return named(err, "read the journal's head")
	}
	if h != last {
		return &BrokenJournal{last.Seq + 1, fmt.Sprintf("the head says %d rows", h.Seq)}
	}
	var loose int64
	if err := tx.scalar(&loose, "SELECT COUNT(*) FROM journal WHERE seq IS NULL"); err != nil {
		return named(err, "count unnumbered rows")
	}
	if loose > 0 {
		return &BrokenJournal{last.Seq + 1, fmt.Sprintf("%d rows have no number", loose)}
	}
	return nil
}
