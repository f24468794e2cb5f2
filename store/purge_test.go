package store_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func TestAPurgedFileIsForgottenButForItsMarks(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		tx.As(programme.Person{ID: 4}, programme.Grant{})
		d, _, err := tx.OpenDraft("apply", "1")
		if err != nil {
			return err
		}
		f := programme.File{
			DraftID: d.ID, Field: "proof_2_1", Name: "机密.pdf", Caption: "机密", Size: 9, TelegramID: "where", UniqueID: "u",
			Type: "application/pdf", SHA256: hex64("a"), State: programme.FileStored,
		}
		about := []byte(`{"Name":"机密.pdf","Caption":"机密","Leaders":2}`)
		if err := errors.Join(tx.AddFile(&f), post(tx, "file/1/held/person-1", about), post(tx, "file/11/held/person-1", about)); err != nil {
			return err
		}
		if err := tx.Purge(&f); err != nil {
			return err
		}
		wantConflict(t, "a second purge", tx.Purge(&f))
		got, err := tx.File(f.ID)
		if err != nil {
			return err
		}
		if got.Name+got.Caption+got.TelegramID != "" || got.State != programme.FileRemoved || got.Reason != store.Purged ||
			got.SHA256 != hex64("a") || got.UniqueID != "u" {
			t.Errorf("purged: %+v", got)
		}
		if needed, err := tx.HasContent(hex64("a")); needed || err != nil {
			t.Errorf("its content is still needed: %v, %v", needed, err)
		}
		if sent, err := tx.SentAs("u", 4); len(sent) != 1 || err != nil {
			t.Errorf("%d files by unique id, %v", len(sent), err)
		}
		return notices(t, tx)
	})
}

func post(tx *store.Tx, key string, data []byte) error {
	_, err := tx.Post(store.Notice{Key: key, Chat: 1, Text: "apply.held", Data: data})
	return err
}

// notices looks at what the notices about a purged file say, and those about another.
func notices(t *testing.T, tx *store.Tx) error {
	t.Helper()
	rows, err := tx.Notices(store.NoticeFilter{})
	for _, n := range rows {
		var said struct {
			Name, Caption string
			Leaders       int
		}
		if err := json.Unmarshal(n.Data, &said); err != nil {
			return err
		}
		mine := strings.HasPrefix(n.Key, "file/1/")
		if (said.Name+said.Caption == "") != mine || said.Leaders != 2 {
			t.Errorf("%s says %s", n.Key, n.Data)
		}
	}
	return err
}

func TestEntriesOfSeveralObjects(t *testing.T) {
	t.Parallel()
	db := storetest.Open(t, noon)
	storetest.Update(t, db, noon, func(tx *store.Tx) error {
		for _, e := range []store.Entry{
			{Act: "hold", Object: "file/1"}, {Act: "hold", Object: "file/2"}, {Act: "clear", Object: "file/1"},
			{Act: "other", Object: "file/1"}, {Act: "hold", Object: "file/3"},
		} {
			if err := tx.Journal(e); err != nil {
				return err
			}
		}
		got, err := tx.EntriesOf([]string{"file/1", "file/2"}, "hold", "clear")
		said := ""
		for _, e := range got {
			said += e.Object + " " + e.Act + "; "
		}
		if said != "file/1 hold; file/2 hold; file/1 clear; " {
			t.Errorf("got %s", said)
		}
		none, err2 := tx.EntriesOf(nil, "hold")
		if len(none) != 0 {
			t.Errorf("of no object %d entries", len(none))
		}
		return errors.Join(err, err2)
	})
}
