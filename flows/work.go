package flows

import (
	"context"
	"encoding/json"
	"io"

	"luling/store"
	"luling/store/programme"
)

// A Work is something slow, done outside every turn and every transaction. Its
// order is the data of its job, which says what it is about.
//
// It may be killed anywhere and run again, and two of them may run at once when
// a lease ran out: each piece it writes must hold by itself, and be skipped when
// it is there already. What it returns is shown to the person it concerns. An
// error has it run again later.
type Work func(ctx context.Context, b Bench, order []byte) (Report, error)

// A Bench is what slow work is done with.
type Bench interface {
	// View reads the records in one snapshot; it may take its time.
	View(ctx context.Context, read func(*store.Tx) error) error
	// Update writes one piece, at most 10 ms of it: everybody's turns wait for it.
	Update(ctx context.Context, write func(*store.Tx) error) error
	// Open opens a stored file by its hash.
	Open(sha256 string) (Content, error)
	// Keep stores what was made; the record of the file is for the caller to add.
	Keep(ctx context.Context, content io.Reader) (Kept, error)
	// Words says a plain text in a language.
	Words(language, text string, data any) (string, error)
	// Tell shows how far the work has come, to a person who looks at it.
	Tell(ctx context.Context, r Report) error
	// Last reports whether an error now is the end: the work is not run again.
	Last() bool
}

// Content is a stored file that was opened.
type Content interface {
	io.ReaderAt
	io.Closer
}

// Kept is a stored file that was made.
type Kept struct {
	SHA256 string
	Size   int64
	Type   string
}

// A Report is what slow work has to say. The act is run as the person would
// press it, and its reply becomes his screen if he stands at the reply's Place;
// if he does not, a report with a key becomes a notice, and one without is lost.
type Report struct {
	To     int64  // messenger's id of the person; 0: nobody
	Act    string // such as "imports.show"
	Object int64
	Key    string // says what it is about; empty: only how far the work has come
}

// Works lists slow work by the names of its jobs.
func (h *House) Works() map[string]Work { return h.works }

// reported shows what slow work has to say.
func (t *turn) reported() error {
	a, known := t.h.acts[t.in.Report.Act]
	if !known || !Allows(a.Who, role(t.tx)) {
		return nil
	}
	r, err := a.Run(t.tx, Press{Object: t.in.Report.Object, At: t.in.At})
	if refusal(err) != nil { // the right was lost meanwhile: nothing is to be said
		return nil
	}
	return t.comes(r, err, t.in.Report.Key)
}

// comes shows what came of itself: on the screen, if that is what the person
// looks at, else as a notice. Its files go out either way.
func (t *turn) comes(r Reply, err error, key string) error {
	there := t.c.Form == "" && r.Place != "" && t.c.Subject == r.Place
	if err != nil || there || r.Text == "" {
		return t.answer(r, err)
	}
	t.reply = Reply{Files: r.Files}
	if key == "" {
		return nil
	}
	n := store.Notice{Key: key, PersonID: t.tx.Actor().ID, Chat: t.in.Chat, Text: r.Text, Class: store.ClassReply}
	if n.Data, err = json.Marshal(r.Data); err != nil {
		return err
	}
	if n.Buttons, err = json.Marshal(r.Buttons); err != nil {
		return err
	}
	_, err = t.tx.Post(n)
	return err
}

// A Taken is a file sent outside any form that a feature wants.
type Taken struct {
	Form    string // first word: the feature's name
	Subject string // what the file is kept under, one draft for each
	Field   string
	Table   bool // separated values will do besides what forms take
}

// Take records a file sent outside any form and orders its download; the
// feature's Fetched hears of it. A file over the limit is refused. Source: C4.
func Take(tx *store.Tx, in Input, as Taken) (programme.File, error) {
	limit := tx.Programme().Evidence.FileBytes
	if in.File.Size > limit {
		return programme.File{}, Refuse("file_too_big", map[string]any{"Name": in.File.Name, "Size": in.File.Size, "Max": limit})
	}
	d, _, err := tx.OpenDraft(as.Form, as.Subject)
	if err != nil {
		return programme.File{}, err
	}
	f := incoming(in.File)
	f.DraftID, f.Field = d.ID, as.Field
	if err := tx.AddFile(&f); err != nil {
		return f, err
	}
	return f, order(tx, f.ID, in, as.Table)
}
