package apply

import (
	"encoding/json"
	"errors"
	"fmt"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// a scan is what the form's answers say: why, and which files.
type scan struct {
	draft  int64
	reason string
	files  []programme.File
}

// readScan reads the answers of the form an officer filled in for this version of
// the application; anybody else's, or of another one, are refused.
func readScan(tx *store.Tx, a card.Application, draft int64) (s scan, err error) {
	d, err := tx.DraftByID(draft)
	if errors.Is(err, store.ErrNotFound) || err == nil && (d.Form != scanForm || d.Subject != reasonFor(tx, a)) {
		return s, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if err != nil {
		return s, err
	}
	rows, err := tx.Answers(draft)
	if err != nil {
		return s, err
	}
	s.draft = draft
	var ids []programme.FileID
	for _, row := range rows {
		switch row.Name {
		case "reason":
			err = json.Unmarshal(row.Value, &s.reason)
		case "scan":
			err = json.Unmarshal(row.Value, &ids)
		}
		if err != nil {
			return s, fmt.Errorf("read scan of application %d: %w", a.ID, err)
		}
	}
	for _, id := range ids {
		f, err := tx.File(id)
		if err != nil {
			return s, err
		}
		s.files = append(s.files, f)
	}
	if len(ids) == 0 {
		s.files, err = typedScan(tx, a)
	}
	return s, err
}

func (s scan) names() []string { return fileNames(s.files) }

func fileNames(files []programme.File) (names []string) {
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}

// data names the files in the journal by id and hash.
func (s scan) data() []byte {
	list := []map[string]any{}
	for _, f := range s.files {
		list = append(list, map[string]any{"file": f.ID, "sha256": f.SHA256})
	}
	data, _ := json.Marshal(map[string]any{"scan": list}) // numbers and hashes always marshal
	return data
}

// byScan reports whether the application was submitted on a stamped scan.
func byScan(tx *store.Tx, a card.Application) (bool, error) {
	scan, err := tx.LastEntry(a.Object(), scanAct)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	submitted, err := tx.LastEntry(a.Object(), string(programme.MoveSubmit))
	return submitted.At.Equal(scan.At), err
}
