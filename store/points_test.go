//go:build failpoints

package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"luling/store"
	"luling/store/failpoint"
	"luling/store/storetest"
)

// Each point of the store kills, panics and fails, at several hits; after each
// the work is done again, and everything is there exactly once.
func TestEveryPoint(t *testing.T) {
	t.Parallel()
	for _, point := range failpoint.Names() {
		if !strings.HasPrefix(point, "store.") || strings.HasPrefix(point, "store.files.") {
			continue
		}
		t.Run(point, func(t *testing.T) {
			t.Parallel()
			for _, what := range []string{"kill", "panic", "error"} {
				for hit := range hits(t) {
					survives(t, point, what, hit+1)
				}
			}
		})
	}
}

// hits is how many hits of each point are tried: POINTS, or 3.
func hits(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("POINTS"))
	if err != nil {
		return 3
	}
	return n
}

func survives(t *testing.T, point, what string, hit int) {
	t.Helper()
	order := fmt.Sprintf("%s=%s@%d", point, what, hit)
	path := filepath.Join(t.TempDir(), "luling.db")
	store.Older(t, path, 3)
	killed, out := run(t, path, "everything, to an end", order)
	if what == "kill" && hit == 1 && !killed {
		t.Errorf("%s did not fire: %s", order, out)
	}
	if killed, out := run(t, path, "everything, to an end"); killed || out != "" {
		t.Fatalf("%s, then again: %s", order, out)
	}
	db := storetest.OpenAt(t, path, noon)
	complete(t, order, db)
	storetest.Check(t, db)
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

// complete looks whether everything is there exactly once.
func complete(t *testing.T, order string, db *store.DB) {
	t.Helper()
	if got := arrived(t, db); len(got) != 9 {
		t.Errorf("%s: stored turns %v", order, got)
	}
	if v, err := db.Verify(t.Context()); err != nil || v.Rows != 9 {
		t.Errorf("%s: journal %+v, %v", order, v, err)
	}
	storetest.View(t, db, noon, func(tx *store.Tx) error {
		notices, err := tx.Notices(store.NoticeFilter{States: []store.NoticeState{store.NoticeSent}})
		if len(notices) != 9 {
			t.Errorf("%s: %d notices are sent", order, len(notices))
		}
		jobs, also := tx.Jobs(store.JobStateDone, 100)
		if len(jobs) != 9 {
			t.Errorf("%s: %d jobs are done", order, len(jobs))
		}
		screens, too := tx.ScreensUnshown(100)
		if len(screens) != 0 {
			t.Errorf("%s: %d screens are not shown", order, len(screens))
		}
		for _, e := range []error{err, also, too} {
			if e != nil {
				return e
			}
		}
		return nil
	})
}
