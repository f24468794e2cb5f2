package store_test

import (
	"testing"
	"time"

	"luling/store"
	"luling/store/storetest"
)

func TestSentAt(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	for _, row := range []struct {
		name       string
		sent, want time.Time
	}{
		{"what bears no date counts by its receipt", time.Time{}, noon},
		{"a message counts by its date", noon.Add(-time.Hour), noon.Add(-time.Hour)},
		{"nothing comes from the future", noon.Add(time.Second), noon},
	} {
		storetest.Update(t, db, noon, func(tx *store.Tx) error {
			tx.Sent(row.sent)
			if got := tx.SentAt(); !got.Equal(row.want) {
				t.Errorf("%s: %v, want %v", row.name, got, row.want)
			}
			return nil
		})
	}
}
