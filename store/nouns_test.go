package store_test

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func wantErr(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestAConflictOfVersions(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	unit := w.Unit("吉州智造园")
	round := w.Round(programme.RoundApplying)
	app := w.Application(unit, round, programme.AppDraft)
	body := w.Body("jizhou")
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		tx.As(programme.Person{}, programme.Grant{Role: programme.RoleContact})
		s := programme.StudySession{UnitID: unit.ID, HeldOn: tx.Today()}
		if err := tx.AddStudySession(&s); err != nil {
			return err
		}
		lateUnit, lateRound, lateApp, lateBody, lateStudy := unit, round, app, body, s
		err := errors.Join(tx.PutUnit(&unit), tx.PutRound(&round), tx.PutApplication(&app), tx.PutBody(&body), tx.PutStudySession(&s))
		wantConflict(t, "unit", tx.PutUnit(&lateUnit))
		wantConflict(t, "round", tx.PutRound(&lateRound))
		wantConflict(t, "application", tx.PutApplication(&lateApp))
		wantConflict(t, "body", tx.PutBody(&lateBody))
		wantConflict(t, "study session", tx.PutStudySession(&lateStudy))
		wantConflict(t, "a move of what changed meanwhile", tx.Make(&lateApp, programme.MoveSendToLeader, ""))
		if lateApp.State != programme.AppDraft || lateApp.Version+1 != app.Version {
			t.Errorf("after a conflict the application says %s, version %d", lateApp.State, lateApp.Version)
		}
		return err
	})
}

func TestWhatIsNotThere(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.View(t, db, noon, func(tx *store.Tx) error {
		for what, read := range map[string]func() error{
			"person":      func() error { _, err := tx.Person(9); return err },
			"account":     func() error { _, err := tx.PersonByTelegram(0); return err },
			"grant":       func() error { _, err := tx.GrantByID(9); return err },
			"invitation":  func() error { _, err := tx.InvitationByHash("x"); return err },
			"unit":        func() error { _, err := tx.Unit(9); return err },
			"unit name":   func() error { _, err := tx.UnitByName("x"); return err },
			"body":        func() error { _, err := tx.Body(999); return err },
			"body code":   func() error { _, err := tx.BodyByCode("x"); return err },
			"round":       func() error { _, err := tx.Round(9); return err },
			"open round":  func() error { _, err := tx.RoundOpen(); return err },
			"application": func() error { _, err := tx.Application(9); return err },
			"live":        func() error { _, err := tx.LiveApplication(9, 9); return err },
			"snapshot":    func() error { _, err := tx.Snapshot(9); return err },
			"snapshot no": func() error { _, err := tx.SnapshotNo(9, 1); return err },
			"study":       func() error { _, err := tx.StudySession(9); return err },
			"file":        func() error { _, err := tx.File(9); return err },
			"file hash":   func() error { _, err := tx.FileByHash(9, "x"); return err },
			"album":       func() error { _, err := tx.AlbumField(9, ""); return err },
			"draft":       func() error { _, err := tx.DraftByID(9); return err },
			"screen":      func() error { _, err := tx.Screen(9); return err },
			"notice":      func() error { _, err := tx.Notice(9); return err },
			"job":         func() error { _, err := tx.Job(9); return err },
			"entry":       func() error { _, err := tx.LastEntry("x", "y"); return err },
		} {
			wantErr(t, what, read(), store.ErrNotFound)
		}
		return nil
	})
}

func TestSearchingTakesWildcardsLiterally(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	for _, name := range []string{`甲%乙`, `甲_乙`, `甲\乙`, `甲'乙`, `甲丙乙`} {
		w.Unit(name)
		w.Person(name, programme.RoleOffice)
	}
	storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
		for text, want := range map[string]int{`%`: 1, `_`: 1, `\`: 1, `'`: 1, `丙`: 1, `甲`: 5, `甲%乙`: 1, `%%`: 0, ``: 5, `%' OR 1=1 --`: 0} {
			units, err := tx.Units(store.UnitFilter{Text: text})
			if err != nil {
				return err
			}
			people, err := tx.People(store.PeopleFilter{Text: text})
			if err != nil {
				return err
			}
			if len(units) != want || len(people) != want {
				t.Errorf("%q finds %d units and %d people, want %d", text, len(units), len(people), want)
			}
		}
		return nil
	})
}

func TestSeedingFollowsTheFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "luling.db")
	old := *storetest.Programme(t)
	old.Bodies = slices.Clone(old.Bodies)
	old.Bodies[0].Quota, old.Bodies[1].Quota = 99, 99
	before, err := store.Open(t.Context(), store.Config{Path: path, Programme: &old})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Update(t, before, noon, func(tx *store.Tx) error {
		if err := tx.SeedBodies(); err != nil {
			return err
		}
		kept, err := tx.Body(2)
		if err != nil {
			return err
		}
		kept.Name = "新名"
		return tx.PutBody(&kept)
	})
	if err := before.Close(); err != nil {
		t.Fatal(err)
	}
	db := storetest.OpenAt(t, path, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error { return tx.SeedBodies() })
	storetest.View(t, db, noon, func(tx *store.Tx) error {
		after, err := tx.Bodies()
		if len(after) != len(old.Bodies) {
			t.Fatalf("%d bodies, the file has %d", len(after), len(old.Bodies))
		}
		if b := after[0]; b.Quota != tx.Programme().Bodies[0].Quota || b.Version != 2 {
			t.Errorf("a body that nobody changed is %+v", b)
		}
		if b := after[1]; b.Quota != 99 || b.Name != "新名" || b.Version != 2 {
			t.Errorf("a body that somebody changed is %+v", b)
		}
		if after[2].Version != 1 {
			t.Error("a body that did not change has a new version")
		}
		return err
	})
}

func TestPeopleByGrant(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	unit, other := w.Unit("吉州智造园"), w.Unit("永丰农场")
	li := w.Person("李", programme.RoleContact, unit)
	w.Person("王", programme.RoleContact, other)
	w.Person("张", programme.RoleRecommender, w.Body("jizhou"))
	names := func(people []programme.Person, err error) (s string) {
		if err != nil {
			t.Error(err)
		}
		for _, p := range people {
			s += p.Name
		}
		return s
	}
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		for want, got := range map[string]string{
			"李":  names(tx.People(store.PeopleFilter{UnitID: unit.ID})),
			"李王": names(tx.People(store.PeopleFilter{Role: programme.RoleContact})),
			"张":  names(tx.Holders(programme.RoleRecommender, 0, w.Body("jizhou").ID)),
			"":   names(tx.Holders(programme.RoleContact, 0, 0)),
		} {
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		}
		if err := tx.EndGrant(li.Grant.ID, "调离"); err != nil {
			return err
		}
		if got := names(tx.Holders(programme.RoleContact, unit.ID, 0)); got != "" {
			t.Errorf("after the grant ended: %q", got)
		}
		p, err := tx.Person(li.ID)
		if p.Hat != 0 {
			t.Error("the hat of an ended grant is still worn")
		}
		wantConflict(t, "ending it again", tx.EndGrant(li.Grant.ID, "again"))
		return err
	})
}

func TestGrants(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	office, expert := w.Person("办", programme.RoleOffice), w.Person("专", programme.RoleSupervisor)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		own := programme.Grant{PersonID: expert.ID, Role: programme.RoleReviewer, State: programme.GrantActive, GrantedBy: expert.ID}
		if tx.AddGrant(&own) == nil {
			t.Error("somebody gave himself a role")
		}
		g := programme.Grant{PersonID: expert.ID, Role: programme.RoleReviewer, State: programme.GrantPending}
		if err := tx.AddGrant(&g); err != nil {
			return err
		}
		twice := programme.Grant{PersonID: expert.ID, Role: programme.RoleReviewer, State: programme.GrantActive}
		wantErr(t, "the same role twice", tx.AddGrant(&twice), store.ErrExists)
		if people, err := tx.Holders(programme.RoleReviewer, 0, 0); err != nil || len(people) != 0 {
			t.Errorf("a pending grant gives rights: %v, %v", people, err)
		}
		if tx.ActivateGrant(g.ID, expert.ID) == nil {
			t.Error("somebody confirmed himself")
		}
		if err := tx.ActivateGrant(g.ID, office.ID); err != nil {
			return err
		}
		wantConflict(t, "confirming again", tx.ActivateGrant(g.ID, office.ID))
		entries, err := tx.Entries("grant/" + itoa(int64(g.ID)))
		if len(entries) != 2 || entries[1].From != "pending" || entries[1].To != "active" {
			t.Errorf("journal: %+v", entries)
		}
		return err
	})
}

func TestAnInvitationIsUsedOnceInItsTime(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	p := w.Person("李", programme.RoleOffice)
	for _, row := range []struct {
		name string
		at   time.Time
		ok   bool
	}{
		{"just before it expires", noon.Add(time.Hour - time.Millisecond), true},
		{"at the instant it expires", noon.Add(time.Hour), false},
	} {
		storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
			i := programme.Invitation{CodeHash: hex64(row.name), Role: programme.RoleContact, ExpiresAt: noon.Add(time.Hour)}
			return tx.AddInvitation(&i)
		})
		storetest.Update(t, w.DB, row.at, func(tx *store.Tx) error {
			i, err := tx.InvitationByHash(hex64(row.name))
			if err != nil {
				return err
			}
			if err := tx.UseInvitation(i.ID, p.ID); (err == nil) != row.ok {
				t.Errorf("%s: %v", row.name, err)
			}
			wantConflict(t, "again "+row.name, tx.UseInvitation(i.ID, p.ID))
			return nil
		})
	}
}

func TestFailedTriesAreCountedFromAnInstant(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		err := errors.Join(tx.AddFailedTry(5, noon.Add(-time.Hour)), tx.AddFailedTry(5, noon), tx.AddFailedTry(6, noon))
		if n, _ := tx.FailedTries(5, noon.Add(-time.Hour)); n != 2 {
			t.Errorf("from the first one on: %d", n)
		}
		if n, _ := tx.FailedTries(5, noon.Add(-time.Hour+time.Millisecond)); n != 1 {
			t.Errorf("just after the first one: %d", n)
		}
		n, more := tx.PruneFailedTries(noon)
		if n != 1 {
			t.Errorf("pruned %d", n)
		}
		return errors.Join(err, more)
	})
}
