package apply

import (
	"encoding/json"
	"errors"
	"slices"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// purged takes a file out of the draft for good, with all that is known of it but
// that it was here.
//
// Source: C5.
func purged(tx *store.Tx, f *programme.File) error {
	if err := tx.Purge(f); err != nil {
		return err
	}
	if err := flows.OrderPurge(tx, *f); err != nil {
		return err
	}
	err := tx.Journal(store.Entry{Act: card.PurgeAct, Object: card.FileObject(f.ID), Clause: programme.Ours})
	if err == nil && f.SHA256 != "" {
		err = tx.Journal(store.Entry{Act: card.PurgeAct, Object: contentObject(f.SHA256), Clause: programme.Ours})
	}
	return err
}

// takenOut purges a held file that its sender took out himself: nothing of what
// may be secret stays. Where the same content is there under other words, that one
// is held in its place.
func takenOut(tx *store.Tx, a card.Application, file programme.File) error {
	f, err := card.FileOf(tx, file)
	if err != nil || f.Mark == "" || f.Cleared || f.Reason == store.Purged {
		return err
	}
	same, err := tx.FileByHash(file.DraftID, file.SHA256)
	switch {
	case err == nil:
		same.Name, same.Caption = file.Name, file.Caption
		return hold(tx, a, same, f.Mark)
	case errors.Is(err, store.ErrNotFound):
		return purged(tx, &file)
	}
	return err
}

// takeOut removes the file from every answer of the draft.
func takeOut(tx *store.Tx, d store.Draft, id int64) error {
	rows, err := tx.Answers(d.ID)
	if err != nil {
		return err
	}
	for _, row := range rows {
		var ids []int64
		if json.Unmarshal(row.Value, &ids) != nil || !slices.Contains(ids, id) {
			continue
		}
		if row.Value, err = ask.Remove(row.Value, id); err != nil {
			return err
		}
		row.Done, row.By = row.Done && len(ids) > 1, tx.Actor().ID
		if err := tx.PutAnswer(&d, row); err != nil {
			return err
		}
	}
	return nil
}
