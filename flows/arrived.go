package flows

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// arrived takes the result of a download. The answer is mended where the file
// was refused or is the same as another, and the screen is shown again if the
// person looks at it.
func (t *turn) arrived() error {
	got := t.in.Received
	f, err := t.tx.File(got.File)
	if err != nil {
		return err
	}
	if f.State != programme.FilePending {
		return t.tooLate(f)
	}
	f.State, f.Size, f.SHA256, f.Reason = got.State, got.Size, got.SHA256, got.Reason
	if got.Type != "" {
		f.Type = got.Type
	}
	if err := t.tx.PutFile(f, programme.FilePending); err != nil {
		return err
	}
	d, err := t.tx.DraftByID(f.DraftID)
	if err != nil {
		return err
	}
	if fetched, taken := t.h.fetched[d.Form]; taken {
		r, err := fetched(t.tx, f)
		return t.comes(r, err, fmt.Sprintf("file/%d/%s", f.ID, f.State))
	}
	if d.Form != t.c.Form || d.Subject != t.c.Subject {
		return t.elsewhere(d, f)
	}
	err = t.form(func(s *session) error {
		before := len(s.told.Refusals) + len(s.told.Notes)
		err := errors.Join(s.filed(f), s.settled(f))
		s.over = len(s.told.Refusals)+len(s.told.Notes) == before && !s.watches(f.ID)
		return err
	})
	if refusal(err) != nil { // the form is closed meanwhile: the file is recorded, nothing else is to do
		return nil
	}
	return err
}

// watches reports whether the screen says anything of the file: it is among the
// files of the question shown, or the screen counts what is there.
func (s *session) watches(id programme.FileID) bool {
	if s.c.View != ViewQuestion {
		return s.c.View != ViewHelp
	}
	q, ok := s.asked()
	return ok && slices.Contains(fileIDs(s.rows[q.Name].Value), int64(id))
}

// settled takes a refused file out of the answers, and puts the earlier one in
// the place of a file with the same content.
func (s *session) settled(f programme.File) error {
	if f.State == programme.FileRefused {
		s.told.refuse(&ask.Refusal{Name: "file." + f.Reason, Data: s.refusedFile(f)})
		return s.replace(f.ID, 0)
	}
	same, is, err := s.same(f)
	if err != nil || !is {
		return err
	}
	to, _ := ask.Find(s.filled, f.Field)
	s.reused(f.Name, same.ID, to)
	return s.reuse(f, same)
}

// refusedFile is what the reasons for refusing a file mention. Source: C4.
func (t *turn) refusedFile(f programme.File) map[string]any {
	return map[string]any{"Name": f.Name, "Max": t.tx.Programme().Evidence.FileBytes}
}

// replace puts another file, or none, in the place of one in every answer.
func (s *session) replace(id, by programme.FileID) error {
	for name, row := range s.rows {
		q, ok := ask.Find(s.filled, name)
		if !ok || q.Kind != ask.KindFiles || !slices.Contains(fileIDs(row.Value), int64(id)) {
			continue
		}
		value, err := ask.Remove(row.Value, int64(id))
		if err == nil && by != 0 {
			value, err = ask.Append(value, int64(by))
		}
		if err == nil {
			err = s.put(store.Answer{Name: name, Value: value, Done: row.Done && by != 0})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// elsewhere tells the form of a draft its sender is not looking at; if the file was
// refused it mends the answer, and tells the sender by a notice.
func (t *turn) elsewhere(d store.Draft, f programme.File) error {
	away := *t
	away.c = Conversation{ID: t.c.ID, Form: d.Form, Subject: d.Subject}
	s, err := away.load()
	if err == nil {
		err = s.filed(f)
	}
	if err == nil {
		err = s.mended(f)
	}
	if unlessRefused(err) != nil || f.State != programme.FileRefused {
		return unlessRefused(err)
	}
	data, err := json.Marshal(map[string]any{"Reason": "refused.file." + f.Reason, "About": t.refusedFile(f)})
	if err != nil {
		return err
	}
	_, err = t.tx.Post(store.Notice{
		Key: fmt.Sprintf("file/%d/refused", f.ID), PersonID: f.UploadedBy, Chat: t.in.Chat,
		Text: "form.file_refused", Data: data, Class: store.ClassReply,
	})
	return err
}
