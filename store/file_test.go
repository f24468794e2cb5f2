package store_test

import (
	"errors"
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func TestFilesOfADraft(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		tx.As(programme.Person{ID: 4}, programme.Grant{})
		d, _, err := tx.OpenDraft("apply", "unit/1")
		other, _, more := tx.OpenDraft("apply", "unit/2")
		if err := errors.Join(err, more); err != nil {
			return err
		}
		a := programme.File{DraftID: d.ID, Field: "proof1", Size: 10, UniqueID: "u1", Album: "g"}
		b := programme.File{DraftID: d.ID, Field: "proof2", Size: 20, UniqueID: "u2", Album: "g"}
		alone := programme.File{DraftID: d.ID, Field: "proof3", Size: 5}
		far := programme.File{DraftID: other.ID, Field: "proof1", Size: 1000, UniqueID: "u1"}
		if err := errors.Join(tx.AddFile(&a), tx.AddFile(&b), tx.AddFile(&alone), tx.AddFile(&far)); err != nil {
			return err
		}
		if a.State != programme.FilePending || a.UploadedBy != 4 {
			t.Errorf("added as %+v", a)
		}
		if field, err := tx.AlbumField(d.ID, "g"); err != nil || field != "proof1" {
			t.Errorf("the album answers %q, %v", field, err)
		}
		stored := a
		stored.State, stored.SHA256, stored.Size, stored.Type, stored.Field = programme.FileStored, hex64("a"), 11, "application/pdf", "moved"
		if err := tx.PutFile(stored, programme.FilePending); err != nil {
			return err
		}
		wantConflict(t, "a download that comes twice", tx.PutFile(stored, programme.FilePending))
		got, err := tx.FileByHash(d.ID, hex64("a"))
		if err != nil || got.ID != a.ID || got.Size != 11 || got.Field != "proof1" {
			t.Errorf("by content: %+v, %v", got, err)
		}
		_, err = tx.FileByHash(other.ID, hex64("a"))
		wantErr(t, "by content in another draft", err, store.ErrNotFound)
		if n, bytes, err := tx.FileTotals(d.ID); n != 3 || bytes != 36 || err != nil {
			t.Errorf("totals: %d files, %d bytes, %v", n, bytes, err)
		}
		b.State, b.Reason = programme.FileRefused, "too_big"
		if err := tx.PutFile(b, programme.FilePending); err != nil {
			return err
		}
		if n, bytes, err := tx.FileTotals(d.ID); n != 2 || bytes != 16 || err != nil {
			t.Errorf("totals without the refused one: %d files, %d bytes, %v", n, bytes, err)
		}
		if got, err := tx.FileByUnique(d.ID, "u1"); err != nil || got.ID != a.ID {
			t.Errorf("by unique id: %+v, %v", got, err)
		}
		_, err = tx.FileByUnique(d.ID, "u2")
		wantErr(t, "a refused one may be sent again", err, store.ErrNotFound)
		_, err = tx.FileByUnique(d.ID, "")
		wantErr(t, "a file without a unique id is like no other", err, store.ErrNotFound)
		pending, err := tx.FilesPending()
		if len(pending) != 2 {
			t.Errorf("%d files are pending", len(pending))
		}
		all, more := tx.FilesOf(d.ID)
		if len(all) != 3 || all[0].ID != a.ID {
			t.Errorf("all: %+v", all)
		}
		for sha, want := range map[string]bool{hex64("a"): true, hex64("b"): false} {
			if has, err := tx.HasContent(sha); has != want || err != nil {
				t.Errorf("content is needed: %v, %v", has, err)
			}
		}
		return errors.Join(err, more)
	})
}

func TestAStoredFileNeedsItsContent(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		d, _, err := tx.OpenDraft("apply", "unit/1")
		f := programme.File{DraftID: d.ID, Field: "proof1"}
		if err := errors.Join(err, tx.AddFile(&f)); err != nil {
			return err
		}
		f.State = programme.FileStored
		if tx.PutFile(f, programme.FilePending) == nil {
			t.Error("a file without a hash was stored")
		}
		return nil
	})
}
