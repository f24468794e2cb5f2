package store

import (
	"luling/store/programme"
)

// Body returns one recommending body, or ErrNotFound.
func (tx *Tx) Body(id programme.BodyID) (programme.Body, error) {
	b, err := one[programme.Body](tx, "id = ?", id)
	return b, named(err, "body %d", id)
}

// BodyByCode returns the body with a code of the programme file, or ErrNotFound.
func (tx *Tx) BodyByCode(code string) (programme.Body, error) {
	b, err := one[programme.Body](tx, "code = ?", code)
	return b, named(err, "body %s", code)
}

// Bodies lists all bodies in the order they were made, which is that of the
// programme file.
func (tx *Tx) Bodies() ([]programme.Body, error) {
	rows, err := many[programme.Body](tx.gorm.Order("id"))
	return rows, named(err, "list bodies")
}

// PutBody stores a body: a new one (id 0) gets its id, another its next version.
// From then on it is kept as it is, whatever the programme file says.
// ErrConflict: it changed since it was read. ErrExists: another has that code.
func (tx *Tx) PutBody(b *programme.Body) error {
	b.Kept = true
	if b.ID == 0 {
		b.Version = 1
		return named(tx.gorm.Create(b).Error, "add body %s", b.Code)
	}
	return named(tx.put(b, &b.Version), "put body %s", b.Code)
}

const seedBody = `INSERT INTO bodies (code, name, area, short, type, quota) VALUES (?, ?, ?, ?, ?, ?)
	ON CONFLICT (code) DO UPDATE SET name = excluded.name, area = excluded.area, short = excluded.short,
		type = excluded.type, quota = excluded.quota, version = bodies.version + 1
	WHERE NOT bodies.kept AND (bodies.name <> excluded.name OR bodies.area <> excluded.area
		OR bodies.short <> excluded.short OR bodies.type <> excluded.type OR bodies.quota <> excluded.quota)`

// SeedBodies makes the bodies of the programme file: missing ones are added,
// those with the same code that nobody changed follow the file, others stay. A second call changes
// nothing. Names are those people read in Chinese.
func (tx *Tx) SeedBodies() error {
	for _, b := range tx.programme.Bodies {
		if _, err := tx.exec(seedBody, b.Code, b.Name.Zh, b.Area.Zh, b.Short, b.Type, b.Quota); err != nil {
			return named(err, "seed body %s", b.Code)
		}
	}
	return nil
}
