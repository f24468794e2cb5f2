package pace

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// What one person may send: so many things at once, and one a second after that.
// A whole evidence album after another stays below it.
const (
	inboundBurst = 100
	inboundEvery = time.Second
)

// inbound counts what people send, in this process.
type inbound struct {
	mu     sync.Mutex
	people map[int64]*sent
}

type sent struct {
	limit *rate.Limiter
	last  time.Time
	over  bool // the last one was too much
}

// Takes reports whether what an account sent at an instant is still taken. Where
// it is not, first says whether the one before was, so that the person is told
// once. The dates are the messenger's: what waited for days while the bot was down
// is not too much.
//
// Source: M9.
func (p *Pace) Takes(account int64, at time.Time) (ok, first bool) {
	if p.limits.Off {
		return true, false
	}
	return p.inbound.takes(account, at)
}

func (in *inbound) takes(account int64, at time.Time) (ok, first bool) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if len(in.people) > crowd {
		in.forget(at)
	}
	s := in.people[account]
	if s == nil {
		s = &sent{limit: rate.NewLimiter(rate.Every(inboundEvery), inboundBurst)}
		in.people[account] = s
	}
	if at.After(s.last) {
		s.last = at
	}
	ok = s.limit.AllowN(s.last, 1)
	first = !ok && !s.over
	s.over = !ok
	return ok, first
}

// forget drops those who may send a whole burst again.
func (in *inbound) forget(now time.Time) {
	for account, s := range in.people {
		if now.Sub(s.last) > inboundBurst*inboundEvery {
			delete(in.people, account)
		}
	}
}
