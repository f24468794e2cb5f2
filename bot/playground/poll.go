package playground

import (
	"context"
	"encoding/json"
	"slices"
	"time"
)

// A poll is one getUpdates that waits. There is at most one: a second ends the
// first, and so does a webhook.
type poll struct {
	ended chan struct{}
	why   string // written before ended is closed
}

const maxHold = 50 // seconds

// getUpdates confirms, delivers, or waits for something to deliver.
func (s *Server) getUpdates(ctx context.Context, c *call) (json.RawMessage, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	limit, err := s.beginPoll(c)
	if err != nil {
		return nil, err
	}
	p := &poll{ended: make(chan struct{})}
	s.poll = p
	defer s.endPoll(ctx, p)
	hold := min(max(c.number("timeout"), 0), maxHold)
	expired := s.config.Clock.After(time.Duration(hold) * time.Second)
	for {
		batch := s.queue.batch(s.config.Clock.Now(), limit)
		if len(batch) > 0 || hold == 0 {
			s.saver.changed(s)
			return encodeUpdates(batch), nil
		}
		over, err := s.waitPoll(ctx, p, expired)
		if err != nil {
			return nil, err
		}
		if over {
			hold = 0
		}
	}
}

// beginPoll takes over from an earlier poll and confirms what the bot has.
func (s *Server) beginPoll(c *call) (limit int, err error) {
	if s.webhook.URL != "" {
		return 0, conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
	}
	s.cutPoll("terminated by other getUpdates request; make sure that only one bot instance is running")
	if err := s.allow(c); err != nil {
		return 0, err
	}
	s.bell(true)
	s.confirm(c.number("offset"))
	limit = int(c.number("limit"))
	if limit < 1 || limit > 100 {
		limit = 100
	}
	return limit, nil
}

// waitPoll gives up the lock until something may have changed, or its time is over.
func (s *Server) waitPoll(ctx context.Context, p *poll, expired <-chan time.Time) (over bool, err error) {
	arrived := s.arrived.wait()
	s.mu.Unlock()
	defer s.mu.Lock()
	select {
	case <-arrived:
		return false, nil
	case <-expired:
		return true, nil
	case <-p.ended:
		return true, conflict(p.why)
	case <-ctx.Done():
		return true, ctx.Err()
	case <-s.ctx.Done():
		return true, errClosing
	}
}

// cutPoll ends the getUpdates that waits, if one does.
func (s *Server) cutPoll(why string) {
	if s.poll != nil {
		s.poll.why = why
		close(s.poll.ended)
		s.poll = nil
	}
}

func (s *Server) endPoll(ctx context.Context, p *poll) {
	if s.poll != p {
		return
	}
	s.poll = nil
	if ctx.Err() != nil {
		s.bell(false)
		return
	}
	s.fade()
}

// confirm forgets updates before offset and wakes whoever waits for that.
func (s *Server) confirm(offset int64) {
	if offset == 0 {
		return
	}
	before := len(s.queue.Waiting) + len(s.queue.Again)
	s.queue.confirm(offset)
	if len(s.queue.Waiting)+len(s.queue.Again) < before {
		s.settled.fire()
		s.saver.changed(s)
	}
}

// allow remembers which kinds of update the bot wants from now on.
func (s *Server) allow(c *call) error {
	var kinds []string
	if !c.object("allowed_updates", &kinds) {
		return nil
	}
	for _, kind := range kinds {
		if !slices.Contains(table.Updates, kind) {
			return bad("unknown update type %q in allowed_updates", kind)
		}
	}
	if len(kinds) == 0 {
		kinds = nil
	}
	s.queue.Allowed = kinds
	return nil
}

func encodeUpdates(batch []*update) json.RawMessage {
	out := []byte{'['}
	for i, u := range batch {
		if i > 0 {
			out = append(out, ',')
		}
		out = u.encode(out)
	}
	return append(out, ']')
}
