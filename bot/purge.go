package bot

import (
	"context"
	"encoding/json"
	"time"

	"luling/flows"
	"luling/store"
)

// purgeWaits is how long a content to be removed waits for files on their way.
const purgeWaits = 10 * time.Second

// purge removes a content nobody is to have, unless another record needs it. While
// a file is on its way it waits: what is being put down just now might be the same.
//
// Source: C5.
func (w *works) purge(ctx context.Context, j store.Job) {
	var order flows.PurgeOrder
	if err := json.Unmarshal(j.Data, &order); err != nil {
		w.fail(ctx, j, "unreadable order")
		return
	}
	err := w.write(ctx, func(tx *store.Tx) error {
		coming, err := tx.FilesPending()
		if err != nil {
			return err
		}
		if len(coming) > 0 {
			return tx.JobRetry(j.ID, tx.Now().Add(purgeWaits), "files are on their way")
		}
		if needed, err := tx.HasContent(order.SHA256); err != nil || needed {
			return endUnless(err, tx, j.ID)
		}
		return endUnless(w.folder.Remove(order.SHA256), tx, j.ID)
	})
	if err != nil && ctx.Err() == nil {
		w.log.Warn("content waits to be removed", "job", j.ID, "try", j.Tries)
		w.retry(ctx, j, "not removed")
	}
}

func endUnless(err error, tx *store.Tx, job int64) error {
	if err != nil {
		return err
	}
	return tx.JobDone(job)
}
