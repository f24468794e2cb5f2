package store

import (
	"crypto/sha256"
	"encoding/hex"

	"luling/store/programme"
)

// AddSnapshot keeps what an application says now, under its next number and the
// hash of its content. ConfirmedBy is the actor. It never changes. Source: C12.
func (tx *Tx) AddSnapshot(application programme.ApplicationID, content []byte) (s programme.Snapshot, err error) {
	sum := sha256.Sum256(content)
	s = programme.Snapshot{
		ApplicationID: application, Hash: hex.EncodeToString(sum[:]), Content: content,
		ConfirmedBy: tx.actor.ID, CreatedAt: tx.now,
	}
	err = tx.scalar(&s.No, "SELECT COALESCE(MAX(no), 0) + 1 FROM snapshots WHERE application_id = ?", application)
	if err == nil {
		err = tx.gorm.Create(&s).Error
	}
	return s, named(err, "add snapshot of application %d", application)
}

// Snapshot returns the latest snapshot of an application, or ErrNotFound.
func (tx *Tx) Snapshot(application programme.ApplicationID) (s programme.Snapshot, err error) {
	err = tx.gorm.Where("application_id = ?", application).Order("no DESC").Take(&s).Error
	return s, named(err, "snapshot of application %d", application)
}

// SnapshotNo returns one snapshot of an application by its number, or ErrNotFound.
func (tx *Tx) SnapshotNo(application programme.ApplicationID, no int) (programme.Snapshot, error) {
	s, err := one[programme.Snapshot](tx, "application_id = ? AND no = ?", application, no)
	return s, named(err, "snapshot %d of application %d", no, application)
}
