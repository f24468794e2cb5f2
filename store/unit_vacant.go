package store

import (
	"gorm.io/gorm"

	"luling/store/programme"
)

// reached is true of a unit if a message reaches somebody who holds one of the
// roles for it.
const reached = `EXISTS (SELECT 1 FROM grants g JOIN people p ON p.id = g.person_id
	WHERE g.unit_id = units.id AND g.state = 'active' AND g.role IN ?
		AND p.telegram_id <> 0 AND p.unreachable_at IS NULL AND p.blocked_at IS NULL)`

// VacantUnits lists units of whose people in the roles no message reaches any, by
// name.
//
// Source: C17.
func (tx *Tx) VacantUnits(f UnitFilter, roles ...programme.Role) ([]programme.Unit, error) {
	rows, err := many[programme.Unit](f.apply(vacant(tx.gorm.Order("name, id"), roles)))
	return rows, named(err, "list vacant units")
}

// CountVacantUnits counts them, Limit and Offset aside.
func (tx *Tx) CountVacantUnits(f UnitFilter, roles ...programme.Role) (int, error) {
	f.Limit, f.Offset = 0, 0
	var n int64
	err := f.apply(vacant(tx.gorm.Model(&programme.Unit{}), roles)).Count(&n).Error
	return int(n), named(err, "count vacant units")
}

func vacant(q *gorm.DB, roles []programme.Role) *gorm.DB { return q.Where("NOT "+reached, roles) }
