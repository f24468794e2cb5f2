package conversation

import (
	"context"
	"sync"
	"testing"
	"time"

	"luling/store/conversation/redistest"
)

// A clock stands still until it is moved.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 6, 15, 1, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// where is what the tests keep.
type where struct {
	Form  string
	Focus int
}

func open(t testing.TB, c Config) *Redis {
	t.Helper()
	r, err := Open(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() }) // a test may have closed it
	return r
}

// onEach runs a promise against the server inside the process and a real one.
func onEach(t *testing.T, promise func(t *testing.T, r *Redis)) {
	t.Run("inner", func(t *testing.T) {
		t.Parallel()
		promise(t, open(t, Config{Now: newClock().Now}))
	})
	t.Run("real", func(t *testing.T) {
		t.Parallel()
		promise(t, open(t, Config{URL: redistest.Start(t).URL(), Now: newClock().Now}))
	})
}
