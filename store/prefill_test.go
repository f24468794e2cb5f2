package store_test

import (
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func TestPrefillLeavesAnswersAlone(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		tx.As(programme.Person{ID: 4}, programme.Grant{})
		d, _, err := tx.OpenDraft("apply", "unit/1")
		if err != nil {
			return err
		}
		stale := d
		if err := tx.PutAnswer(&d, store.Answer{Name: "a", Value: []byte(`"今年"`)}); err != nil {
			return err
		}
		earlier := []store.Answer{
			{Name: "a", Value: []byte(`"去年"`)}, {Name: "b", Value: []byte(`["1"]`), Done: true}, {Name: "c", Skipped: true},
		}
		wantConflict(t, "of a draft that changed", tx.Prefill(&stale, earlier))
		for range 2 {
			if err := tx.Prefill(&d, earlier); err != nil {
				return err
			}
		}
		rows, err := tx.Answers(d.ID)
		if err != nil {
			return err
		}
		if len(rows) != 2 || string(rows[0].Value) != `"今年"` || rows[0].Prefilled {
			t.Fatalf("answers %+v", rows)
		}
		if b := rows[1]; !b.Prefilled || !b.Done || b.By != 4 || b.Version != 3 {
			t.Errorf("prefilled %+v", b)
		}
		b := rows[1]
		b.Prefilled = false
		if err := tx.PutAnswer(&d, b); err != nil {
			return err
		}
		rows, err = tx.Answers(d.ID)
		if err == nil && (rows[1].Prefilled || string(rows[1].Value) != `["1"]`) {
			t.Errorf("confirmed %+v", rows[1])
		}
		return err
	})
}
