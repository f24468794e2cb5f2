package apply

import (
	"time"

	"luling/store"
)

// sitting is how long after a person's last upload the next one still belongs to it.
const sitting = 24 * time.Hour

// Pledge implements [flows.Pledging]: that nothing secret is sent, everybody
// declares himself, and again once a day has passed since his last upload.
//
// Source: C5.
func (f form) Pledge(tx *store.Tx, d store.Draft) (string, error) {
	const pledge = "no_secret"
	mine, since := tx.Actor().ID, tx.Now().Add(-sitting)
	rows, err := tx.Answers(d.ID)
	for _, r := range rows {
		if r.Name == pledge && r.By == mine && r.At.After(since) {
			return "", nil
		}
	}
	if err != nil {
		return "", err
	}
	files, err := tx.FilesOf(d.ID)
	for _, sent := range files {
		if sent.UploadedBy == mine && sent.CreatedAt.After(since) {
			return "", nil
		}
	}
	return pledge, err
}
