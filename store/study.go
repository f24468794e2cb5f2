package store

import (
	"fmt"

	"luling/store/programme"
)

// StudySession returns one study session, or ErrNotFound.
func (tx *Tx) StudySession(id int64) (programme.StudySession, error) {
	s, err := one[programme.StudySession](tx, "id = ?", id)
	return s, named(err, "study session %d", id)
}

// StudySessions lists a unit's study sessions by date, void ones included.
func (tx *Tx) StudySessions(unit programme.UnitID) ([]programme.StudySession, error) {
	rows, err := many[programme.StudySession](tx.gorm.Where("unit_id = ?", unit).Order("held_on, id"))
	return rows, named(err, "study sessions of unit %d", unit)
}

// AddStudySession stores a registered session, gives it its id and journals it.
// RegisteredBy is the actor. ErrNotAllowed: the hat does not register sessions.
//
// Source: S4.1a.
func (tx *Tx) AddStudySession(s *programme.StudySession) error {
	s.State = ""
	rule, err := s.Next(programme.MoveRegister, tx.grant.Role)
	if err != nil {
		return named(err, "add study session of unit %d", s.UnitID)
	}
	s.State, s.Version, s.RegisteredBy, s.CreatedAt = rule.To, 1, tx.actor.ID, tx.now
	if err = tx.gorm.Create(s).Error; err == nil {
		err = journalMove(tx, studyObject(s.ID), s.Version, rule, "")
	}
	return named(err, "add study session of unit %d", s.UnitID)
}

// PutStudySession stores a session again, except its state, and raises its
// version. ErrConflict: it changed since it was read.
func (tx *Tx) PutStudySession(s *programme.StudySession) error {
	return named(tx.put(s, &s.Version, "unit_id", "state", "registered_by", "created_at"), "put study session %d", s.ID)
}

func studyObject(id int64) string { return fmt.Sprintf("study/%d", id) }
