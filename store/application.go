package store

import (
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"luling/store/programme"
)

// over are the states that are not live, as programme has it and as the unique
// index of the schema has it; a test compares the three.
var over = []programme.ApplicationState{
	programme.AppWithdrawn, programme.AppLapsed, programme.AppNotRecommended, programme.AppIneligible,
	programme.AppNotShortlisted, programme.AppNotSelected, programme.AppDisqualified, programme.AppAwarded,
}

// Application returns one application, or ErrNotFound.
func (tx *Tx) Application(id programme.ApplicationID) (programme.Application, error) {
	a, err := one[programme.Application](tx, "id = ?", id)
	return a, named(err, "application %d", id)
}

// LiveApplication returns a unit's live application in a round, or ErrNotFound.
func (tx *Tx) LiveApplication(unit programme.UnitID, round programme.RoundID) (programme.Application, error) {
	a, err := one[programme.Application](tx, "unit_id = ? AND round_id = ? AND state NOT IN ?", unit, round, over)
	return a, named(err, "live application of unit %d in round %d", unit, round)
}

// An ApplicationFilter chooses applications; zero fields do not matter.
type ApplicationFilter struct {
	RoundID programme.RoundID
	UnitID  programme.UnitID
	BodyID  programme.BodyID
	States  []programme.ApplicationState
	Without []programme.UnitID           // not those of these units
	Text    string                       // part of the unit's name or of the number, taken literally
	Order   []programme.ApplicationState // those in these states first, in this order
	Limit   int                          // 0: no limit
	Offset  int
}

// Applications lists applications in the order they were begun, unless the
// filter has another.
func (tx *Tx) Applications(f ApplicationFilter) ([]programme.Application, error) {
	rows, err := many[programme.Application](page(f.apply(f.sort(tx.gorm)), f.Limit, f.Offset))
	return rows, named(err, "list applications")
}

// CountApplications counts applications by state, Limit and Offset aside. A
// state nobody is in is not there.
func (tx *Tx) CountApplications(f ApplicationFilter) (map[programme.ApplicationState]int, error) {
	var rows []struct {
		State programme.ApplicationState
		N     int
	}
	err := f.apply(tx.gorm.Model(&programme.Application{})).Select("state, COUNT(*) AS n").Group("state").Scan(&rows).Error
	counts := make(map[programme.ApplicationState]int, len(rows))
	for _, r := range rows {
		counts[r.State] = r.N
	}
	return counts, named(err, "count applications")
}

func (f ApplicationFilter) apply(q *gorm.DB) *gorm.DB {
	if f.RoundID != 0 {
		q = q.Where("round_id = ?", f.RoundID)
	}
	if f.UnitID != 0 {
		q = q.Where("unit_id = ?", f.UnitID)
	}
	if f.BodyID != 0 {
		q = q.Where("body_id = ?", f.BodyID)
	}
	if len(f.States) > 0 {
		q = q.Where("state IN ?", f.States)
	}
	if len(f.Without) > 0 {
		q = q.Where("unit_id NOT IN ?", f.Without)
	}
	if f.Text != "" {
		q = q.Where(`(number LIKE ? ESCAPE '\' OR unit_id IN (SELECT id FROM units WHERE name LIKE ? ESCAPE '\'))`,
			like(f.Text), like(f.Text))
	}
	return q
}

// sort puts the states in their order, and within a state what began first.
func (f ApplicationFilter) sort(q *gorm.DB) *gorm.DB {
	if len(f.Order) == 0 {
		return q.Order("id")
	}
	rank, states := "CASE state", make([]any, 0, len(f.Order))
	for i, s := range f.Order {
		rank += fmt.Sprintf(" WHEN ? THEN %d", i)
		states = append(states, s)
	}
	return q.Order(clause.OrderBy{Expression: clause.Expr{
		SQL: rank + fmt.Sprintf(" ELSE %d END, id", len(f.Order)), Vars: states, WithoutParentheses: true,
	}})
}

const nextSerial = `SELECT COALESCE(MAX(serial), 0) + 1 FROM applications WHERE body_id = ? AND round_id IN
	(SELECT other.id FROM rounds r JOIN rounds other ON other.year = r.year WHERE r.id = ?)`

// AddApplication stores a new draft of a unit, gives it its id and the next
// serial number of its round's year and body, which all rounds of a year share
// because the official number names the year. It is journaled, and CreatedBy is
// the actor.
// ErrExists: the unit has a live application in the round. ErrNotAllowed: the
// hat does not begin applications.
//
// Source: S5.2b.
func (tx *Tx) AddApplication(a *programme.Application) error {
	a.State, a.Before = "", ""
	rule, err := a.Next(programme.MoveStart, tx.grant.Role)
	if err != nil {
		return named(err, "add application of unit %d", a.UnitID)
	}
	a.State, a.Version, a.CreatedBy, a.CreatedAt = rule.To, 1, tx.actor.ID, tx.now
	err = tx.scalar(&a.Serial, nextSerial, a.BodyID, a.RoundID)
	if err == nil {
		err = tx.gorm.Create(a).Error
	}
	if err == nil {
		err = journalMove(tx, applicationObject(a.ID), a.Version, rule, "")
	}
	return named(err, "add application of unit %d", a.UnitID)
}

// PutApplication stores category, number and instant of submission, and raises
// the version; the state moves only by Make. ErrConflict: the application
// changed since it was read. ErrExists: the number is taken.
func (tx *Tx) PutApplication(a *programme.Application) error {
	err := tx.put(a, &a.Version, "round_id", "unit_id", "body_id", "state", "before", "serial", "created_by", "created_at")
	return named(err, "put application %d", a.ID)
}

func applicationObject(id programme.ApplicationID) string { return fmt.Sprintf("application/%d", id) }
