package playground

import "time"

// A Rate allows one message each Every, and Burst at once after a rest.
type Rate struct {
	Every time.Duration
	Burst int
}

// Limits are the rates of the platform. New messages and edits share them;
// an album counts as its messages. The zero value is what the platform is
// known for: about one a second in a private chat after a burst, thirty a
// second overall, twenty a minute in a group.
type Limits struct {
	Off     bool // no rates at all
	Private Rate // of each private chat; zero: 1 s and 6
	Group   Rate // of each group; zero: 3 s and 20
	Overall Rate // of the bot; zero: 1/30 s and 30
}

func (r Rate) or(every time.Duration, burst int) Rate {
	if r.Every == 0 {
		return Rate{every, burst}
	}
	return r
}

// paces count what was sent against the limits.
type paces struct {
	limits  Limits
	chats   map[int64]*bucket
	overall bucket
}

func newPaces(l Limits) paces {
	l.Private = l.Private.or(time.Second, 6)
	l.Group = l.Group.or(3*time.Second, 20)
	l.Overall = l.Overall.or(time.Second/30, 30)
	return paces{limits: l, chats: map[int64]*bucket{}}
}

// bucket holds the instant at which it would be full again.
type bucket struct{ full time.Time }

// wait returns how long n more messages must wait.
func (b *bucket) wait(now time.Time, r Rate, n int) time.Duration {
	full := b.full
	if full.Before(now) {
		full = now
	}
	return full.Add(time.Duration(n-r.Burst) * r.Every).Sub(now)
}

func (b *bucket) take(now time.Time, r Rate, n int) {
	if b.full.Before(now) {
		b.full = now
	}
	b.full = b.full.Add(time.Duration(n) * r.Every)
}

// charge counts n messages to a chat, or refuses them all with the seconds to
// wait. A refused one counts for nothing.
func (s *Server) charge(a *account, n int) error {
	p := &s.paces
	if p.limits.Off {
		return nil
	}
	rate := p.limits.Private
	if a.Kind != "private" {
		rate = p.limits.Group
	}
	own := p.chats[a.ID]
	if own == nil {
		own = &bucket{}
		p.chats[a.ID] = own
	}
	now := s.config.Clock.Now()
	wait := max(own.wait(now, rate, min(n, rate.Burst)), p.overall.wait(now, p.limits.Overall, min(n, p.limits.Overall.Burst)))
	if wait > 0 {
		return tooMany(int((wait + time.Second - 1) / time.Second))
	}
	own.take(now, rate, n)
	p.overall.take(now, p.limits.Overall, n)
	return nil
}
