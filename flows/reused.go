package flows

import (
	"errors"
	"slices"

	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// reused tells that a file sent to a question is in the draft already, and where:
// it is referred to and not kept twice. Source: C4.
func (s *session) reused(name string, id programme.FileID, to ask.Question) {
	about := map[string]any{"Name": name, "Here": slices.Contains(fileIDs(s.rows[to.Name].Value), int64(id)), "At": nil}
	for _, q := range s.filled.Questions {
		if q.Kind == ask.KindFiles && q.Name != to.Name && slices.Contains(fileIDs(s.rows[q.Name].Value), int64(id)) {
			about["At"] = s.called(q)
			break
		}
	}
	s.note("form.note.same_file", about)
}

// same is the earlier file of the draft with the content of one that arrived;
// false if there is none.
func (s *session) same(f programme.File) (programme.File, bool, error) {
	same, err := s.tx.FileByHash(s.draft.ID, f.SHA256)
	if errors.Is(err, store.ErrNotFound) {
		return same, false, nil
	}
	return same, err == nil && same.ID != f.ID, err
}

// mended mends the answers after a file arrived, and says nothing.
func (s *session) mended(f programme.File) error {
	if f.State == programme.FileRefused {
		return s.replace(f.ID, 0)
	}
	same, is, err := s.same(f)
	if err == nil && is {
		err = s.reuse(f, same)
	}
	return err
}

// reuse puts the earlier file in the place of one with the same content.
func (s *session) reuse(f, same programme.File) error {
	if err := s.replace(f.ID, same.ID); err != nil {
		return err
	}
	return s.unused(f.ID, programme.FileRemoved, "")
}
