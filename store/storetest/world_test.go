package storetest_test

import (
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

var noon = time.Date(2026, 6, 17, 4, 0, 0, 0, time.UTC)

// Every state of the tables can be asked for, and what comes is in it, with a
// journal that agrees (the check at the end sees to that).
func TestEveryStateCanBeAskedFor(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	round := w.Round(programme.RoundApplying)
	states := map[programme.ApplicationState]bool{}
	for _, rule := range programme.ApplicationMoves {
		states[rule.To] = true
	}
	for state := range states {
		if a := w.Application(w.Unit(string(state)), round, state); a.State != state {
			t.Errorf("asked for %s, got %s", state, a.State)
		}
	}
	phases := map[programme.RoundPhase]bool{}
	for _, rule := range programme.RoundMoves {
		phases[rule.To] = true
	}
	for phase := range phases {
		if r := w.Round(phase); r.Phase != phase {
			t.Errorf("asked for %s, got %s", phase, r.Phase)
		}
	}
}

func TestAPersonWearsTheHatAskedFor(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	unit := w.Unit("吉州智造园")
	li := w.Person("李", programme.RoleContact, unit)
	storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
		p, err := tx.PersonByTelegram(li.TelegramID)
		if err != nil {
			return err
		}
		grants, err := tx.Grants(p.ID)
		if len(grants) != 1 || grants[0] != li.Grant || p.Hat != li.Grant.ID || grants[0].UnitID != unit.ID {
			t.Errorf("person %+v, grants %+v", p, grants)
		}
		return err
	})
}
