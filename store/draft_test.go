package store_test

import (
	"errors"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func wantConflict(t *testing.T, what string, err error) {
	t.Helper()
	if !errors.Is(err, store.ErrConflict) {
		t.Errorf("%s: %v, want a conflict", what, err)
	}
}

func TestADraftIsOneWhileItIsOpen(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		if _, err := tx.Draft("apply", "unit/1"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a draft nobody opened: %v", err)
		}
		first, made, err := tx.OpenDraft("apply", "unit/1")
		if err != nil || !made {
			t.Fatalf("first: made %v, %v", made, err)
		}
		same, made, err := tx.OpenDraft("apply", "unit/1")
		if err != nil || made || same != first {
			t.Errorf("again: %+v, made %v, %v; want %+v", same, made, err, first)
		}
		if err := errors.Join(tx.CloseDraft(first.ID), tx.CloseDraft(first.ID)); err != nil {
			return err
		}
		next, made, err := tx.OpenDraft("apply", "unit/1")
		if err != nil || !made || next.ID == first.ID {
			t.Errorf("after the first was closed: %+v, made %v, %v", next, made, err)
		}
		wantConflict(t, "an answer to a closed draft", tx.PutAnswer(&first, store.Answer{Name: "name"}))
		return nil
	})
}

func TestAnAnswerNeedsTheVersionThatWasRead(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		tx.As(programme.Person{ID: 4}, programme.Grant{})
		mine, _, err := tx.OpenDraft("apply", "unit/1")
		if err != nil {
			return err
		}
		theirs := mine
		if err := tx.PutAnswer(&mine, store.Answer{Name: "b", Value: []byte(`"甲"`)}); err != nil {
			return err
		}
		wantConflict(t, "a colleague's answer", tx.PutAnswer(&theirs, store.Answer{Name: "b", Value: []byte(`"乙"`)}))
		wantConflict(t, "a colleague's drop", tx.DropAnswer(&theirs, "b"))
		if theirs.Version != 1 || mine.Version != 2 {
			t.Errorf("versions: mine %d, theirs %d", mine.Version, theirs.Version)
		}
		if err := tx.PutAnswer(&mine, store.Answer{Name: "a", Skipped: true, By: 5, Rival: []byte(`"丙"`), RivalBy: 6}); err != nil {
			return err
		}
		answers, err := tx.Answers(mine.ID)
		if len(answers) != 2 || string(answers[0].Value) != `"甲"` || answers[0].By != 4 || !answers[0].At.Equal(noon) ||
			!answers[1].Skipped || answers[1].By != 5 || answers[1].RivalBy != 6 || answers[1].Version != 3 {
			t.Errorf("answers: %+v", answers)
		}
		return errors.Join(err, tx.DropAnswer(&mine, "b"), tx.DropAnswer(&mine, "never given"))
	})
}

func TestOpenDraftsLongestUntouchedFirst(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	var first, second store.Draft
	storetest.Update(t, db, noon, func(tx *store.Tx) (err error) {
		first, _, err = tx.OpenDraft("apply", "unit/1")
		return err
	})
	storetest.Update(t, db, noon.Add(time.Hour), func(tx *store.Tx) (err error) {
		second, _, err = tx.OpenDraft("study", "unit/1")
		return err
	})
	storetest.Update(t, db, noon.Add(2*time.Hour), func(tx *store.Tx) error {
		if err := tx.PutAnswer(&first, store.Answer{Name: "a"}); err != nil {
			return err
		}
		all, err := tx.OpenDrafts("")
		if len(all) != 2 || all[0].ID != second.ID || all[1].ID != first.ID {
			t.Errorf("all: %+v", all)
		}
		one, more := tx.OpenDrafts("apply")
		if len(one) != 1 || one[0].ID != first.ID {
			t.Errorf("of one form: %+v", one)
		}
		return errors.Join(err, more)
	})
}
