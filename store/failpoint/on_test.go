//go:build failpoints

package failpoint

import (
	"errors"
	"testing"
)

func TestAnOrderIsCarriedOutOnce(t *testing.T) {
	counts, orders = counters(), mustParse("store.batch.begun=error@2,store.turn.seen.after=panic@1")
	t.Cleanup(func() { orders = nil })
	for i, want := range []error{nil, ErrOrdered, nil} {
		if err := Hit("store.batch.begun"); !errors.Is(err, want) {
			t.Errorf("hit %d: %v", i+1, err)
		}
	}
	if n := Count("store.batch.begun"); n != 3 {
		t.Errorf("counted %d", n)
	}
	defer func() {
		if recover() == nil {
			t.Error("it did not panic")
		}
	}()
	_ = Hit("store.turn.seen.after")
}

func TestAnUnknownPointIsNothing(t *testing.T) {
	if err := Hit("nowhere"); err != nil || Count("nowhere") != 0 {
		t.Errorf("%v, counted %d", err, Count("nowhere"))
	}
}
