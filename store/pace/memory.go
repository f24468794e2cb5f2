package pace

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// crowd is how many chats are remembered before those at rest are forgotten.
const crowd = 10_000

// memory keeps the limits of one process.
type memory struct {
	mu    *sync.Mutex
	chats map[string]*rate.Limiter
}

func newMemory() memory { return memory{new(sync.Mutex), map[string]*rate.Limiter{}} }

// wait takes a place, or says how long until there is one and takes none.
func (m memory) wait(key string, r rule, now time.Time) time.Duration {
	m.mu.Lock()
	defer m.mu.Unlock()
	place := m.limiter(key, r, now).ReserveN(now, 1)
	left := place.DelayFrom(now)
	if left > 0 {
		place.CancelAt(now)
	}
	return left
}

func (m memory) limiter(key string, r rule, now time.Time) *rate.Limiter {
	if known, ok := m.chats[key]; ok {
		return known
	}
	if len(m.chats) >= crowd {
		m.forget(now)
	}
	fresh := rate.NewLimiter(rate.Every(r.interval), burst)
	m.chats[key] = fresh
	return fresh
}

// forget drops the chats that may send a whole burst again: a fresh limiter
// says the same.
func (m memory) forget(now time.Time) {
	for key, limiter := range m.chats {
		if limiter.TokensAt(now) >= burst {
			delete(m.chats, key)
		}
	}
}
