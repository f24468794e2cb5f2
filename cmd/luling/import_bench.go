package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"luling/flows"
	"luling/flows/sheet"
	"luling/locales"
	"luling/store"
	"luling/store/files"
	"luling/store/programme"
)

// an operator does a feature's slow work from the command line.
type operator struct {
	doors  *doors
	folder *files.Folder
	texts  *locales.Texts
}

var _ flows.Bench = (*operator)(nil)

func (s Settings) bench(d *doors) (*operator, error) {
	texts, err := locales.Load()
	if err != nil {
		return nil, err
	}
	folder, err := files.OpenFolder(s.path("files"))
	return &operator{d, folder, texts}, err
}

// View implements flows.Bench.
func (o *operator) View(ctx context.Context, read func(*store.Tx) error) error {
	return o.doors.view(ctx, read)
}

// Update implements flows.Bench.
func (o *operator) Update(ctx context.Context, write func(*store.Tx) error) error {
	return o.doors.update(ctx, write)
}

// Open implements flows.Bench.
func (o *operator) Open(sha256 string) (flows.Content, error) { return o.folder.Open(sha256) }

// Keep implements flows.Bench.
func (o *operator) Keep(ctx context.Context, content io.Reader) (flows.Kept, error) {
	kept, err := o.folder.PutTable(ctx, content, sheet.MostBytes)
	return flows.Kept{SHA256: kept.SHA256, Size: kept.Size, Type: kept.Type}, err
}

// Words implements flows.Bench.
func (o *operator) Words(language, text string, data any) (string, error) {
	return o.texts.Plain(language, text, data)
}

// Tell implements flows.Bench: nobody waits for how far the work has come.
func (o *operator) Tell(context.Context, flows.Report) error { return nil }

// Last implements flows.Bench: the operator sees errors himself.
func (o *operator) Last() bool { return false }

// print says how a list stands: its counts, each line that is not taken with the
// reasons, and how to save the rest.
func (o *operator) print(ctx context.Context, id programme.ImportID, out io.Writer) error {
	var i programme.Import
	var rows []programme.ImportLine
	var c store.ImportCounts
	err := o.View(ctx, func(tx *store.Tx) (err error) {
		if i, err = tx.Import(id); err == nil {
			rows, err = tx.ImportLines(id, store.ImportLineFilter{})
		}
		if err == nil {
			c, err = tx.CountImport(id)
		}
		return err
	})
	if err != nil {
		return err
	}
	if i.State == programme.ImportRefused || i.State == programme.ImportUnclear {
		return o.refused(i)
	}
	for _, row := range rows {
		if err := o.line(out, i, row); err != nil {
			return err
		}
	}
	about := map[string]any{
		"Lines": len(rows), "New": c.Verdict[programme.VerdictNew], "Update": c.Verdict[programme.VerdictUpdate], "Same": c.Verdict[programme.VerdictSame],
		"Wrong": c.Verdict[programme.VerdictWrong], "Asked": c.Verdict[programme.VerdictAsked], "Left": c.Verdict[programme.VerdictLeft],
		"Saved": c.Outcome[programme.LineSaved], "Overtaken": c.Outcome[programme.LineOvertaken], "Over": i.State == programme.ImportSaved,
	}
	said, err := o.Words("zh", "imports.summary", about)
	if err == nil && i.State == programme.ImportReady && c.Outcome[programme.LineOpen] > 0 {
		said += fmt.Sprintf("\nluling import --confirm=%d --plan=%s", i.ID, i.Hash)
	}
	if err == nil {
		_, err = fmt.Fprintln(out, said)
	}
	return err
}

// line prints a line that is not taken, or was not in the end.
func (o *operator) line(out io.Writer, i programme.Import, row programme.ImportLine) error {
	word := string(row.Verdict)
	switch {
	case row.Outcome == programme.LineOvertaken:
		word = string(row.Outcome)
	case i.State == programme.ImportSaved || row.Verdict != programme.VerdictWrong && row.Verdict != programme.VerdictAsked:
		return nil
	}
	said, err := o.Words("zh", "imports.result."+word, nil)
	var says []flows.Line
	if len(row.Says) > 0 {
		err = errors.Join(err, json.Unmarshal(row.Says, &says))
	}
	var reasons []string
	for _, s := range says {
		reason, no := o.Words("zh", s.Text, s.Data)
		err = errors.Join(err, no)
		reasons = append(reasons, reason)
	}
	if err == nil {
		_, err = fmt.Fprintf(out, "%d\t%s\t%s\t%s\n", row.No, row.Name, said, strings.Join(reasons, " "))
	}
	return err
}

// refused is the error that says why a list cannot be read.
func (o *operator) refused(i programme.Import) error {
	var r struct{ Refused *flows.Line }
	if err := json.Unmarshal(i.Remarks, &r); err != nil {
		return err
	}
	if r.Refused == nil {
		return errors.New("it is not clear what this is a list of: say so with --kind")
	}
	said, err := o.Words("zh", r.Refused.Text, r.Refused.Data)
	return errors.Join(errors.New(said), err)
}
