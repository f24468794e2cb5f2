package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime/debug"

	"luling/flows"
	"luling/store"
	"luling/store/failpoint"
	"luling/store/files"
)

// a bench is what one run of a feature's slow work is done with.
type bench struct {
	*works
	job store.Job
}

// View implements flows.Bench.
func (b bench) View(ctx context.Context, read func(*store.Tx) error) error {
	return b.db.View(ctx, b.line.clock.Now(), read)
}

// Update implements flows.Bench.
func (b bench) Update(ctx context.Context, write func(*store.Tx) error) error {
	if err := failpoint.Hit("jobs.before-piece"); err != nil {
		return err
	}
	err := b.write(ctx, write)
	_ = failpoint.Hit("jobs.after-piece")
	return err
}

// Open implements flows.Bench.
func (b bench) Open(sha256 string) (flows.Content, error) { return b.folder.Open(sha256) }

// Keep implements flows.Bench.
func (b bench) Keep(ctx context.Context, content io.Reader) (flows.Kept, error) {
	kept, err := b.folder.PutTable(ctx, content, b.limit)
	return flows.Kept{SHA256: kept.SHA256, Size: kept.Size, Type: kept.Type}, err
}

// Words implements flows.Bench.
func (b bench) Words(language, text string, data any) (string, error) {
	raw, err := json.Marshal(data)
	if err != nil {
		return "", err
	}
	var read any
	if err := decode(raw, &read); err != nil {
		return "", err
	}
	return b.line.sender.render.texts.Plain(language, text, read)
}

// Tell implements flows.Bench.
func (b bench) Tell(ctx context.Context, r flows.Report) error { return b.report(ctx, r, nil) }

// Last implements flows.Bench.
func (b bench) Last() bool { return b.job.Tries >= jobTries }

// report enters the person's lane, and what is done besides is done in the same turn.
func (w *works) report(ctx context.Context, r flows.Report, done func(*store.Tx) error) error {
	if r.To == 0 {
		if done == nil {
			return nil
		}
		return w.write(ctx, done)
	}
	in := flows.Input{Event: flows.Reported, From: r.To, Chat: r.To, At: w.line.clock.Now(), Report: &r}
	return w.line.run(ctx, []arrival{{input: in, done: done}})
}

// work runs a feature's slow work; the job ends in the turn that says so.
func (w *works) work(ctx context.Context, j store.Job, do flows.Work) {
	r, err := guard(func() (flows.Report, error) { return do(ctx, bench{w, j}, j.Data) })
	switch {
	case ctx.Err() != nil:
		return
	case err != nil && j.Tries < jobTries:
		w.log.Warn("work waits", "job", j.ID, "name", j.Name, "try", j.Tries, "error", err)
		w.retry(ctx, j, "failed")
		return
	case err != nil:
		w.log.Error("work given up", "job", j.ID, "name", j.Name, "error", err)
		w.fail(ctx, j, "failed")
		return
	}
	_ = failpoint.Hit("jobs.before-result")
	if err := w.report(ctx, r, func(tx *store.Tx) error { return tx.JobDone(j.ID) }); err != nil {
		w.log.Error("result of a job not taken", "job", j.ID, "error", err)
	}
	_ = failpoint.Hit("jobs.after-result")
}

// guard makes a panic of slow work an error.
func guard(do func() (flows.Report, error)) (r flows.Report, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %s", &store.PanicError{Value: p, Stack: debug.Stack()}, debug.Stack())
		}
	}()
	return do()
}

// put is how the content of a fetched file is kept: tables may be separated values.
func (w *works) put(ctx context.Context, o flows.FetchOrder, body io.Reader) (files.Stored, error) {
	if o.Table {
		return w.folder.PutTable(ctx, body, w.limit)
	}
	return w.folder.Put(ctx, body, w.limit)
}
