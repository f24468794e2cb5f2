package store

import (
	"errors"
	"fmt"

	"luling/store/programme"
)

// Site returns one site, or ErrNotFound.
func (tx *Tx) Site(id programme.SiteID) (programme.Site, error) {
	s, err := one[programme.Site](tx, "id = ?", id)
	return s, named(err, "site %d", id)
}

// A SiteFilter chooses sites; zero fields do not matter.
type SiteFilter struct {
	UnitID programme.UnitID
	BodyID programme.BodyID
	States []programme.SiteState
	Limit  int // 0: no limit
	Offset int
}

// Sites lists sites, the one named last first.
func (tx *Tx) Sites(f SiteFilter) ([]programme.Site, error) {
	q := tx.gorm.Order("named_on DESC, id")
	if f.UnitID != 0 {
		q = q.Where("unit_id = ?", f.UnitID)
	}
	if f.BodyID != 0 {
		q = q.Where("body_id = ?", f.BodyID)
	}
	if len(f.States) > 0 {
		q = q.Where("state IN ?", f.States)
	}
	rows, err := many[programme.Site](page(q, f.Limit, f.Offset))
	return rows, named(err, "list sites")
}

// SiteCount says how many sites were ever named, bear the title, and lost it.
//
// Source: S2.2.
func (tx *Tx) SiteCount() (programme.SiteCount, error) {
	var rows []struct {
		State programme.SiteState
		N     int
	}
	err := tx.gorm.Raw("SELECT state, COUNT(*) AS n FROM sites GROUP BY state").Scan(&rows).Error
	by := map[programme.SiteState]int{}
	for _, r := range rows {
		by[r.State] = r.N
	}
	return programme.Count(by), named(err, "count sites")
}

// AddSite stores a site in the state it stands in, gives it its id and journals
// how it came about: act is "import" of one named before. CreatedBy is the actor,
// CreatedAt Now. ErrExists: the unit bears that title already, or the certificate
// is another's.
func (tx *Tx) AddSite(s *programme.Site, act, reason string) error {
	s.Version, s.CreatedBy, s.CreatedAt = 1, tx.actor.ID, tx.now
	err := tx.gorm.Create(s).Error
	if err == nil {
		err = tx.journalSite(*s, act, "", reason)
	}
	return named(err, "add site of unit %d", s.UnitID)
}

// PutSite stores a site again as a list of sites named before has it, raises its
// version and journals it with the state it stood in. ErrConflict: it changed
// since it was read. ErrExists: as AddSite.
func (tx *Tx) PutSite(s *programme.Site, act, reason string) error {
	before, err := tx.Site(s.ID)
	if err == nil {
		err = tx.put(s, &s.Version, "created_by", "created_at")
	}
	if err == nil {
		err = tx.journalSite(*s, act, before.State, reason)
	}
	return named(err, "put site %d", s.ID)
}

func (tx *Tx) journalSite(s programme.Site, act string, from programme.SiteState, reason string) error {
	err := tx.Journal(Entry{
		Act: act, Object: fmt.Sprintf("site/%d", s.ID), Version: s.Version,
		From: string(from), To: string(s.State), Reason: reason, Clause: programme.Ours,
		Data: fmt.Appendf(nil, `{"unit":%d,"category":%q,"named_on":%q}`, s.UnitID, s.Category, s.NamedOn),
	})
	if errors.Is(err, ErrExists) {
		return ErrConflict
	}
	return err
}
