package store_test

import (
	"errors"
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func TestAStudySession(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	unit := w.Unit("吉州智造园")
	li := w.Person("李", programme.RoleContact, unit)
	body := w.Person("张", programme.RoleRecommender, w.Body("jizhou"))
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		late := programme.StudySession{UnitID: unit.ID, HeldOn: programme.Date{Year: 2026, Month: 5, Day: 9}}
		wantErr(t, "nobody registers a session", tx.AddStudySession(&late), store.ErrNotAllowed)
		tx.As(li.Person, li.Grant)
		early := programme.StudySession{UnitID: unit.ID, HeldOn: programme.Date{Year: 2026, Month: 3, Day: 1}, Attendees: 9, Separate: true}
		if err := errors.Join(tx.AddStudySession(&late), tx.AddStudySession(&early)); err != nil {
			return err
		}
		wantErr(t, "the unit does not confirm its own", tx.MakeStudy(&early, programme.MoveConfirmStudy, ""), store.ErrNotAllowed)
		tx.As(body.Person, body.Grant)
		old := early
		if err := tx.MakeStudy(&early, programme.MoveReturnStudy, "缺会议纪要"); err != nil {
			return err
		}
		wantConflict(t, "confirming what was returned meanwhile", tx.MakeStudy(&old, programme.MoveConfirmStudy, ""))
		early.State, early.Place = programme.StudyVoid, "三楼"
		if err := tx.PutStudySession(&early); err != nil {
			return err
		}
		all, err := tx.StudySessions(unit.ID)
		if len(all) != 2 || all[0].ID != early.ID || all[0].State != programme.StudyReturned || all[0].Place != "三楼" ||
			all[0].RegisteredBy != li.ID || all[0].HeldOn != early.HeldOn {
			t.Errorf("sessions: %+v", all)
		}
		return err
	})
}

func TestUnitsByWhoRecommendsThem(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	area, authority := w.Body("jizhou"), w.Body("qingyuan")
	of := func(city bool) func(*programme.Unit) {
		return func(u *programme.Unit) { u.AuthorityID, u.CityLevel = authority.ID, city }
	}
	units := []programme.Unit{w.Unit("县属"), w.Unit("县属有主管", of(false)), w.Unit("市属", of(true))}
	storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
		for _, b := range []programme.Body{area, authority} {
			found, err := tx.Units(store.UnitFilter{BodyID: b.ID})
			if err != nil {
				return err
			}
			want := 0
			for _, u := range units {
				if u.RecommendedBy() == b.ID {
					want++
				}
			}
			for _, u := range found {
				if u.RecommendedBy() != b.ID {
					t.Errorf("%s is not recommended by %s", u.Name, b.Name)
				}
			}
			if len(found) != want || want == 0 {
				t.Errorf("%s recommends %d units, found %d", b.Name, want, len(found))
			}
		}
		return nil
	})
}

func TestTheOpenRound(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	older := w.Round(programme.RoundApplying)
	w.Round(programme.RoundCancelled)
	w.Round(programme.RoundArchived)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		open, err := tx.RoundOpen()
		if open.ID != older.ID {
			t.Errorf("open: %+v", open)
		}
		tx.As(programme.Person{}, programme.Grant{Role: programme.RoleOffice})
		if err := tx.MakeRound(&open, programme.MoveSuspend, "不可抗力"); err != nil {
			return err
		}
		if err := tx.MakeRound(&open, programme.MoveResume, "恢复"); err != nil || open.Phase != programme.RoundApplying {
			t.Errorf("resumed in %s, %v", open.Phase, err)
		}
		all, more := tx.Rounds()
		if len(all) != 3 || all[2].ID != older.ID {
			t.Errorf("all: %+v", all)
		}
		return errors.Join(err, more)
	})
}
