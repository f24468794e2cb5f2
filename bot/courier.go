package bot

import (
	"context"
	"sync"
	"time"

	"luling/store"
)

// a courier claims what is due, notices and jobs, whenever something was
// promised or an instant comes. What it has claimed and not written down when
// the process dies comes due again when its lease ends.
type courier struct {
	post   *post
	works  *works
	clock  *Clock
	db     *store.DB
	knocks chan struct{}

	mu      sync.Mutex
	moved   *sync.Cond
	running int // jobs
	knocked int // knocks so far
	heard   int // knocks that a finished round began after
	rounds  int // rounds finished
	working bool
	slots   chan struct{}
}

func newCourier(b *Bot) *courier {
	c := &courier{clock: b.cfg.Clock, db: b.db, knocks: make(chan struct{}, 1), slots: make(chan struct{}, downloads)}
	c.moved = sync.NewCond(&c.mu)
	write := func(ctx context.Context, f func(*store.Tx) error) error {
		return b.db.Update(ctx, b.cfg.Clock.Now(), f)
	}
	c.post = &post{sender: b.sender, folder: b.folder, write: write, done: c.knock}
	c.works = &works{
		db: b.db, client: b.client, folder: b.folder, line: b.line, log: b.cfg.Log,
		limit: b.cfg.Programme.Evidence.FileBytes, write: write,
	}
	return c
}

// knock wakes the courier; one knock that waits is enough.
func (c *courier) knock() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ring()
}

func (c *courier) ring() {
	c.knocked++
	select {
	case c.knocks <- struct{}{}:
	default:
	}
}

func (c *courier) run(ctx context.Context) error {
	for ctx.Err() == nil {
		more := c.round(ctx)
		if more {
			continue
		}
		select {
		case <-ctx.Done():
		case <-c.knocks:
		case <-c.next(ctx):
		}
	}
	return nil
}

// round claims once and reports whether there may be more.
func (c *courier) round(ctx context.Context) bool {
	c.mu.Lock()
	heard := c.knocked
	c.working = true
	c.mu.Unlock()
	letters, err := c.post.claim(ctx)
	if err != nil && ctx.Err() == nil {
		c.post.log.Warn("notices wait", "error", err)
	}
	jobs, err := c.works.claim(ctx, downloads)
	if err != nil && ctx.Err() == nil {
		c.post.log.Warn("jobs wait", "error", err)
	}
	for _, j := range jobs {
		c.start(ctx, j)
	}
	c.mu.Lock()
	c.rounds, c.heard, c.working = c.rounds+1, heard, false
	c.moved.Broadcast()
	c.mu.Unlock()
	return letters == handful || len(jobs) == downloads
}

func (c *courier) start(ctx context.Context, j store.Job) {
	c.mu.Lock()
	c.running++
	c.mu.Unlock()
	go func() {
		c.slots <- struct{}{}
		c.works.do(ctx, j)
		<-c.slots
		c.mu.Lock()
		c.running--
		c.moved.Broadcast()
		c.mu.Unlock()
		c.knock()
	}()
}

// next rings when the next notice or job comes due, at the latest in a minute.
func (c *courier) next(ctx context.Context) <-chan time.Time {
	at, err := c.due(ctx)
	wait := time.Minute
	if err == nil && !at.IsZero() {
		wait = min(max(at.Sub(c.clock.Now()), 50*time.Millisecond), wait)
	}
	return c.clock.After(wait)
}

func (c *courier) due(ctx context.Context) (at time.Time, err error) {
	err = c.db.View(ctx, c.clock.Now(), func(tx *store.Tx) (err error) {
		at, err = tx.NextDue()
		return err
	})
	return at, err
}

// wait returns when no job runs.
func (c *courier) wait() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.running > 0 {
		c.moved.Wait()
	}
}

// turned wakes the courier and returns when it has finished a round begun after that.
func (c *courier) turned() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for target := c.rounds + 2; c.rounds < target; {
		c.ring()
		c.moved.Wait()
	}
}

// rests reports whether every knock was heard by a round that is over, and
// which round that was.
func (c *courier) rests() (round int, rests bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.rounds, c.heard == c.knocked && !c.working && c.running == 0
}
