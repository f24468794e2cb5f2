package store

import (
	"encoding/json"
	"fmt"

	"luling/store/programme"
)

// Purged is the Reason of a file that was taken out because it ought not to have
// been sent.
const Purged = "secret"

// Purge takes a file out for good and forgets what it was called and where the
// messenger keeps it, here and in the notices about it. Its marks of identity
// stay, so that the same content is known when it comes again. Who calls it sees
// to the content. ErrConflict: the file was refused, or purged already.
//
// Source: C5.
func (tx *Tx) Purge(f *programme.File) error {
	n, err := tx.exec(`UPDATE files SET state = 'removed', reason = ?, name = '', caption = '', telegram_id = '', album = ''
		WHERE id = ? AND state <> 'refused' AND reason <> ?`, Purged, f.ID, Purged)
	if err = touched(n, err, ErrConflict); err == nil {
		err = tx.redact(fmt.Sprintf("file/%d/", f.ID), "Name", "Caption")
	}
	if err != nil {
		return named(err, "purge file %d", f.ID)
	}
	f.State, f.Reason = programme.FileRemoved, Purged
	f.Name, f.Caption, f.TelegramID, f.Album = "", "", "", ""
	return nil
}

// redact empties fields in the data of the notices whose keys begin so.
func (tx *Tx) redact(about string, fields ...string) error {
	rows, err := tx.Notices(NoticeFilter{About: about})
	if err != nil {
		return err
	}
	for _, n := range rows {
		var data map[string]json.RawMessage
		if json.Unmarshal(n.Data, &data) != nil {
			continue
		}
		for _, field := range fields {
			if _, has := data[field]; has {
				data[field] = json.RawMessage(`""`)
			}
		}
		plain, err := json.Marshal(data)
		if err == nil {
			_, err = tx.exec("UPDATE notices SET data = ? WHERE id = ?", plain, n.ID)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// SentAs lists the files a person sent that the messenger knows by a unique id,
// those taken out included, oldest first.
func (tx *Tx) SentAs(unique string, by programme.PersonID) ([]programme.File, error) {
	rows, err := many[programme.File](tx.gorm.Where("unique_id = ? AND unique_id <> '' AND uploaded_by = ?", unique, by).Order("id"))
	return rows, named(err, "files by unique id")
}
