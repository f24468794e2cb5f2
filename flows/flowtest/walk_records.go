package flowtest

import (
	"fmt"
	"maps"
	"slices"

	"luling/store"
	"luling/store/programme"
)

// Records are what the database holds at one moment, as far as forms write it.
type Records struct {
	Drafts  map[int64]store.Draft
	Answers map[string]store.Answer // by draft and name
	Files   map[programme.FileID]programme.File
	Notices int
	Jobs    int
}

// Records reads what is stored now.
func (w *Walk) Records() (r Records, err error) {
	if w.now != nil {
		return *w.now, nil
	}
	w.now = &r
	r = Records{Drafts: map[int64]store.Draft{}, Answers: map[string]store.Answer{}, Files: map[programme.FileID]programme.File{}}
	err = w.read(func(tx *store.Tx) error {
		open, err := tx.OpenDrafts("")
		for _, d := range open {
			w.drafts[d.ID] = true
		}
		for id := range w.drafts {
			if err == nil {
				err = r.add(tx, id)
			}
		}
		if err != nil {
			return err
		}
		notices, err := tx.Notices(store.NoticeFilter{})
		if err != nil {
			return err
		}
		jobs, err := tx.Jobs(store.JobStatePending, 1000)
		r.Notices, r.Jobs = len(notices), len(jobs)
		return err
	})
	return r, err
}

func (r Records) add(tx *store.Tx, draft int64) error {
	d, err := tx.DraftByID(draft)
	if err != nil {
		return err
	}
	r.Drafts[draft] = d
	answers, err := tx.Answers(draft)
	if err != nil {
		return err
	}
	for _, a := range answers {
		r.Answers[fmt.Sprintf("%d %s", draft, a.Name)] = a
	}
	files, err := tx.FilesOf(draft)
	for _, f := range files {
		r.Files[f.ID] = f
	}
	return err
}

// Says is every answer, for comparing two walks.
func (r Records) Says() (lines []string) {
	for _, name := range slices.Sorted(maps.Keys(r.Answers)) {
		a := r.Answers[name]
		lines = append(lines, fmt.Sprintf("%s=%s skipped=%t done=%t rival=%s by=%d", name, a.Value, a.Skipped, a.Done, a.Rival, a.By))
	}
	return lines
}

// Same reports the first difference between two moments, "" if there is none.
func (r Records) Same(other Records) string {
	if len(r.Drafts) != len(other.Drafts) || len(r.Files) != len(other.Files) || r.Notices != other.Notices || r.Jobs != other.Jobs {
		return fmt.Sprintf("drafts %d %d, files %d %d, notices %d %d, jobs %d %d", len(r.Drafts), len(other.Drafts),
			len(r.Files), len(other.Files), r.Notices, other.Notices, r.Jobs, other.Jobs)
	}
	for id, d := range r.Drafts {
		if o := other.Drafts[id]; d.Version != o.Version || (d.ClosedAt == nil) != (o.ClosedAt == nil) {
			return fmt.Sprintf("draft %d was %d and is %d", id, d.Version, o.Version)
		}
	}
	for id, f := range r.Files {
		if other.Files[id].State != f.State {
			return fmt.Sprintf("file %d was %s and is %s", id, f.State, other.Files[id].State)
		}
	}
	a, b := r.Says(), other.Says()
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] + "\nand\n" + b[i]
		}
	}
	if len(a) != len(b) {
		return fmt.Sprintf("%d answers and %d", len(a), len(b))
	}
	return ""
}
