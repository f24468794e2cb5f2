package store

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm/schema"
	"pgregory.net/rapid"

	"luling/store/programme"
)

// rows are all types that are rows.
var rows = []any{
	programme.Body{}, programme.Unit{}, programme.Person{}, programme.Grant{}, programme.Invitation{},
	programme.Round{}, programme.Application{}, programme.Snapshot{}, programme.StudySession{}, programme.File{},
	programme.Absence{}, Draft{}, Answer{}, Setting{}, Screen{}, Notice{}, Job{}, DeadLetter{}, Entry{},
}

func TestEveryFieldHasItsColumn(t *testing.T) {
	t.Parallel()
	db := opened(t)
	for _, row := range rows {
		s, err := schema.Parse(row, &sync.Map{}, schema.NamingStrategy{IdentifierMaxLength: 64})
		if err != nil {
			t.Fatal(err)
		}
		var columns []string
		err = db.View(t.Context(), noon, func(tx *Tx) error {
			return tx.gorm.Raw("SELECT name FROM pragma_table_info(?)", s.Table).Scan(&columns).Error
		})
		if err != nil {
			t.Fatal(err)
		}
		fields := slices.Clone(s.DBNames)
		slices.Sort(fields)
		slices.Sort(columns)
		if !slices.Equal(fields, columns) {
			t.Errorf("%s: fields %v, columns %v", s.Table, fields, columns)
		}
	}
}

// Three places say which applications are live; they say the same.
func TestLiveIsLiveEverywhere(t *testing.T) {
	t.Parallel()
	db := opened(t)
	var index string
	err := db.View(t.Context(), noon, func(tx *Tx) error {
		return tx.scalar(&index, "SELECT sql FROM sqlite_master WHERE name = 'one_live_application'")
	})
	if err != nil {
		t.Fatal(err)
	}
	states := map[programme.ApplicationState]bool{}
	for _, rule := range programme.ApplicationMoves {
		states[rule.To] = true
	}
	if len(states) < 20 {
		t.Fatalf("only %d states", len(states))
	}
	var question string
	for _, q := range questions {
		if strings.Contains(q.what, "two live applications") {
			question = q.sql
		}
	}
	for state := range states {
		quoted := "'" + string(state) + "'"
		for place, dead := range map[string]bool{
			"the query":    slices.Contains(over, state),
			"the index":    strings.Contains(index, quoted),
			"the question": strings.Contains(question, quoted),
		} {
			if dead == state.Live() {
				t.Errorf("%s: the programme says live %v, %s does not", state, state.Live(), place)
			}
		}
	}
}

// Instants of any zone compare in SQL as they do in life, and come back in UTC.
func TestInstantsCompareAsText(t *testing.T) {
	t.Parallel()
	db := opened(t)
	start := time.Date(1986, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli()
	anInstant := rapid.Custom(func(t *rapid.T) time.Time {
		zone := time.FixedZone("", rapid.IntRange(-12, 14).Draw(t, "hours")*3600)
		return time.UnixMilli(start + rapid.Int64Range(0, 100*365*24*3600*1000).Draw(t, "ms")).In(zone)
	})
	rapid.Check(t, func(r *rapid.T) {
		a, b := anInstant.Draw(r, "a"), anInstant.Draw(r, "b")
		if rapid.Bool().Draw(r, "near") {
			b = a.Add(time.Duration(rapid.IntRange(-1100, 1100).Draw(r, "apart")) * time.Millisecond)
		}
		err := db.Update(t.Context(), a, func(tx *Tx) error {
			if _, err := tx.exec("DELETE FROM jobs"); err != nil {
				return err
			}
			if _, err := tx.AddJob(Job{Name: "n", Key: "k", DueAt: b}); err != nil {
				return err
			}
			jobs, err := tx.ClaimJobs(1, time.Minute)
			if (len(jobs) == 1) != !b.After(a) {
				r.Errorf("a job due at %v is claimed at %v: %v", b, a, len(jobs) == 1)
			}
			if len(jobs) == 1 && (!jobs[0].DueAt.Equal(b) || jobs[0].DueAt.Location() != time.UTC) {
				r.Errorf("%v came back as %v", b, jobs[0].DueAt)
			}
			return err
		})
		if err != nil {
			r.Fatal(err)
		}
	})
}

func TestCivilDatesAreText(t *testing.T) {
	t.Parallel()
	db := opened(t)
	err := db.Update(t.Context(), noon, func(tx *Tx) error {
		tx.As(programme.Person{}, programme.Grant{Role: programme.RoleOffice})
		r := programme.Round{Year: 2026, OpensOn: programme.Date{Year: 2026, Month: 2, Day: 28}}
		if err := tx.AddRound(&r); err != nil {
			return err
		}
		var opens, kind string
		if err := tx.scan([]any{&opens, &kind}, "SELECT opens_on, typeof(closes_on) FROM rounds"); err != nil {
			return err
		}
		got, err := tx.Round(r.ID)
		if opens != "2026-02-28" || kind != "null" || got.OpensOn != r.OpensOn || !got.ClosesOn.IsZero() {
			t.Errorf("stored as %s and %s, read as %v and %v", opens, kind, got.OpensOn, got.ClosesOn)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
