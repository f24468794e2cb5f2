package store

import "luling/store/programme"

// A Holding says that somebody holds a role somewhere, by name.
type Holding struct {
	Role   programme.Role
	UnitID programme.UnitID
	BodyID programme.BodyID
	Name   string
}

// Holdings lists every role that is held or waits for confirmation, in one query:
// what a list of thousands of places needs.
func (tx *Tx) Holdings() (all []Holding, err error) {
	err = tx.gorm.Raw(`SELECT g.role, g.unit_id, g.body_id, p.name FROM grants g JOIN people p ON p.id = g.person_id
		WHERE g.state <> 'ended' ORDER BY g.id`).Scan(&all).Error
	return all, named(err, "list holdings")
}
