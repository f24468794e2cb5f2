package store_test

import (
	"errors"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// away is an absence of the first person with the second as deputy, from the day
// after noon's to two days later.
func away(t *testing.T, w *storetest.World, a, b storetest.Player) (x programme.Absence) {
	t.Helper()
	today := programme.DateOf(w.Now)
	x = programme.Absence{GrantID: a.Grant.ID, DeputyID: b.ID, FromOn: today.AddDays(1), UntilOn: today.AddDays(3)}
	storetest.Update(t, w.DB, w.Now, func(tx *store.Tx) error {
		tx.As(a.Person, a.Grant)
		return tx.AddAbsence(&x)
	})
	return x
}

func hats(t *testing.T, w *storetest.World, p storetest.Player, days int) (ids []programme.GrantID) {
	t.Helper()
	storetest.View(t, w.DB, w.Now.Add(time.Duration(days)*24*time.Hour), func(tx *store.Tx) error {
		all, err := tx.Hats(p.ID)
		for _, g := range all {
			ids = append(ids, g.ID)
		}
		return err
	})
	return ids
}

func TestHatsOfADeputy(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	a, b := w.Person("李", programme.RoleOffice), w.Person("王", programme.RoleOffice)
	x := away(t, w, a, b)
	for days, want := range map[int]int{0: 1, 1: 2, 3: 2, 4: 1} {
		got := hats(t, w, b, days)
		if len(got) != want || got[0] != b.Grant.ID || want == 2 && got[1] != a.Grant.ID {
			t.Errorf("after %d days the deputy wears %v", days, got)
		}
		if len(hats(t, w, a, days)) != 1 {
			t.Error("the one who is away has another hat")
		}
	}
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		wantErr(t, "a second end", errors.Join(tx.EndAbsence(x, "early"), tx.EndAbsence(x, "again")), store.ErrConflict)
		return nil
	})
	if len(hats(t, w, b, 1)) != 1 {
		t.Error("an absence that ended gives a hat")
	}
}

func TestAHatGoesWithTheRoleOfEither(t *testing.T) {
	t.Parallel()
	for _, loses := range []int{0, 1} {
		w := storetest.New(t, noon)
		pair := []storetest.Player{w.Person("李", programme.RoleOffice), w.Person("王", programme.RoleOffice)}
		away(t, w, pair[0], pair[1])
		storetest.Update(t, w.DB, noon, func(tx *store.Tx) error { return tx.EndGrant(pair[loses].Grant.ID, "调离") })
		if got := hats(t, w, pair[1], 2); len(got) != 1-loses {
			t.Errorf("after %d lost the role the deputy wears %v", loses, got)
		}
	}
}

func TestTheJournalSaysForWhom(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	a, b := w.Person("李", programme.RoleOffice), w.Person("王", programme.RoleOffice)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		tx.As(b.Person, a.Grant)
		for i, data := range []string{"", "{}", `{"count":1}`, ` {"for_whom":2} `} {
			if err := tx.Journal(store.Entry{Act: "say", Object: "thing/1", Reason: string(rune('a' + i)), Data: []byte(data)}); err != nil {
				return err
			}
		}
		if err := tx.Journal(store.Entry{Act: "say", Object: "thing/1", Data: []byte("[1]")}); err == nil {
			t.Error("data that is no object is taken")
		}
		tx.As(b.Person, b.Grant)
		return tx.Journal(store.Entry{Act: "own", Object: "thing/1", Data: []byte(`{"count":2}`)})
	})
	storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
		all, err := tx.Entries("thing/1")
		for _, e := range all {
			want := a.ID
			if e.Act == "own" {
				want = 0
			}
			if e.For() != want || e.Actor != b.ID {
				t.Errorf("%s %s by %d for %d, want for %d", e.Reason, e.Data, e.Actor, e.For(), want)
			}
		}
		if len(all) != 5 || (store.Entry{Data: []byte("x")}).For() != 0 {
			t.Errorf("%d entries", len(all))
		}
		return err
	})
}
