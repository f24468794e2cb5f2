//go:build !failpoints

package failpoint

import "testing"

func TestWithoutTheTagNothingHappens(t *testing.T) {
	t.Setenv(Variable, "store.batch.begun=panic@1")
	if err := Hit("store.batch.begun"); err != nil || Enabled || Count("store.batch.begun") != 0 {
		t.Errorf("%v, enabled %v", err, Enabled)
	}
	if n := testing.AllocsPerRun(100, func() { _ = Hit("store.batch.begun") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
