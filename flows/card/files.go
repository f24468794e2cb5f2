package card

import (
	"errors"
	"fmt"
	"strings"

	"luling/store"
	"luling/store/programme"
)

// Files are the files of one draft, by id.
type Files map[int64]File

// A File is a file with what is known of it besides.
type File struct {
	programme.File
	Cleared bool // its name looked secret and a leader said that it is not
}

// FilesOf reads the files of a draft, those taken out included.
func FilesOf(tx *store.Tx, draft int64) (Files, error) {
	rows, err := tx.FilesOf(draft)
	if err != nil {
		return nil, err
	}
	files := make(Files, len(rows))
	for _, r := range rows {
		f := File{File: r}
		if LooksSecret(r) {
			if f.Cleared, err = cleared(tx, r.ID); err != nil {
				return nil, err
			}
		}
		files[int64(r.ID)] = f
	}
	return files, nil
}

// ClearAct is the journal's word for a leader's statement that a file held for
// its name is not secret.
const ClearAct = "clear_file"

// FileObject is a file's name in the journal.
func FileObject(id programme.FileID) string { return fmt.Sprintf("file/%d", id) }

func cleared(tx *store.Tx, id programme.FileID) (bool, error) {
	_, err := tx.LastEntry(FileObject(id), ClearAct)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// marks are the words that hold a file until a leader has looked at it. Source: C5.
var marks = []string{"绝密", "机密", "秘密", "内部"}

// LooksSecret reports whether a file's name or caption has one of the words that
// hold it. Source: C5.
func LooksSecret(f programme.File) bool {
	for _, mark := range marks {
		if strings.Contains(f.Name, mark) || strings.Contains(f.Caption, mark) {
			return true
		}
	}
	return false
}

func (fs Files) count(ids []int64, state programme.FileState) (n int) {
	for _, id := range ids {
		if fs[id].State == state {
			n++
		}
	}
	return n
}

// held reports whether one of the files waits for a leader's look.
func (fs Files) held(ids []int64) bool {
	for _, id := range ids {
		if f, ok := fs[id]; ok && LooksSecret(f.File) && !f.Cleared {
			return true
		}
	}
	return false
}
