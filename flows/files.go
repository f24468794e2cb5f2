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

	Table bool `json:",omitempty"` // separated values will do too
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
	if way, pledging := ask.Find(s.filled, s.c.Way); !ok && pledging {
		q, ok = way, true
	}
	if !ok {
		s.told.refuse(&ask.Refusal{Name: "no_file_here", Data: map[string]any{"Name": in.File.Name}})
		return nil
	}
	if early, err := s.first(q, in); early || err != nil {
		return err
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
		s.reused(in.File.Name, id, q)
	case s.c.View != ViewQuestion || on.Name != q.Name:
		s.note("form.note.file_added", map[string]any{"Name": in.File.Name, "Label": s.label(q), "About": about(q)})
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
	f := incoming(in.File)
	f.DraftID, f.Field = s.draft.ID, q.Name
	same, err := s.tx.FileByUnique(s.draft.ID, f.UniqueID)
	if err == nil {
		return same.ID, true, s.again(same, in.File)
	}
	if !errors.Is(err, store.ErrNotFound) {
		return 0, false, err
	}
	if err := s.tx.AddFile(&f); err != nil {
		return 0, false, fmt.Errorf("add file: %w", err)
	}
	if err := s.filed(f); err != nil {
		return 0, false, err
	}
	return f.ID, false, order(s.tx, f.ID, in, false)
}

// incoming is the record of a file as the messenger announced it.
func incoming(f *Incoming) programme.File {
	return programme.File{
		Name: f.Name, Caption: f.Caption, Size: f.Size, Type: f.Type, TelegramID: f.TelegramID, UniqueID: f.UniqueID,
		Album: f.Album, State: programme.FilePending,
	}
}

// order asks for the download of a file; tables may be separated values.
func order(tx *store.Tx, id programme.FileID, in Input, table bool) error {
	data, err := json.Marshal(FetchOrder{File: id, From: in.From, Chat: in.Chat, Table: table})
	if err != nil {
		return err
	}
	_, err = tx.AddJob(store.Job{Name: Fetch, Key: fmt.Sprintf("fetch/%d", id), Data: data})
	return err
}

// drop takes a file out of the answer; the record stays, marked as removed.
func (s *session) drop(q ask.Question, arg string) error {
	id, err := strconv.ParseInt(arg, 36, 64)
	if err != nil || q.Kind != ask.KindFiles || !slices.Contains(fileIDs(s.rows[q.Name].Value), id) {
		return s.stale()
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
	if err := s.tx.PutFile(f, was); err != nil {
		return err
	}
	return s.filed(f)
}

// fileIDs reads a stored files answer; what is none has no files.
func fileIDs(raw []byte) (ids []int64) {
	if json.Unmarshal(raw, &ids) != nil {
		return nil
	}
	return ids
}
