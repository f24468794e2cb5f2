package store_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func hex64(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestAUnitHasOneLiveApplicationInARound(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		state  programme.ApplicationState
		second bool
	}{
		{programme.AppDraft, false}, {programme.AppSubmitted, false}, {programme.AppInPublicity, false},
		{programme.AppOnHold, false}, {programme.AppWithdrawn, true}, {programme.AppLapsed, true},
		{programme.AppNotRecommended, true}, {programme.AppIneligible, true}, {programme.AppDisqualified, true},
	} {
		t.Run(string(row.state), func(t *testing.T) {
			t.Parallel()
			w := storetest.New(t, noon)
			unit, round := w.Unit("吉州智造园"), w.Round(programme.RoundApplying)
			first := w.Application(unit, round, row.state)
			err := w.DB.Update(t.Context(), noon, func(tx *store.Tx) error {
				live, err := tx.LiveApplication(unit.ID, round.ID)
				if (err == nil && live.ID == first.ID) == row.second {
					t.Errorf("live: %+v, %v", live, err)
				}
				tx.As(programme.Person{}, programme.Grant{Role: programme.RoleContact})
				return tx.AddApplication(&programme.Application{RoundID: round.ID, UnitID: unit.ID, BodyID: unit.AreaID})
			})
			if row.second && err != nil {
				t.Errorf("a second one: %v", err)
			}
			if !row.second {
				wantErr(t, "a second one", err, store.ErrExists)
			}
			w.Application(unit, w.Round(programme.RoundApplying), programme.AppDraft) // another round
		})
	}
}

func TestSerialsRunWithinYearAndBody(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	year := func(y int) func(*programme.Round) { return func(r *programme.Round) { r.Year = y } }
	first, second := w.Round(programme.RoundApplying, year(2026)), w.Round(programme.RoundApplying, year(2026))
	next := w.Round(programme.RoundApplying, year(2027))
	elsewhere := func(u *programme.Unit) { u.AreaID = w.Body("qingyuan").ID }
	a, b, c := w.Unit("甲厂"), w.Unit("乙厂"), w.Unit("丙厂", elsewhere)
	for _, row := range []struct {
		name  string
		unit  programme.Unit
		round programme.Round
		state programme.ApplicationState
		want  int
	}{
		{"the first of a body", a, first, programme.AppWithdrawn, 1},
		{"the next one", b, first, programme.AppDraft, 2},
		{"the first of another body", c, first, programme.AppDraft, 1},
		{"one after another that was withdrawn", a, first, programme.AppDraft, 3},
		{"one in a second round of the year", a, second, programme.AppDraft, 4},
		{"the other body's in the second round", c, second, programme.AppDraft, 2},
		{"the first of the next year", a, next, programme.AppDraft, 1},
		{"one in the first round after the second has begun", w.Unit("丁厂"), first, programme.AppDraft, 5},
	} {
		if got := w.Application(row.unit, row.round, row.state).Serial; got != row.want {
			t.Errorf("%s has serial %d, want %d", row.name, got, row.want)
		}
	}
}

func TestAMoveIsJournaledOnce(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	app := w.Application(w.Unit("吉州智造园"), w.Round(programme.RoundApplying), programme.AppSubmitted)
	office := w.Person("办", programme.RoleOffice)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		wantErr(t, "nobody moves nothing", tx.Make(&app, programme.MoveRecommend, ""), store.ErrNotAllowed)
		tx.AsSystem()
		wantErr(t, "the system does not recommend", tx.Make(&app, programme.MoveRecommend, ""), store.ErrNotAllowed)
		tx.As(office.Person, office.Grant)
		wantErr(t, "nor does the office", tx.Make(&app, programme.MoveRecommend, ""), store.ErrNotAllowed)
		old := app
		if err := tx.Make(&app, programme.MoveMissDeadline, "逾期未推荐"); err != nil {
			return err
		}
		wantConflict(t, "somebody was quicker", tx.Make(&old, programme.MoveMissDeadline, "逾期未推荐"))
		stored, err := tx.Application(app.ID)
		if err != nil {
			return err
		}
		if stored != app || stored.State != programme.AppNotRecommended || stored.Version != old.Version+1 {
			t.Errorf("stored %+v, in hand %+v", stored, app)
		}
		entries, err := tx.Entries("application/" + itoa(int64(app.ID)))
		if len(entries) != 4 {
			t.Fatalf("%d entries, want 4: start, to the leader, submit, missed", len(entries))
		}
		e := entries[3]
		if e.Actor != office.ID || e.Role != programme.RoleOffice || e.Act != string(programme.MoveMissDeadline) ||
			e.From != string(programme.AppSubmitted) || e.To != string(programme.AppNotRecommended) ||
			e.Reason != "逾期未推荐" || e.Clause != "S5.2b" || e.Version != app.Version || !e.At.Equal(noon) {
			t.Errorf("entry: %+v", e)
		}
		return err
	})
}

func TestAWithdrawnApplicationGoesBackWhereItStood(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	app := w.Application(w.Unit("吉州智造园"), w.Round(programme.RoundApplying), programme.AppChecking)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		tx.As(programme.Person{}, programme.Grant{Role: programme.RoleHead})
		if err := tx.Make(&app, programme.MoveWithdraw, "另有安排"); err != nil {
			return err
		}
		if app.Before != programme.AppChecking {
			t.Errorf("it remembers %q", app.Before)
		}
		read, err := tx.Application(app.ID)
		if err != nil {
			return err
		}
		if err := tx.Make(&read, programme.MoveRestore, "恢复"); err != nil {
			return err
		}
		if read.State != programme.AppChecking || read.Before != "" {
			t.Errorf("it is %s and remembers %q", read.State, read.Before)
		}
		return nil
	})
}

func TestPutApplicationDoesNotMove(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	app := w.Application(w.Unit("吉州智造园"), w.Round(programme.RoundApplying), programme.AppDraft)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		at := tx.Now()
		app.State, app.Serial, app.Category, app.Number, app.SubmittedAt = programme.AppAwarded, 99, programme.CatRural, "2026-吉州-001", &at
		if err := tx.PutApplication(&app); err != nil {
			return err
		}
		got, err := tx.Application(app.ID)
		if got.State != programme.AppDraft || got.Serial != 1 || got.Category != programme.CatRural || got.Number != "2026-吉州-001" {
			t.Errorf("stored: %+v", got)
		}
		return err
	})
}

func TestCountsAddUp(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	round := w.Round(programme.RoundApplying)
	for i, state := range []programme.ApplicationState{programme.AppDraft, programme.AppDraft, programme.AppSubmitted} {
		w.Application(w.Unit("厂"+itoa(int64(i))), round, state)
	}
	storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
		counts, err := tx.CountApplications(store.ApplicationFilter{RoundID: round.ID})
		if len(counts) != 2 || counts[programme.AppDraft] != 2 || counts[programme.AppSubmitted] != 1 {
			t.Errorf("counts: %v", counts)
		}
		page, more := tx.Applications(store.ApplicationFilter{States: []programme.ApplicationState{programme.AppDraft}, Limit: 1, Offset: 1})
		if len(page) != 1 || page[0].ID != 2 {
			t.Errorf("second page: %+v", page)
		}
		if err == nil {
			err = more
		}
		return err
	})
}

func TestASnapshotNeverChanges(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	app := w.Application(w.Unit("吉州智造园"), w.Round(programme.RoundApplying), programme.AppDraft)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		for no, content := range []string{"一", "二"} {
			s, err := tx.AddSnapshot(app.ID, []byte(content))
			if err != nil || s.No != no+1 || s.Hash != hex64(content) {
				t.Errorf("snapshot %+v, %v", s, err)
			}
		}
		last, err := tx.Snapshot(app.ID)
		if last.No != 2 || string(last.Content) != "二" {
			t.Errorf("latest: %+v", last)
		}
		first, more := tx.SnapshotNo(app.ID, 1)
		if string(first.Content) != "一" {
			t.Errorf("first: %+v", first)
		}
		if err == nil {
			err = more
		}
		return err
	})
}
