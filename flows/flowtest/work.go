package flowtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"sync"
	"time"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// contents are the files of all tests, by what they contain.
var contents sync.Map

// a bench lets features do their slow work in a test, at once and in order.
type bench struct {
	h    *House
	last bool
	tell func(flows.Report)
	hurt func(int) error // before the n-th piece is written
	n    *int
}

// View implements flows.Bench.
func (b bench) View(ctx context.Context, read func(*store.Tx) error) error {
	return b.h.DB.View(ctx, b.h.Now, read)
}

// Update implements flows.Bench.
func (b bench) Update(ctx context.Context, write func(*store.Tx) error) error {
	*b.n++
	if b.hurt != nil {
		if err := b.hurt(*b.n); err != nil {
			return err
		}
	}
	return b.h.DB.Update(ctx, b.h.Now, write)
}

// Open implements flows.Bench.
func (b bench) Open(sha string) (flows.Content, error) {
	content, known := contents.Load(sha)
	if !known {
		return nil, store.ErrNotFound
	}
	return closed{bytes.NewReader(content.([]byte))}, nil
}

type closed struct{ *bytes.Reader }

// Close implements io.Closer.
func (closed) Close() error { return nil }

// Keep implements flows.Bench.
func (b bench) Keep(_ context.Context, content io.Reader) (flows.Kept, error) {
	raw, err := io.ReadAll(content)
	return flows.Kept{SHA256: keep(raw), Size: int64(len(raw)), Type: "text/csv"}, err
}

func keep(raw []byte) string {
	sum := sha256.Sum256(raw)
	sha := hex.EncodeToString(sum[:])
	contents.Store(sha, raw)
	return sha
}

// Words implements flows.Bench.
func (b bench) Words(language, text string, data any) (string, error) {
	return b.h.texts.Plain(language, text, through[any](b.h.T, data))
}

// Tell implements flows.Bench.
func (b bench) Tell(_ context.Context, r flows.Report) error {
	b.tell(r)
	return nil
}

// Last implements flows.Bench.
func (b bench) Last() bool { return b.last }

// SendsTable sends a file whose content matters; it arrives at once.
func (c *Chat) SendsTable(name string, content []byte) *Chat {
	c.h.T.Helper()
	sha := keep(content)
	c.does(flows.Input{Event: flows.Filed, File: &flows.Incoming{
		TelegramID: "id-" + sha, UniqueID: "unique-" + sha, Name: name, Size: int64(len(content)),
	}})
	for _, f := range c.pending() {
		c.received(flows.Received{File: f.ID, State: programme.FileStored, Size: int64(len(content)), SHA256: sha, Type: "text/csv"})
	}
	return c
}

// Works does the slow work that was asked for, until none is left, and shows the
// person what it has to say.
func (c *Chat) Works() *Chat {
	c.h.T.Helper()
	for c.worksOnce(nil) {
	}
	return c
}

// Dies does slow work up to its n-th piece, where the process dies, and again.
func (c *Chat) Dies(n int, cause error) *Chat {
	c.h.T.Helper()
	c.worksOnce(func(i int) error {
		if i == n {
			return cause
		}
		return nil
	})
	return c
}

// Fails does slow work for the last time it is tried; its n-th piece cannot be
// written.
func (c *Chat) Fails(n int, cause error) *Chat {
	c.h.T.Helper()
	c.last = true
	c.Dies(n, cause)
	c.last = false
	return c
}

// worksOnce runs the jobs that are due, each once, and reports whether there were
// any. One that fails is due again.
func (c *Chat) worksOnce(hurt func(int) error) bool {
	c.h.T.Helper()
	var jobs []store.Job
	c.h.Change(func(tx *store.Tx) (err error) {
		jobs, err = tx.ClaimJobs(10, time.Minute)
		return err
	})
	worked := false
	for _, j := range jobs {
		work, known := c.h.flows.Works()[j.Name]
		if !known {
			c.h.Change(func(tx *store.Tx) error { return tx.JobDone(j.ID) })
			continue
		}
		worked = true
		r, err := work(c.h.T.Context(), bench{h: c.h, last: c.last, tell: c.hears, hurt: hurt, n: new(int)}, j.Data)
		if err != nil && hurt == nil {
			c.h.T.Fatalf("%s: %v", j.Name, err)
		}
		c.h.Change(func(tx *store.Tx) error {
			if err != nil {
				return tx.JobRetry(j.ID, tx.Now(), "died")
			}
			return tx.JobDone(j.ID)
		})
		if err == nil {
			c.hears(r)
		}
	}
	return worked
}

// hears is a report that enters the person's lane.
func (c *Chat) hears(r flows.Report) {
	c.h.T.Helper()
	if r.To == c.account {
		c.does(flows.Input{Event: flows.Reported, Report: &r})
	}
}

// Words is a line as the person reads it.
func (c *Chat) Words(l flows.Line) string {
	c.h.T.Helper()
	return c.h.line(c.Language, l)
}
