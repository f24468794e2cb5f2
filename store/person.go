package store

import (
	"gorm.io/gorm"

	"luling/store/programme"
)

// Person returns one person, or ErrNotFound.
func (tx *Tx) Person(id programme.PersonID) (programme.Person, error) {
	p, err := one[programme.Person](tx, "id = ?", id)
	return p, named(err, "person %d", id)
}

// PersonByTelegram returns the person behind an account of the messenger, or
// ErrNotFound; account 0 is nobody's.
func (tx *Tx) PersonByTelegram(account int64) (programme.Person, error) {
	p, err := one[programme.Person](tx, "telegram_id = ? AND telegram_id <> 0", account)
	return p, named(err, "person by account")
}

// A PeopleFilter chooses people; zero fields do not matter. Role, unit and body
// mean an active grant.
type PeopleFilter struct {
	Role        programme.Role
	UnitID      programme.UnitID
	BodyID      programme.BodyID
	Unreachable bool   // only those the messenger does not deliver to
	Blocked     bool   // only those the office shut out
	Text        string // part of the name, taken literally
	Limit       int    // 0: no limit
	Offset      int
}

// People lists people by name, each once however many grants fit.
func (tx *Tx) People(f PeopleFilter) ([]programme.Person, error) {
	rows, err := many[programme.Person](f.apply(tx.gorm.Order("name, id")))
	return rows, named(err, "list people")
}

// CountPeople counts people, Limit and Offset aside.
func (tx *Tx) CountPeople(f PeopleFilter) (int, error) {
	var n int64
	f.Limit, f.Offset = 0, 0
	err := f.apply(tx.gorm.Model(&programme.Person{})).Count(&n).Error
	return int(n), named(err, "count people")
}

// Holders lists who holds a role for a unit or a body now; 0 means none of its kind.
func (tx *Tx) Holders(role programme.Role, unit programme.UnitID, body programme.BodyID) ([]programme.Person, error) {
	rows, err := many[programme.Person](tx.gorm.Where(`id IN (SELECT person_id FROM grants
		WHERE state = 'active' AND role = ? AND unit_id = ? AND body_id = ?)`, role, unit, body).Order("name, id"))
	return rows, named(err, "holders of %s", role)
}

func (f PeopleFilter) apply(q *gorm.DB) *gorm.DB {
	if f.Role != "" || f.UnitID != 0 || f.BodyID != 0 {
		q = q.Where(`EXISTS (SELECT 1 FROM grants g WHERE g.person_id = people.id AND g.state = 'active'
			AND (? = '' OR g.role = ?) AND (? = 0 OR g.unit_id = ?) AND (? = 0 OR g.body_id = ?))`,
			f.Role, f.Role, f.UnitID, f.UnitID, f.BodyID, f.BodyID)
	}
	if f.Unreachable {
		q = q.Where("unreachable_at IS NOT NULL")
	}
	if f.Blocked {
		q = q.Where("blocked_at IS NOT NULL")
	}
	if f.Text != "" {
		q = q.Where(`name LIKE ? ESCAPE '\'`, like(f.Text))
	}
	return page(q, f.Limit, f.Offset)
}

// AddPerson stores a new person and gives it its id. CreatedAt is set to Now.
// ErrExists: another person has that account.
func (tx *Tx) AddPerson(p *programme.Person) error {
	p.CreatedAt = tx.now
	return named(tx.gorm.Create(p).Error, "add person")
}

// PutPerson stores a person again, but for the block; the last one wins. ErrNotFound: there is
// none with that id. ErrExists: another person has that account.
func (tx *Tx) PutPerson(p programme.Person) error {
	done := tx.gorm.Model(&p).Select("*").Omit("created_at", "blocked_at").Updates(&p)
	return named(touched(done.RowsAffected, done.Error, ErrNotFound), "put person %d", p.ID)
}
