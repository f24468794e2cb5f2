package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"luling/flows"
	"luling/store"
	"luling/store/failpoint"
	"luling/store/files"
	"luling/store/programme"
)

// jobTries is how often a download is tried before the file is given up and
// its sender is asked for it again.
const jobTries = 6

// works does slow work outside any transaction; what it finds enters the lane
// of the person it concerns.
type works struct {
	db     *store.DB
	client *Client
	folder *files.Folder
	line   *line
	log    *slog.Logger
	limit  int64 // bytes of one file
	write  func(ctx context.Context, f func(*store.Tx) error) error
}

// claim takes due jobs and runs them, some at a time. It returns how many there were.
func (w *works) claim(ctx context.Context, most int) ([]store.Job, error) {
	var jobs []store.Job
	err := w.write(ctx, func(tx *store.Tx) (err error) {
		jobs, err = tx.ClaimJobs(most, 5*time.Minute)
		return err
	})
	return jobs, err
}

// do runs one claimed job to its end.
func (w *works) do(ctx context.Context, j store.Job) {
	if do, known := w.line.house.Works()[j.Name]; known {
		w.work(ctx, j, do)
		return
	}
	switch j.Name {
	case flows.Fetch:
	case flows.Purge:
		w.purge(ctx, j)
		return
	default:
		w.fail(ctx, j, "unknown job")
		return
	}
	var order flows.FetchOrder
	if err := json.Unmarshal(j.Data, &order); err != nil {
		w.fail(ctx, j, "unreadable order")
		return
	}
	got, err := w.fetch(ctx, order)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil && j.Tries < jobTries:
		w.log.Warn("file waits", "job", j.ID, "try", j.Tries, "class", ClassOf(err))
		w.retry(ctx, j, string(ClassOf(err)))
		return
	case err != nil:
		got = flows.Received{File: order.File, State: programme.FileRefused, Reason: "unreadable"}
	}
	_ = failpoint.Hit("jobs.before-result")
	if err := w.arrive(ctx, j, order, got); err != nil {
		w.log.Error("result of a job not taken", "job", j.ID, "error", err)
	}
	_ = failpoint.Hit("jobs.after-result")
}

// arrive puts the result into the person's lane; the job ends in the same turn.
func (w *works) arrive(ctx context.Context, j store.Job, o flows.FetchOrder, got flows.Received) error {
	return w.line.run(ctx, []arrival{{
		input: flows.Input{Event: flows.Arrived, From: o.From, Chat: o.Chat, At: w.line.clock.Now(), Received: &got},
		done:  func(tx *store.Tx) error { return tx.JobDone(j.ID) },
	}})
}

// fetch downloads a file and keeps it under its hash. A refusal by content is a
// result, not an error.
func (w *works) fetch(ctx context.Context, o flows.FetchOrder) (got flows.Received, err error) {
	got.File = o.File
	f, err := w.record(ctx, o.File)
	if err != nil || f.State != programme.FilePending {
		got.State, got.Reason = f.State, f.Reason
		return got, err
	}
	var where models.File
	if err := w.client.Call(ctx, "getFile", &tg.GetFileParams{FileID: f.TelegramID}, &where); err != nil {
		if ClassOf(err) == TooBig {
			return refusedFile(got, "too_big"), nil
		}
		return got, err
	}
	body, err := w.client.Download(ctx, where.FilePath)
	if err != nil {
		return got, err
	}
	defer body.Close()
	kept, err := w.put(ctx, o, body)
	if reason := fileReason(err); reason != "" {
		return refusedFile(got, reason), nil
	}
	if err != nil {
		return got, fmt.Errorf("keep file: %w", err)
	}
	got.State, got.SHA256, got.Size, got.Type = programme.FileStored, kept.SHA256, kept.Size, kept.Type
	return got, nil
}

func refusedFile(got flows.Received, reason string) flows.Received {
	got.State, got.Reason = programme.FileRefused, reason
	return got
}

// fileReason names the refusal of a file by what is in it, or "".
func fileReason(err error) string {
	switch {
	case errors.Is(err, files.ErrTooBig):
		return "too_big"
	case errors.Is(err, files.ErrEmpty):
		return "empty"
	case errors.Is(err, files.ErrType):
		return "type"
	case errors.Is(err, files.ErrUnsafe):
		return "unsafe"
	}
	return ""
}

func (w *works) record(ctx context.Context, id programme.FileID) (f programme.File, err error) {
	err = w.db.View(ctx, w.line.clock.Now(), func(tx *store.Tx) (err error) {
		f, err = tx.File(id)
		return err
	})
	return f, err
}

func (w *works) retry(ctx context.Context, j store.Job, reason string) {
	err := w.write(ctx, func(tx *store.Tx) error { return tx.JobRetry(j.ID, tx.Now().Add(delay(j.Tries)), reason) })
	if err != nil {
		w.log.Error("job not put back", "job", j.ID, "error", err)
	}
}

func (w *works) fail(ctx context.Context, j store.Job, reason string) {
	if err := w.write(ctx, func(tx *store.Tx) error { return tx.JobFailed(j.ID, reason) }); err != nil {
		w.log.Error("job not ended", "job", j.ID, "error", err)
	}
}
