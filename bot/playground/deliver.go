package playground

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// How a webhook is pressed: a request may take a minute, a failed one is
// repeated after 1 s, then twice as long each time, and never waits longer
// than the server asks or a minute.
const (
	webhookPatience = time.Minute
	firstPause      = time.Second
	longestPause    = time.Minute
	longestAsked    = time.Hour
)

// newHooks makes the client that presses a webhook: it follows no redirection.
func newHooks() *http.Client {
	return &http.Client{
		Transport:     &http.Transport{},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// lane is the state of one row of updates: while one is under way or waits to
// be repeated, those behind it wait too.
type lane struct {
	busy  bool
	tries int
}

// deliver gives updates to the webhook while there is one, each lane in order,
// so many lanes at once as the bot allows.
func (s *Server) deliver() {
	lanes := map[string]*lane{}
	for {
		s.mu.Lock()
		s.dispatch(lanes)
		arrived := s.arrived.wait()
		s.mu.Unlock()
		select {
		case <-arrived:
		case <-s.ctx.Done():
			return
		}
	}
}

// dispatch sends off the first update of every idle lane.
func (s *Server) dispatch(lanes map[string]*lane) {
	if s.webhook.URL == "" {
		return
	}
	s.queue.expire(s.config.Clock.Now())
	under := 0
	for _, l := range lanes {
		if l.busy {
			under++
		}
	}
	for _, u := range slices.Concat(s.queue.Again, s.queue.Waiting) {
		l := lanes[u.Lane]
		if l == nil {
			l = &lane{}
			lanes[u.Lane] = l
		}
		if l.busy || under >= s.webhook.Most {
			continue
		}
		l.busy, u.Delivered = true, true
		under++
		hook := s.webhook
		s.tasks.Go(func() { s.give(hook, lanes, u) })
	}
}

// give posts one update and, by the answer, confirms it or has it repeated.
func (s *Server) give(hook webhook, lanes map[string]*lane, u *update) {
	asked, err := s.postUpdate(hook, u)
	s.mu.Lock()
	l := lanes[u.Lane]
	s.bell(err == nil)
	if err == nil {
		s.queue.drop(u)
		delete(lanes, u.Lane)
		s.settled.fire()
		s.arrived.fire()
		s.saver.changed(s)
		s.mu.Unlock()
		return
	}
	s.webhook.Err, s.webhook.ErrAt = err.Error(), s.config.Clock.Now()
	pause := min(firstPause<<min(l.tries, 6), longestPause)
	if asked > 0 {
		pause = min(asked, longestAsked)
	}
	l.tries++
	again := s.config.Clock.After(pause)
	s.mu.Unlock()
	select {
	case <-again:
	case <-s.ctx.Done():
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	l.busy = false
	s.arrived.fire()
}

// postUpdate makes the request. It returns the pause the server asked for.
func (s *Server) postUpdate(hook webhook, u *update) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(s.ctx, webhookPatience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, hook.URL, bytes.NewReader(u.encode(nil)))
	if err != nil {
		return 0, err
	}
	r.Header.Set("Content-Type", "application/json")
	if hook.Secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", hook.Secret)
	}
	w, err := s.hooks.Do(r)
	if err != nil {
		return 0, fmt.Errorf("connection failed: %w", err)
	}
	defer w.Body.Close()
	if w.StatusCode/100 == 2 {
		return 0, nil
	}
	seconds, _ := strconv.Atoi(w.Header.Get("Retry-After"))
	return time.Duration(seconds) * time.Second, fmt.Errorf("wrong response from the webhook: %s", w.Status)
}

// drop takes one update out, wherever it stands.
func (q *queue) drop(u *update) {
	same := func(other *update) bool { return other == u }
	n := len(q.Waiting)
	q.Waiting = slices.DeleteFunc(q.Waiting, same)
	q.Again = slices.DeleteFunc(q.Again, same)
	if len(q.Waiting) < n {
		q.archive(u)
	}
}
