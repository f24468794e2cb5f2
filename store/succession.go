package store

import (
	"fmt"

	"luling/store/programme"
)

// A Succession is what goes over when a body ends: counts of units, of
// applications that may still move, and of people who act for it.
type Succession struct {
	Units        int
	Applications int
	People       int
}

// Applications of a round that is not over, in a state that moves lead out of.
const unfinished = `state NOT IN ('not_shortlisted', 'awarded', 'disqualified')
	AND round_id IN (SELECT id FROM rounds WHERE phase NOT IN ('archived', 'cancelled'))`

// Succession counts what a body's end would move.
func (tx *Tx) Succession(from programme.BodyID) (s Succession, err error) {
	for _, c := range []struct {
		n     *int
		query string
	}{
		{&s.Units, "SELECT COUNT(*) FROM units WHERE ? IN (area_id, authority_id)"},
		{&s.Applications, "SELECT COUNT(*) FROM applications WHERE body_id = ? AND " + unfinished},
		{&s.People, "SELECT COUNT(DISTINCT person_id) FROM grants WHERE body_id = ? AND state <> 'ended'"},
	} {
		if err := tx.scalar(c.n, c.query, from); err != nil {
			return s, named(err, "count what goes over from body %d", from)
		}
	}
	return s, nil
}

// Succeed closes a body and gives what it had to another: units, applications
// and sites that are not over, people's roles, invitations and the bodies below it. What
// was submitted and what is over keep the old name, as the journal does; each
// application and each role has its line there. An application takes a serial
// number of its new body; an official number stays.
//
// ErrConflict: the body changed since it was read. ErrNotAllowed: one of the two
// is closed, they are the same, or units would lie in no area.
//
// Source: A13.
func (tx *Tx) Succeed(from *programme.Body, to programme.Body, reason string) (s Succession, err error) {
	if !from.Open() || !to.Open() || from.ID == to.ID || from.HasArea() && !to.HasArea() {
		return s, named(ErrNotAllowed, "end body %d", from.ID)
	}
	if s, err = tx.Succession(from.ID); err != nil {
		return s, err
	}
	move := succession{tx, from.ID, to.ID, reason}
	for _, step := range []func() error{move.applications, move.grants, move.rest} {
		if err := step(); err != nil {
			return s, named(err, "end body %d", from.ID)
		}
	}
	from.ClosedAt, from.SuccessorID = &tx.now, to.ID
	if err := tx.PutBody(from); err != nil {
		return s, err
	}
	return s, tx.Journal(Entry{
		Act: "succeed", Object: fmt.Sprintf("body/%d", from.ID), Reason: reason, Clause: programme.Ours,
		Data: fmt.Appendf(nil, `{"name":%q,"successor":%d,"units":%d,"applications":%d,"people":%d}`,
			from.Name, to.ID, s.Units, s.Applications, s.People),
	})
}

// a succession while it is carried out.
type succession struct {
	tx       *Tx
	from, to programme.BodyID
	reason   string
}

// applications go over one by one, for each takes the next serial number.
func (s succession) applications() error {
	all, err := many[programme.Application](s.tx.gorm.Where("body_id = ? AND "+unfinished, s.from).Order("id"))
	if err != nil {
		return err
	}
	for _, a := range all {
		serial := 0
		if err := s.tx.scalar(&serial, nextSerial, s.to, a.RoundID); err != nil {
			return err
		}
		if _, err := s.tx.exec("UPDATE applications SET body_id = ?, serial = ?, version = version + 1 WHERE id = ?", s.to, serial, a.ID); err != nil {
			return err
		}
		if err := s.journal(applicationObject(a.ID)); err != nil {
			return err
		}
	}
	return nil
}

// grants go over unless the person holds just that with the successor already.
func (s succession) grants() error {
	all, err := many[programme.Grant](s.tx.gorm.Where("body_id = ? AND state <> 'ended'", s.from).Order("id"))
	if err != nil {
		return err
	}
	for _, g := range all {
		n, err := s.tx.exec(`UPDATE grants SET body_id = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM grants o
			WHERE o.person_id = grants.person_id AND o.role = grants.role AND o.body_id = ? AND o.state <> 'ended')`, s.to, g.ID, s.to)
		if err == nil && n == 0 {
			err = s.tx.EndGrant(g.ID, s.reason)
		}
		if err == nil {
			err = s.journal(fmt.Sprintf("grant/%d", g.ID))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rest moves what needs no line of its own: units, invitations, bodies below.
func (s succession) rest() error {
	for _, query := range []string{
		"UPDATE units SET area_id = CASE area_id WHEN ?1 THEN ?2 ELSE area_id END, authority_id = CASE authority_id WHEN ?1 THEN ?2 ELSE authority_id END, version = version + 1 WHERE ?1 IN (area_id, authority_id)",
		"UPDATE sites SET body_id = ?2, version = version + 1 WHERE body_id = ?1 AND state NOT IN ('delisted', 'exited')",
		"UPDATE invitations SET body_id = ?2 WHERE body_id = ?1 AND used_at IS NULL",
		"UPDATE bodies SET parent_id = ?2 WHERE parent_id = ?1",
		"UPDATE bodies SET successor_id = ?2 WHERE successor_id = ?1",
	} {
		if _, err := s.tx.exec(query, s.from, s.to); err != nil {
			return err
		}
	}
	return nil
}

func (s succession) journal(object string) error {
	return s.tx.Journal(Entry{
		Act: "go_over", Object: object, Reason: s.reason, Clause: programme.Ours,
		Data: fmt.Appendf(nil, `{"from_body":%d,"to_body":%d}`, s.from, s.to),
	})
}
