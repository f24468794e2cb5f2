package store

import (
	"encoding/json"
	"errors"
	"time"

	"luling/store/programme"
)

// A Setting is a value the office set in chat, over the programme file.
type Setting struct {
	Key     string `gorm:"primaryKey"`
	Value   string // empty: none is needed, Reason says why
	Reason  string
	By      programme.PersonID
	At      time.Time
	Version int64 // 0 before it was stored
}

// settingApproval is the key of the approval's number.
const settingApproval = "approval"

// Setting returns what the office set, or ErrNotFound: the programme file holds.
func (tx *Tx) Setting(key string) (Setting, error) {
	s, err := one[Setting](tx, "key = ?", key)
	return s, named(err, "setting %s", key)
}

// PutSetting stores a value over the programme file and journals it. By and At are
// the actor and Now. ErrConflict: somebody set it since it was read.
func (tx *Tx) PutSetting(s *Setting) (err error) {
	before := *s
	s.By, s.At = tx.actor.ID, tx.now
	if s.Version == 0 {
		s.Version = 1
		if err = tx.gorm.Create(s).Error; errors.Is(named(err, ""), ErrExists) {
			err = ErrConflict
		}
	} else {
		err = tx.put(s, &s.Version)
	}
	if err != nil {
		*s = before
		return named(err, "put setting %s", s.Key)
	}
	value, err := json.Marshal(map[string]string{"value": s.Value})
	if err != nil {
		return err
	}
	return tx.Journal(Entry{Act: "set", Object: "setting/" + s.Key, Reason: s.Reason, Clause: programme.Ours, Data: value})
}

// Approval is the number under which the activity was approved: that of the
// programme file, unless the office set another or waived it in chat.
//
// Source: A1.
func (tx *Tx) Approval() (programme.Approval, error) {
	s, err := tx.Setting(settingApproval)
	if errors.Is(err, ErrNotFound) {
		return programme.Approval{Number: tx.programme.Approval}, nil
	}
	a := programme.Approval{Number: s.Value, By: s.By, Reason: s.Reason, Version: s.Version, At: s.At}
	a.Waived = err == nil && s.Value == ""
	return a, err
}

// SetApproval fills in the number, or waives it if the number is empty, with the
// reason; was is the version that was seen. ErrConflict: somebody set it since.
func (tx *Tx) SetApproval(number, reason string, was int64) error {
	return tx.PutSetting(&Setting{Key: settingApproval, Value: number, Reason: reason, Version: was})
}
