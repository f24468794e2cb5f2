package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

var (
	noon       = time.Date(2026, 6, 17, 4, 0, 0, 0, time.UTC) // twelve o'clock at the office
	errRefused = errors.New("refused")
)

// arrives adds a person named after the turn, so that a test sees which turns are stored.
func arrives(name string) func(*store.Tx) error {
	return func(tx *store.Tx) error { return tx.AddPerson(&programme.Person{Name: name, Language: "zh"}) }
}

// arrived lists who is there.
func arrived(t *testing.T, db *store.DB) (names []string) {
	t.Helper()
	storetest.View(t, db, noon, func(tx *store.Tx) error {
		people, err := tx.People(store.PeopleFilter{})
		for _, p := range people {
			names = append(names, p.Name)
		}
		return err
	})
	return names
}

func TestATurnTakesNoNeighbourAlong(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		turn func(*store.Tx) error
	}{
		{"a refused turn", func(tx *store.Tx) error { return errors.Join(arrives("乙")(tx), errRefused) }},
		{"a panicking turn", func(tx *store.Tx) error { _ = arrives("乙")(tx); panic("a bug") }},
		{"a turn with an error of the engine", func(tx *store.Tx) error {
			return errors.Join(arrives("乙")(tx), tx.AddPerson(&programme.Person{}))
		}},
		{"a turn that hides an error of the engine and fails for another reason", func(tx *store.Tx) error {
			_ = errors.Join(arrives("乙")(tx), tx.AddPerson(&programme.Person{}))
			return errRefused
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			db := storetest.Open(t, noon)
			err := db.Batch(t.Context(), noon, func(b *store.Batch) error {
				if _, err := b.Turn(1, arrives("甲")); err != nil {
					return err
				}
				if _, err := b.Turn(2, row.turn); err == nil {
					t.Error("the failure is not reported")
				}
				_, err := b.Turn(3, arrives("丙"))
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if got := arrived(t, db); len(got) != 2 || got[0] != "丙" || got[1] != "甲" {
				t.Errorf("stored turns: %v, want 甲 and 丙", got)
			}
		})
	}
}

func TestWhatIsSeen(t *testing.T) {
	t.Parallel()
	refuse := func(*store.Tx) error { return errRefused }
	for _, row := range []struct {
		name   string
		first  func(b *store.Batch) error
		update int64
		want   store.Seen
	}{
		{"an update that was stored is a repeat", func(b *store.Batch) error {
			_, err := b.Turn(7, arrives("甲"))
			return err
		}, 7, store.Repeat},
		{"an update that was refused is a repeat too", func(b *store.Batch) error {
			_, _ = b.Turn(7, refuse)
			return nil
		}, 7, store.Repeat},
		{"an update that was forgotten is new", func(b *store.Batch) error {
			_, _ = b.Turn(7, refuse)
			return b.Forget(7)
		}, 7, store.New},
		{"an update of a batch that failed is new", func(b *store.Batch) error {
			_, _ = b.Turn(7, arrives("甲"))
			return errRefused
		}, 7, store.New},
		{"another update is new, be its number smaller", func(b *store.Batch) error {
			_, err := b.Turn(7, arrives("甲"))
			return err
		}, 6, store.New},
		{"an input of our own is never a repeat", func(b *store.Batch) error {
			_, err := b.Turn(0, arrives("甲"))
			return err
		}, 0, store.New},
		{"a dead letter is a repeat", func(b *store.Batch) error {
			return b.Tx().AddDeadLetter(store.DeadLetter{UpdateID: 7, Error: "panic", Tries: 3})
		}, 7, store.Repeat},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			db := storetest.Open(t, noon)
			if err := db.Batch(t.Context(), noon, row.first); err != nil && !errors.Is(err, errRefused) {
				t.Fatal(err)
			}
			ran := false
			err := db.Batch(t.Context(), noon, func(b *store.Batch) error {
				seen, err := b.Turn(row.update, func(*store.Tx) error { ran = true; return nil })
				if seen != row.want {
					t.Errorf("seen: %v, want %v", seen, row.want)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if ran == bool(row.want) {
				t.Errorf("the turn ran: %v", ran)
			}
		})
	}
}

func TestAnUpdateTwiceInOneBatchRunsOnce(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	err := db.Batch(t.Context(), noon, func(b *store.Batch) error {
		_, first := b.Turn(7, arrives("甲"))
		seen, second := b.Turn(7, arrives("乙"))
		if seen != store.Repeat {
			t.Error("the second one is not seen")
		}
		return errors.Join(first, second)
	})
	if got := arrived(t, db); err != nil || len(got) != 1 {
		t.Errorf("stored turns: %v, error %v", got, err)
	}
}

func TestAPanicIsAnErrorWithItsStack(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	bug := func(*store.Tx) error { panic(errRefused) }
	doors := map[string]func() error{
		"view":   func() error { return db.View(t.Context(), noon, bug) },
		"update": func() error { return db.Update(t.Context(), noon, bug) },
		"batch":  func() error { return db.Batch(t.Context(), noon, func(b *store.Batch) error { return bug(b.Tx()) }) },
		"turn": func() error {
			return db.Batch(t.Context(), noon, func(b *store.Batch) error {
				_, err := b.Turn(1, bug)
				return err
			})
		},
	}
	for name, door := range doors {
		err := door()
		var p *store.PanicError
		if !errors.As(err, &p) || len(p.Stack) == 0 || !errors.Is(err, errRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
	storetest.Update(t, db, noon, arrives("甲")) // the writer is free again
}

func TestTheActorIsOfOneTurn(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	err := db.Batch(t.Context(), noon, func(b *store.Batch) error {
		_, first := b.Turn(1, func(tx *store.Tx) error {
			tx.As(programme.Person{ID: 5}, programme.Grant{ID: 6})
			return nil
		})
		_, second := b.Turn(2, func(tx *store.Tx) error {
			if tx.Actor().ID != 0 || tx.Grant().ID != 0 {
				t.Error("the next turn has the actor of the one before")
			}
			return nil
		})
		return errors.Join(first, second)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestATurnHasItsInstant(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	shanghai := time.Date(2026, 6, 18, 0, 30, 0, 999_999_999, programme.Zone)
	storetest.View(t, db, shanghai, func(tx *store.Tx) error {
		if want := time.Date(2026, 6, 17, 16, 30, 0, 999_000_000, time.UTC); tx.Now() != want {
			t.Errorf("now is %v, want %v", tx.Now(), want)
		}
		if want := (programme.Date{Year: 2026, Month: 6, Day: 18}); tx.Today() != want {
			t.Errorf("today is %v, want %v", tx.Today(), want)
		}
		return nil
	})
}

func TestViewWritesNothing(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	if err := db.View(t.Context(), noon, arrives("甲")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("a write inside View: %v", err)
	}
}

func TestViewIsOneSnapshotBesideTheWriter(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.View(t, db, noon, func(tx *store.Tx) error {
		before, err := tx.People(store.PeopleFilter{})
		if err != nil {
			return err
		}
		storetest.Update(t, db, noon, arrives("甲"))
		after, err := tx.People(store.PeopleFilter{})
		if len(after) != len(before) {
			t.Error("the snapshot moved")
		}
		return err
	})
}

func TestADeadlineIsLookedAtBetweenTurns(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	ctx, cancel := context.WithCancel(t.Context())
	err := db.Batch(ctx, noon, func(b *store.Batch) error {
		if _, err := b.Turn(1, arrives("甲")); err != nil {
			return err
		}
		cancel()
		if _, err := b.Turn(2, arrives("乙")); !errors.Is(err, context.Canceled) {
			t.Errorf("a turn after the deadline: %v", err)
		}
		return nil // what was done in time is kept
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := arrived(t, db); len(got) != 1 || got[0] != "甲" {
		t.Errorf("stored turns: %v", got)
	}
	if err := db.Update(ctx, noon, arrives("丙")); !errors.Is(err, context.Canceled) {
		t.Errorf("an update after the deadline: %v", err)
	}
}

func TestWritersStandInLine(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	inside, finish := make(chan struct{}), make(chan struct{})
	done := make(chan error, 1)
	go func() {
		done <- db.Update(context.Background(), noon, func(tx *store.Tx) error {
			close(inside)
			<-finish
			return arrives("甲")(tx)
		})
	}()
	<-inside
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if err := db.Update(ctx, noon, arrives("乙")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a second writer: %v", err)
	}
	close(finish)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}
