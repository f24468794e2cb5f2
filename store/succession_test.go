package store_test

import (
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func TestASuccessionThatCannotBe(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	from, to := w.Body("jizhou"), w.Body("qingyuan")
	var department programme.Body
	storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
		all, err := tx.Bodies()
		for _, b := range all {
			if !b.HasArea() {
				department = b
			}
		}
		return err
	})
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		own, stale := from, from
		for what, other := range map[string]programme.Body{"itself": from, "a department": department} {
			_, err := tx.Succeed(&own, other, "r")
			wantErr(t, what, err, store.ErrNotAllowed)
		}
		if _, err := tx.Succeed(&own, to, "r"); err != nil {
			return err
		}
		_, err := tx.Succeed(&own, to, "r")
		wantErr(t, "a second time", err, store.ErrNotAllowed)
		_, err = tx.Succeed(&to, own, "r")
		wantErr(t, "into a closed one", err, store.ErrNotAllowed)
		if own.Open() || own.SuccessorID != to.ID || stale.Version == own.Version {
			t.Errorf("%+v", own)
		}
		return nil
	})
}

// Serial numbers go on where those of the successor stand, official ones stay; a
// successor's own successor takes over what is said of the first.
func TestSerialsOfASuccession(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	from, to, last := w.Body("jizhou"), w.Body("qingyuan"), w.Body("yongfeng")
	r := w.Round(programme.RoundApplying)
	there := func(u *programme.Unit) { u.AreaID = to.ID }
	one, two := w.Application(w.Unit("甲"), r, programme.AppDraft), w.Application(w.Unit("乙"), r, programme.AppSubmitted)
	w.Application(w.Unit("丙", there), r, programme.AppDraft)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		two.Number = "2026-吉州-002"
		now := tx.Now()
		two.SubmittedAt = &now
		if err := tx.PutApplication(&two); err != nil {
			return err
		}
		got, err := tx.Succeed(&from, to, "合并")
		if want := (store.Succession{Units: 2, Applications: 2}); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
		if err != nil {
			return err
		}
		to, err = tx.Body(to.ID)
		if err == nil {
			_, err = tx.Succeed(&to, last, "再合并")
		}
		return err
	})
	storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
		serials := map[int]bool{}
		for _, id := range []programme.ApplicationID{one.ID, two.ID} {
			a, err := tx.Application(id)
			if err != nil {
				return err
			}
			if a.BodyID != last.ID || serials[a.Serial] || id == two.ID && a.Number != "2026-吉州-002" {
				t.Errorf("%+v", a)
			}
			serials[a.Serial] = true
		}
		b, err := tx.Body(from.ID)
		if b.SuccessorID != last.ID {
			t.Errorf("%+v", b)
		}
		return err
	})
}

func TestUnitsAlike(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	w.Unit("吉安市庐陵人民医院", func(u *programme.Unit) { u.CreditCode = "12360800491234567N" })
	w.Unit("吉安市庐陵人民医院（东院）")
	for _, c := range []struct {
		name, code string
		want       int
	}{
		{"吉安市 庐陵人民医院", "", 1},
		{"吉安市庐陵市民医院", "", 1},
		{"吉安市庐陵人民医院东院", "", 2},
		{"吉安市青原中学", "", 0},
		{"", "12360800491234567N", 1},
		{"吉安市青原中学", "12360800491234567N", 1},
		{"", "", 0},
	} {
		storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
			got, err := tx.UnitsAlike(c.name, c.code)
			if len(got) != c.want {
				t.Errorf("%q %q is like %d units, want %d", c.name, c.code, len(got), c.want)
			}
			return err
		})
	}
}
