package store_test

import (
	"testing"
	"time"

	"luling/store"
	"luling/store/storetest"
)

func TestAJobIsDoneByWhoeverHoldsIt(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	claim := func(at time.Time) (jobs []store.Job) {
		t.Helper()
		storetest.Update(t, db, at, func(tx *store.Tx) (err error) {
			jobs, err = tx.ClaimJobs(5, lease)
			return err
		})
		return jobs
	}
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		for try := range 2 {
			if added, err := tx.AddJob(store.Job{Name: "fetch", Key: "fetch/1"}); err != nil || added != (try == 0) {
				t.Errorf("asked for %d times: added %v, %v", try+1, added, err)
			}
		}
		return nil
	})
	if jobs := claim(noon.Add(-time.Millisecond)); len(jobs) != 0 {
		t.Error("claimed before it is due")
	}
	if jobs := claim(noon); len(jobs) != 1 || jobs[0].Tries != 1 {
		t.Fatalf("first claim: %+v", jobs)
	}
	if jobs := claim(noon.Add(lease - time.Millisecond)); len(jobs) != 0 {
		t.Error("claimed twice within one lease")
	}
	jobs := claim(noon.Add(lease))
	if len(jobs) != 1 || jobs[0].Tries != 2 {
		t.Fatalf("after the lease: %+v", jobs)
	}
	id := jobs[0].ID
	storetest.Update(t, db, noon, func(tx *store.Tx) error { return tx.JobRetry(id, noon.Add(time.Hour), "network") })
	if jobs := claim(noon.Add(time.Hour)); len(jobs) != 1 || jobs[0].Error != "network" {
		t.Fatalf("after the retry: %+v", jobs)
	}
	for range 2 {
		storetest.Update(t, db, noon, func(tx *store.Tx) error { return tx.JobDone(id) })
	}
	wantConflict(t, "fail a job that is done", db.Update(t.Context(), noon, func(tx *store.Tx) error { return tx.JobFailed(id, "") }))
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		if n, err := tx.PruneJobs(noon); err != nil || n != 0 {
			t.Errorf("a job made at the instant itself: pruned %d, %v", n, err)
		}
		if n, err := tx.PruneJobs(noon.Add(time.Millisecond)); err != nil || n != 1 {
			t.Errorf("a job made before the instant: pruned %d, %v", n, err)
		}
		return nil
	})
}
