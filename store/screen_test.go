package store_test

import (
	"errors"
	"testing"

	"luling/store"
	"luling/store/storetest"
)

// show is one thing that happens to a screen.
type show func(*store.Tx) error

func wish(anew bool) show {
	return func(tx *store.Tx) error { return tx.PutScreen(&store.Screen{Chat: 1, Anew: anew}) }
}

func shown(revision int64, message int) show {
	return func(tx *store.Tx) error {
		return tx.MarkShown(store.Mark{Chat: 1, Revision: revision, MessageID: message, Hash: "h"})
	}
}

func TestAScreen(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name          string
		happens       []show
		wanted, shown int64
		message       int
		anew          bool
	}{
		{"is wanted before it is shown", []show{wish(false)}, 1, 0, 0, false},
		{"is shown by a mark", []show{wish(false), shown(1, 7)}, 1, 1, 7, false},
		{"is wanted again under the next revision", []show{wish(false), shown(1, 7), wish(false)}, 2, 1, 7, false},
		{"is not shown by a mark of an older revision", []show{wish(false), wish(false), shown(1, 7)}, 2, 1, 7, false},
		{"never shows less, but follows the message people see", []show{wish(false), wish(false), shown(2, 8), shown(1, 9)}, 2, 2, 9, false},
		{"never shows what nobody wanted", []show{wish(false), shown(5, 7)}, 1, 1, 7, false},
		{"owes a new message", []show{wish(true)}, 1, 0, 0, true},
		{"owes it still when more was wanted before it was sent", []show{wish(true), wish(false)}, 2, 0, 0, true},
		{"owes it no more once it was sent", []show{wish(true), wish(false), shown(1, 7)}, 2, 1, 7, false},
		{"owes another one when that was asked for meanwhile", []show{wish(true), wish(true), shown(1, 7)}, 2, 1, 7, true},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			db := storetest.Open(t, noon)
			storetest.Update(t, db, noon, func(tx *store.Tx) error {
				var errs error
				for _, happens := range row.happens {
					errs = errors.Join(errs, happens(tx))
				}
				s, err := tx.Screen(1)
				if s.Wanted != row.wanted || s.Shown != row.shown || s.MessageID != row.message || s.Anew != row.anew {
					t.Errorf("wanted %d, shown %d, message %d, anew %v", s.Wanted, s.Shown, s.MessageID, s.Anew)
				}
				unshown, more := tx.ScreensUnshown(10)
				if (len(unshown) == 1) != (row.shown < row.wanted) {
					t.Errorf("%d screens are unshown", len(unshown))
				}
				return errors.Join(errs, err, more)
			})
		})
	}
}

func TestPutScreenSaysWhatIsShown(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		err := errors.Join(wish(true)(tx), shown(1, 7)(tx))
		s := store.Screen{Chat: 1, Asks: "category", Content: []byte(`{}`)}
		err = errors.Join(err, tx.PutScreen(&s))
		if s.Wanted != 2 || s.Shown != 1 || s.MessageID != 7 || s.ShownHash != "h" || s.Anew {
			t.Errorf("filled in: %+v", s)
		}
		return err
	})
}

func TestAMarkForAChatWithoutAScreenIsNothing(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, shown(1, 7))
}
