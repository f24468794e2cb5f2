package card

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"luling/store"
	"luling/store/programme"
)

// Files are the files of one draft, by id.
type Files map[int64]File

// A File is a file with what is known of it besides.
type File struct {
	programme.File
	Mark    string // the word for which it may be secret, or Again; "" if nothing says so
	Cleared bool   // who decides said that it is not
}

// The journal's words for what becomes of a file that may be secret. A hold may
// say the mark it was held for; what it was called is never written down.
const (
	HoldAct  = "hold_file"
	ClearAct = "clear_file"
	PurgeAct = "purge_file"
)

// Again is the mark of a content that was purged before.
const Again = "again"

// A Hold is what the journal says of why a file was held.
type Hold struct {
	Mark string `json:"mark"`
}

// FileObject is a file's name in the journal.
func FileObject(id programme.FileID) string { return fmt.Sprintf("file/%d", id) }

// FilesOf reads the files of a draft, those taken out included.
func FilesOf(tx *store.Tx, draft int64) (Files, error) {
	rows, err := tx.FilesOf(draft)
	if err != nil {
		return nil, err
	}
	return marked(tx, rows...)
}

// FileOf is one file with what is known of it besides.
func FileOf(tx *store.Tx, f programme.File) (File, error) {
	files, err := marked(tx, f)
	return files[int64(f.ID)], err
}

// marked adds to files what the journal says of them.
func marked(tx *store.Tx, rows ...programme.File) (Files, error) {
	files, objects := make(Files, len(rows)), make([]string, len(rows))
	said := make(map[string]int64, len(rows))
	for i, f := range rows {
		files[int64(f.ID)] = File{File: f, Mark: SecretMark(f.Name, f.Caption)}
		objects[i] = FileObject(f.ID)
		said[objects[i]] = int64(f.ID)
	}
	entries, err := tx.EntriesOf(objects, HoldAct, ClearAct)
	for _, e := range entries {
		f := files[said[e.Object]]
		f.Cleared = e.Act == ClearAct
		if held := (Hold{}); json.Unmarshal(e.Data, &held) == nil && held.Mark != "" {
			f.Mark = held.Mark
		}
		files[said[e.Object]] = f
	}
	return files, err
}

// Held reports whether the file waits for a leader's look: until then it is shown
// to nobody outside the unit, and the application is not sent.
//
// Source: C5.
func (f File) Held() bool { return f.Mark != "" && !f.Cleared && f.Kept() }

// Kept reports whether the file is with us, or on its way.
func (f File) Kept() bool {
	return f.State == programme.FilePending || f.State == programme.FileStored
}

// Held lists the files of the draft that wait for a leader's look, in the order
// they were sent.
func (fs Files) Held() (held []File) {
	for _, f := range fs {
		if f.Held() {
			held = append(held, f)
		}
	}
	slices.SortFunc(held, func(x, y File) int { return cmp.Compare(x.ID, y.ID) })
	return held
}

// shownTo leaves out what waits for a leader's look, unless the actor is of the
// unit or sent it himself.
func (fs Files) shownTo(tx *store.Tx) Files {
	if tx.Grant().Role.OfUnit() {
		return fs
	}
	shown := Files{}
	for id, f := range fs {
		if !f.Held() || f.UploadedBy == tx.Actor().ID {
			shown[id] = f
		}
	}
	return shown
}

func (fs Files) count(ids []int64, state programme.FileState) (n int) {
	for _, id := range ids {
		if fs[id].State == state {
			n++
		}
	}
	return n
}
