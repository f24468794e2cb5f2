package store_test

import (
	"path/filepath"
	"testing"

	"luling/store/storetest"
)

func TestWhatSurvivesAKill(t *testing.T) {
	t.Parallel()
	for work, want := range map[string]int{"die inside a turn": 3, "die after the commit": 6} {
		t.Run(work, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "luling.db")
			if killed, out := run(t, path, work); !killed {
				t.Fatalf("it was not killed: %s", out)
			}
			db := storetest.OpenAt(t, path, noon)
			if got := arrived(t, db); len(got) != want {
				t.Errorf("%v are stored, want %d", got, want)
			}
		})
	}
}
