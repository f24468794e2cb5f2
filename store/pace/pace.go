package pace

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/go-redis/redis_rate/v10"
	"github.com/redis/go-redis/v9"

	"luling/store/conversation"
)

// A Pace keeps the limits. It may be used by any number of goroutines.
type Pace struct {
	redis   *conversation.Redis
	limits  Limits
	memory  memory
	inbound *inbound

	mu    sync.Mutex
	until time.Time // end of the pause
}

// New is a Pace by the clock of r, shared with the other processes that use r.
func New(r *conversation.Redis, limits Limits) *Pace {
	return &Pace{redis: r, limits: limits, memory: newMemory(), inbound: &inbound{people: map[int64]*sent{}}}
}

// Reply is how long to wait before a reply goes to the chat. Zero: go, and the
// place is taken. Otherwise none is, and the caller asks again after that time.
func (p *Pace) Reply(ctx context.Context, chat int64) time.Duration {
	if left := p.paused(); left > 0 || p.limits.Off {
		return left
	}
	return p.wait(ctx, fmt.Sprintf("{c:%d}:send", chat), p.limits.of(chat))
}

// Bulk is Reply for a notice or an announcement. A place among all of them that
// the chat itself cannot use is lost, which costs the others 40 ms.
func (p *Pace) Bulk(ctx context.Context, chat int64) time.Duration {
	if left := p.paused(); left > 0 || p.limits.Off {
		return left
	}
	if left := p.wait(ctx, "{tg}:bulk", p.limits.bulk()); left > 0 {
		return left
	}
	return p.Reply(ctx, chat)
}

// Pause holds everything this process sends for d from now, because the
// messenger asked for it. A shorter pause does not end a longer one. Another
// process learns of it from its own refusal.
func (p *Pace) Pause(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if until := p.redis.Now().Add(d); until.After(p.until) {
		p.until = until
	}
}

func (p *Pace) paused() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return max(p.until.Sub(p.redis.Now()), 0)
}

func (p *Pace) wait(ctx context.Context, key string, r rule) time.Duration {
	if p.redis.Shared() {
		if left, err := p.shared(ctx, key, r); err == nil {
			return left
		}
	}
	return p.memory.wait(key, r, p.redis.Now())
}

// shared asks Redis, whose own clock counts.
func (p *Pace) shared(ctx context.Context, key string, r rule) (left time.Duration, err error) {
	err = p.redis.Try(ctx, func(ctx context.Context, client redis.UniversalClient) error {
		limit := redis_rate.Limit{Rate: 1, Period: r.interval, Burst: burst}
		answer, err := redis_rate.NewLimiter(client).Allow(ctx, key, limit)
		if err == nil && answer.Allowed == 0 {
			left = upward(answer.RetryAfter)
		}
		return err
	})
	return left, err
}

// upward rounds to a millisecond: a fraction less would be too early.
func upward(d time.Duration) time.Duration {
	return (d + time.Millisecond - 1).Truncate(time.Millisecond)
}
