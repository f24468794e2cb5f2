package store

import (
	"gorm.io/gorm"

	"luling/store/programme"
)

// Unit returns one unit, or ErrNotFound.
func (tx *Tx) Unit(id programme.UnitID) (programme.Unit, error) {
	u, err := one[programme.Unit](tx, "id = ?", id)
	return u, named(err, "unit %d", id)
}

// UnitByName returns the unit whose plain name is the one given, or ErrNotFound.
func (tx *Tx) UnitByName(plain string) (programme.Unit, error) {
	u, err := one[programme.Unit](tx, "plain = ?", plain)
	return u, named(err, "unit by name")
}

// A UnitFilter chooses units; zero fields do not matter.
type UnitFilter struct {
	BodyID programme.BodyID // recommended by this body
	Type   programme.UnitType
	Text   string // part of the name, taken literally
	Limit  int    // 0: no limit
	Offset int
}

// Units lists units by name.
func (tx *Tx) Units(f UnitFilter) ([]programme.Unit, error) {
	rows, err := many[programme.Unit](f.apply(tx.gorm.Order("name, id")))
	return rows, named(err, "list units")
}

func (f UnitFilter) apply(q *gorm.DB) *gorm.DB {
	if f.BodyID != 0 { // as Unit.RecommendedBy
		q = q.Where("CASE WHEN city_level AND authority_id <> 0 THEN authority_id ELSE area_id END = ?", f.BodyID)
	}
	if f.Type != "" {
		q = q.Where("type = ?", f.Type)
	}
	if f.Text != "" {
		q = q.Where(`name LIKE ? ESCAPE '\'`, like(f.Text))
	}
	return page(q, f.Limit, f.Offset)
}

// page cuts a list; limit 0 means no limit.
func page(q *gorm.DB, limit, offset int) *gorm.DB {
	if limit > 0 {
		q = q.Limit(limit).Offset(offset)
	}
	return q
}

// AddUnit stores a new unit and gives it its id. CreatedAt is set to Now.
// ErrExists: a unit with the same plain name is there.
func (tx *Tx) AddUnit(u *programme.Unit) error {
	u.CreatedAt, u.Version = tx.now, 1
	return named(tx.gorm.Create(u).Error, "add unit")
}

// PutUnit stores a unit again and raises its version. ErrConflict: it changed
// since it was read. ErrExists: another unit has that name.
func (tx *Tx) PutUnit(u *programme.Unit) error {
	return named(tx.put(u, &u.Version, "created_at"), "put unit %d", u.ID)
}
