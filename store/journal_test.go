package store_test

import (
	"errors"
	"fmt"
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func TestTheJournalIsChainedAtTheEndOfTheBatch(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	say := func(reason string) func(*store.Tx) error {
		return func(tx *store.Tx) error {
			tx.As(programme.Person{ID: 3}, programme.Grant{Role: programme.RoleOffice})
			return tx.Journal(store.Entry{Act: "say", Object: "thing/1", Reason: reason})
		}
	}
	err := db.Batch(t.Context(), noon, func(b *store.Batch) error {
		_, first := b.Turn(1, say("first"))
		_, refused := b.Turn(2, func(tx *store.Tx) error { return errors.Join(say("never")(tx), errRefused) })
		if !errors.Is(refused, errRefused) {
			t.Errorf("the refused turn says %v", refused)
		}
		_, second := b.Turn(3, func(tx *store.Tx) error {
			before, err := tx.LastEntry("thing/1", "say")
			if before.Reason != "first" || before.Seq != 0 {
				t.Errorf("a later turn reads %+v", before)
			}
			return errors.Join(err, say("second")(tx))
		})
		return errors.Join(first, second)
	})
	if err != nil {
		t.Fatal(err)
	}
	storetest.View(t, db, noon, func(tx *store.Tx) error {
		rows, err := tx.Entries("thing/1")
		if len(rows) != 2 || rows[0].Seq != 1 || rows[1].Seq != 2 || rows[1].Prev != rows[0].Hash ||
			rows[1].Actor != 3 || rows[1].Role != programme.RoleOffice || rows[1].Reason != "second" {
			t.Errorf("journal: %+v", rows)
		}
		after, more := tx.EntriesAfter(1, 10)
		if len(after) != 1 || after[0].Seq != 2 {
			t.Errorf("after the first: %+v", after)
		}
		return errors.Join(err, more)
	})
	if v, err := db.Verify(t.Context()); err != nil || v.Rows != 2 {
		t.Errorf("verified %+v, %v", v, err)
	}
}

func TestAnEmptyJournalHolds(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	if v, err := db.Verify(t.Context()); err != nil || v.Rows != 0 || v.Head != "" {
		t.Errorf("verified %+v, %v", v, err)
	}
}

func TestOneVersionIsLeftOnce(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		e := store.Entry{Act: "say", Object: "thing/1", Version: 1}
		if err := tx.Journal(e); err != nil {
			return err
		}
		for version, exists := range map[int64]bool{1: true, 2: false, 0: false} {
			e.Version = version
			if err := tx.Journal(e); errors.Is(err, store.ErrExists) != exists {
				t.Errorf("version %d: %v", version, err)
			}
		}
		return nil
	})
}

func TestAnchors(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	var anchors []store.Anchor
	for i := range 3 {
		storetest.Update(t, db, noon, func(tx *store.Tx) error {
			return tx.Journal(store.Entry{Act: "say", Object: fmt.Sprintf("thing/%d", i)})
		})
		v, err := db.Verify(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		anchors = append(anchors, v.Anchor())
	}
	if _, err := db.Verify(t.Context(), anchors...); err != nil {
		t.Errorf("against its own anchors: %v", err)
	}
	for name, anchor := range map[string]store.Anchor{
		"a row after the end":  {Seq: 4, Hash: anchors[2].Hash},
		"another hash":         {Seq: 2, Hash: anchors[0].Hash},
		"an end it never had":  {Seq: 3, Hash: ""},
		"the hash of the next": {Seq: 1, Hash: anchors[1].Hash},
	} {
		var broken *store.BrokenJournal
		if _, err := db.Verify(t.Context(), anchor); !errors.As(err, &broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
