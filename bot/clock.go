package bot

import (
	"math"
	"sync"
	"time"
)

// A Clock tells the one time turns, sender, jobs and playground share. It runs
// like any clock and can be moved forward, for tests and demonstrations; one
// that stands still moves only then.
type Clock struct {
	mu      sync.Mutex
	ahead   time.Duration
	still   time.Time // of a clock that stands still: where it was set
	waiting map[*waiter]struct{}
}

type waiter struct {
	at    time.Time
	ch    chan time.Time
	timer *time.Timer
}

// NewClock is a clock that shows the time of the machine.
func NewClock() *Clock { return &Clock{waiting: map[*waiter]struct{}{}} }

// NewStillClock is a clock that stands at an instant until it is moved.
func NewStillClock(at time.Time) *Clock {
	return &Clock{waiting: map[*waiter]struct{}{}, still: at}
}

// Now is the current instant in UTC.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now()
}

func (c *Clock) now() time.Time {
	if !c.still.IsZero() {
		return c.still.Add(c.ahead).UTC()
	}
	return time.Now().Add(c.ahead).UTC()
}

// After delivers the time once, when d has passed on this clock.
func (c *Clock) After(d time.Duration) <-chan time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	w := &waiter{at: c.now().Add(d), ch: make(chan time.Time, 1)}
	w.timer = time.AfterFunc(c.real(d), func() { c.ring(w) })
	c.waiting[w] = struct{}{}
	return w.ch
}

// real is how long the machine has to wait for d to pass on this clock.
func (c *Clock) real(d time.Duration) time.Duration {
	if !c.still.IsZero() && d > 0 {
		return math.MaxInt64
	}
	return d
}

func (c *Clock) ring(w *waiter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, still := c.waiting[w]; still {
		delete(c.waiting, w)
		w.ch <- c.now()
	}
}

// Advance moves the clock forward by d and wakes whoever waited for an instant
// passed by that. It never goes back: a negative d is ignored.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ahead += max(d, 0)
	for w := range c.waiting {
		w.timer.Reset(c.real(w.at.Sub(c.now())))
	}
}

// Ahead is how far the clock has been moved.
func (c *Clock) Ahead() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ahead
}
