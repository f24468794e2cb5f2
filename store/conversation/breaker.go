package conversation

import (
	"sync/atomic"
	"time"
)

// A breaker keeps callers from waiting, one after the other, for a server that
// just failed. After each respite one caller is let through to see.
type breaker struct {
	until atomic.Int64 // Unix nanoseconds; 0: closed, everybody passes
}

func (b *breaker) allows(now time.Time) bool {
	until := b.until.Load()
	if until == 0 {
		return true
	}
	left := until - now.UnixNano()
	if left > 0 && left <= int64(respite) { // more is left only if the clock went back
		return false
	}
	return b.until.CompareAndSwap(until, now.Add(respite).UnixNano())
}

func (b *breaker) trip(now time.Time) { b.until.Store(now.Add(respite).UnixNano()) }

func (b *breaker) reset() { b.until.Store(0) }
