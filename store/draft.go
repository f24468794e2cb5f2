package store

import (
	"time"

	"luling/store/programme"
)

// A Draft is a form that is being filled in. While it is open there is one per
// form and subject, whoever of the unit writes in it.
type Draft struct {
	ID        int64
	Form      string
	Subject   string // what it is about, such as "unit/12"
	Version   int64  // grows with each answer
	CreatedBy programme.PersonID
	ClosedAt  *time.Time
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Draft returns the open draft of a form about a subject, or ErrNotFound.
func (tx *Tx) Draft(form, subject string) (Draft, error) {
	d, err := one[Draft](tx, "form = ? AND subject = ? AND closed_at IS NULL", form, subject)
	return d, named(err, "draft of %s about %s", form, subject)
}

// DraftByID returns a draft, open or closed, or ErrNotFound.
func (tx *Tx) DraftByID(id int64) (Draft, error) {
	d, err := one[Draft](tx, "id = ?", id)
	return d, named(err, "draft %d", id)
}

// OpenDraft returns the open draft of a form about a subject and makes it if
// there is none; created says which.
func (tx *Tx) OpenDraft(form, subject string) (d Draft, created bool, err error) {
	d = Draft{Form: form, Subject: subject, Version: 1, CreatedBy: tx.actor.ID}
	err = tx.scalar(&d.ID, `INSERT INTO drafts (form, subject, version, created_by, created_at, updated_at)
		VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT (form, subject) WHERE closed_at IS NULL DO NOTHING RETURNING id`,
		form, subject, tx.actor.ID, tx.now, tx.now)
	if err != nil {
		return Draft{}, false, named(err, "open draft of %s about %s", form, subject)
	}
	if d.ID == 0 {
		d, err = tx.Draft(form, subject)
		return d, false, err
	}
	d.CreatedAt, d.UpdatedAt = tx.now, tx.now
	return d, true, nil
}

// OpenDrafts lists the open drafts of a form, the longest untouched first;
// an empty form means all.
func (tx *Tx) OpenDrafts(form string) ([]Draft, error) {
	q := tx.gorm.Where("closed_at IS NULL").Order("updated_at, id")
	if form != "" {
		q = q.Where("form = ?", form)
	}
	rows, err := many[Draft](q)
	return rows, named(err, "list open drafts of %q", form)
}

// CloseDraft ends a draft; its answers stay. A second call changes nothing.
func (tx *Tx) CloseDraft(id int64) error {
	_, err := tx.exec("UPDATE drafts SET closed_at = ?, updated_at = ?, version = version + 1 WHERE id = ? AND closed_at IS NULL",
		tx.now, tx.now, id)
	return named(err, "close draft %d", id)
}

// advance gives the draft its next version, if nobody else did.
func (tx *Tx) advance(d *Draft) error {
	n, err := tx.exec("UPDATE drafts SET version = version + 1, updated_at = ? WHERE id = ? AND version = ? AND closed_at IS NULL",
		tx.now, d.ID, d.Version)
	if err = touched(n, err, ErrConflict); err != nil {
		return err
	}
	d.Version++
	d.UpdatedAt = tx.now
	return nil
}
