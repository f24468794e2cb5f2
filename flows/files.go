package flows

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// Fetch is the name of the job that downloads a file's content.
const Fetch = "fetch"

// A FetchOrder is what the download job needs to know.
type FetchOrder struct {
	File programme.FileID
	From int64 // messenger's id of who sent it: the lane the result enters
	Chat int64
}

// A Received is what became known of a file by downloading it.
type Received struct {
	File   programme.FileID
	State  programme.FileState
	Type   string
	Size   int64
	SHA256 string
	Reason string // name of the refusal when refused
}

// file takes one incoming file: into the question its album began in, else
// into the question on the screen.
func (s *session) file(in Input) error {
	q, ok, err := s.wants(in)
	if err != nil {
		return err
	}
	if !ok {
		s.told.refuse(&ask.Refusal{Name: "no_file_here", Data: map[string]any{"Name": in.File.Name}})
		return nil
	}
	if r := s.tooMuch(q, in.File); r != nil {
		s.told.refuse(r)
		return nil
	}
	id, known, err := s.keep(q, in)
	if err != nil {
		return err
	}
	switch on, _ := s.asked(); {
	case known:
		s.note("form.note.same_file", map[string]any{"Name": in.File.Name})
	case s.c.View != ViewQuestion || on.Name != q.Name:
		s.note("form.note.file_added", map[string]any{"Name": in.File.Name, "Label": s.text(q.Name + ".label"), "About": about(q)})
	}
	row := s.rows[q.Name]
	value, err := ask.Append(row.Value, int64(id))
	if err != nil {
		return err
	}
	return s.put(store.Answer{Name: q.Name, Value: value, Done: row.Done})
}

func (s *session) wants(in Input) (ask.Question, bool, error) {
	if in.File.Album != "" {
		field, err := s.tx.AlbumField(s.draft.ID, in.File.Album)
		if err == nil {
			q, ok := ask.Find(s.filled, field)
			return q, ok, nil
		}
		if !errors.Is(err, store.ErrNotFound) {
			return ask.Question{}, false, err
		}
	}
	q, ok := s.listening()
	return q, ok && q.Kind == ask.KindFiles, nil
}

// tooMuch looks at the announced size and at the limits of question and draft. Source: C4.
func (s *session) tooMuch(q ask.Question, f *Incoming) *ask.Refusal {
	limit := s.tx.Programme().Evidence
	switch count, bytes, err := s.tx.FileTotals(s.draft.ID); {
	case err != nil:
		return &ask.Refusal{Name: "files_unreadable"}
	case f.Size > limit.FileBytes:
		return &ask.Refusal{Name: "file_too_big", Data: map[string]any{"Name": f.Name, "Size": f.Size, "Max": limit.FileBytes}}
	case count >= limit.Files:
		return &ask.Refusal{Name: "draft_files", Data: map[string]any{"Max": limit.Files}}
	case bytes+f.Size > limit.Bytes:
		return &ask.Refusal{Name: "draft_bytes", Data: map[string]any{"Max": limit.Bytes, "Has": bytes}}
	}
	out := q.Understand(ask.Input{File: &ask.File{ID: -1, Name: f.Name, Size: f.Size, State: ask.FilePending}})
	if out.Kind == ask.Valid {
		return nil
	}
	return out.Refusal
}

// keep records the file and orders its download, unless the same one was sent
// into this draft before: then that one is used again.
func (s *session) keep(q ask.Question, in Input) (programme.FileID, bool, error) {
	f := programme.File{
		DraftID: s.draft.ID, Field: q.Name, Name: in.File.Name, Caption: in.File.Caption, Size: in.File.Size,
		Type: in.File.Type, TelegramID: in.File.TelegramID, UniqueID: in.File.UniqueID, Album: in.File.Album,
		State: programme.FilePending, UploadedBy: s.tx.Actor().ID,
	}
	same, err := s.tx.FileByUnique(s.draft.ID, f.UniqueID)
	if err == nil {
		return same.ID, true, nil
	}
	if !errors.Is(err, store.ErrNotFound) {
		return 0, false, err
	}
	if err := s.tx.AddFile(&f); err != nil {
		return 0, false, fmt.Errorf("add file: %w", err)
	}
	order, err := json.Marshal(FetchOrder{File: f.ID, From: in.From, Chat: in.Chat})
	if err != nil {
		return 0, false, err
	}
	_, err = s.tx.AddJob(store.Job{Name: Fetch, Key: fmt.Sprintf("fetch/%d", f.ID), Data: order})
	return f.ID, false, err
}

// drop takes a file out of the answer; the record stays, marked as removed.
func (s *session) drop(q ask.Question, arg string) error {
	id, err := strconv.ParseInt(arg, 36, 64)
	if err != nil || q.Kind != ask.KindFiles {
		return nil
	}
	value, err := ask.Remove(s.rows[q.Name].Value, id)
	if err != nil {
		return err
	}
	if err := s.put(store.Answer{Name: q.Name, Value: value}); err != nil {
		return err
	}
	return s.unused(programme.FileID(id), programme.FileRemoved, "")
}

// unused marks a file that no answer of the draft names any more.
func (s *session) unused(id programme.FileID, state programme.FileState, reason string) error {
	for _, row := range s.rows {
		if slices.Contains(fileIDs(row.Value), int64(id)) {
			return nil
		}
	}
	f, err := s.tx.File(id)
	if err != nil || f.DraftID != s.draft.ID {
		return err
	}
	was := f.State
	f.State, f.Reason = state, reason
	return s.tx.PutFile(f, was)
}

// arrived takes the result of a download. The answer is mended where the file
// was refused or is the same as another, and the screen is shown again if the
// person looks at it.
func (t *turn) arrived() error {
	got := t.in.Received
	f, err := t.tx.File(got.File)
	if err != nil || f.State != programme.FilePending {
		return err
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
	if d.Form != t.c.Form || d.Subject != t.c.Subject {
		return t.elsewhere(d, f)
	}
	err = t.form(func(s *session) error {
		before := len(s.told.Refusals) + len(s.told.Notes)
		err := s.settled(f)
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
	same, err := s.tx.FileByHash(s.draft.ID, f.SHA256)
	if errors.Is(err, store.ErrNotFound) || err == nil && same.ID == f.ID {
		return nil
	}
	if err != nil {
		return err
	}
	s.note("form.note.same_file", map[string]any{"Name": f.Name})
	if err := s.replace(f.ID, same.ID); err != nil {
		return err
	}
	return s.unused(f.ID, programme.FileRemoved, "")
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

// elsewhere mends the answer of a draft its sender is not looking at, and tells
// him by a notice if the file was refused.
func (t *turn) elsewhere(d store.Draft, f programme.File) error {
	if f.State != programme.FileRefused {
		return nil
	}
	away := *t
	away.c = Conversation{ID: t.c.ID, Form: d.Form, Subject: d.Subject}
	s, err := away.load()
	if err == nil {
		err = s.replace(f.ID, 0)
	}
	if err != nil && refusal(err) == nil {
		return err
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

// fileIDs reads a stored files answer; what is none has no files.
func fileIDs(raw []byte) (ids []int64) {
	if json.Unmarshal(raw, &ids) != nil {
		return nil
	}
	return ids
}
