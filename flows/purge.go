package flows

import (
	"encoding/json"
	"fmt"

	"luling/store"
	"luling/store/programme"
)

// Purge is the name of the job that removes a content nobody is to have.
const Purge = "purge"

// A PurgeOrder is what that job needs to know.
type PurgeOrder struct{ SHA256 string }

// OrderPurge has the content of a file that was purged removed, unless another
// record needs it by then. A file whose content is not known yet orders nothing:
// what may still be on its way is removed when it arrives.
//
// Source: C5.
func OrderPurge(tx *store.Tx, f programme.File) error {
	if f.SHA256 == "" {
		return nil
	}
	order, err := json.Marshal(PurgeOrder{f.SHA256})
	if err != nil {
		return err
	}
	_, err = tx.AddJob(store.Job{Name: Purge, Key: fmt.Sprintf("purge/%d", f.ID), Data: order})
	return err
}

// tooLate takes a content that arrives for a file which is not waited for any more:
// of one that was purged meanwhile nothing is kept.
func (t *turn) tooLate(f programme.File) error {
	f.SHA256 = t.in.Received.SHA256
	if f.State != programme.FileRemoved || f.Reason != store.Purged {
		return nil
	}
	return OrderPurge(t.tx, f)
}
