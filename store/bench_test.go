package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"luling/store"
	"luling/store/storetest"
)

// aTurn writes the rows a turn of a conversation writes: seen, answer, draft,
// screen, journal.
func aTurn(d *store.Draft) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		if err := tx.PutAnswer(d, store.Answer{Name: "name", Value: []byte(`"吉州智造园"`)}); err != nil {
			return err
		}
		if err := tx.PutScreen(&store.Screen{Chat: 1, Form: "apply", Content: []byte(`{"Text":"apply.name"}`)}); err != nil {
			return err
		}
		return tx.Journal(store.Entry{Act: "answer", Object: "draft/1"})
	}
}

// BenchmarkTurns prints turns a second by size of the batch, and how many times
// as many as alone.
func BenchmarkTurns(b *testing.B) {
	var alone float64
	for _, size := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("batch=%d", size), func(b *testing.B) {
			rate := turnsASecond(b, size)
			if size == 1 {
				alone = rate
			}
			b.ReportMetric(rate, "turns/s")
			if alone > 0 {
				b.ReportMetric(rate/alone, "×alone")
			}
		})
	}
}

func turnsASecond(b *testing.B, size int) float64 {
	db := storetest.Open(b, noon)
	var d store.Draft
	storetest.Update(b, db, noon, func(tx *store.Tx) (err error) {
		d, _, err = tx.OpenDraft("apply", "unit/1")
		return err
	})
	update := int64(0)
	for b.Loop() {
		err := db.Batch(context.Background(), noon, func(batch *store.Batch) error {
			for range size {
				update++
				if _, err := batch.Turn(update, aTurn(&d)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return float64(update) / b.Elapsed().Seconds()
}

// BenchmarkClaims claims and sends twenty at a time out of ten thousand waiting,
// all for different chats or all for one.
func BenchmarkClaims(b *testing.B) {
	for name, chats := range map[string]int64{"many chats": 10000, "one chat": 1} {
		b.Run(name, func(b *testing.B) {
			db := storetest.Open(b, noon)
			storetest.Update(b, db, noon, func(tx *store.Tx) error {
				for i := range int64(10000) {
					n := store.Notice{Key: fmt.Sprint(i), Chat: 1 + i%chats, Text: "t", Class: store.ClassBulk}
					if _, err := tx.Post(n); err != nil {
						return err
					}
				}
				return nil
			})
			sent := 0
			for b.Loop() {
				storetest.Update(b, db, noon, func(tx *store.Tx) error {
					claimed, err := tx.ClaimNotices(20, time.Minute)
					for _, n := range claimed {
						sent++
						if err == nil {
							err = tx.NoticeSent(n.ID, 1)
						}
					}
					if err == nil {
						_, err = tx.NextDue()
					}
					return err
				})
			}
			b.ReportMetric(float64(sent)/b.Elapsed().Seconds(), "sent/s")
		})
	}
}
