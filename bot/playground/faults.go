package playground

import (
	"context"
	"errors"
	"net/http"
	"sync"
)

// A FaultKind is what goes wrong with a call.
type FaultKind int

// Kinds of fault. None but LostReply and Delay lets the call have its effect.
const (
	Refused     FaultKind = iota // the connection ends before anything was done
	TooMany                      // 429 with RetryAfter
	ServerError                  // 500
	BadGateway                   // 502 with a page of HTML, as a proxy sends
	LostReply                    // done, but the connection ends without an answer
	Delay                        // held until Release, then done
	Forbidden                    // 403 with Text
	BadRequest                   // 400 with Text
)

// A Fault breaks the next Times calls it fits.
type Fault struct {
	Method     string // "": every method but getUpdates
	ChatID     int64  // 0: every chat
	Times      int    // 0 counts as 1
	Kind       FaultKind
	RetryAfter int    // seconds, for TooMany; 0 counts as 1
	Text       string // description after "Forbidden: " or "Bad Request: "
}

// Injected is a fault at work.
type Injected struct {
	Fault
	server   *Server
	left     int // guarded by the server
	fired    int // guarded by the server
	struck   chan struct{}
	released chan struct{}
	release  func()
}

// InjectFault has the fault wait for the calls it fits. Of several the oldest
// that fits strikes.
func (s *Server) InjectFault(f Fault) *Injected {
	i := &Injected{Fault: f, server: s, left: max(f.Times, 1), struck: make(chan struct{}), released: make(chan struct{})}
	i.release = sync.OnceFunc(func() { close(i.released) })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, i)
	return i
}

// Fired counts the calls it struck.
func (i *Injected) Fired() int {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	return i.fired
}

// Struck is closed by its first strike.
func (i *Injected) Struck() <-chan struct{} { return i.struck }

func (i *Injected) strike() {
	i.left--
	if i.fired++; i.fired == 1 {
		close(i.struck)
	}
}

// Release lets held calls go on and later ones pass without delay. A second
// call does nothing.
func (i *Injected) Release() { i.release() }

// fault takes the oldest fault that fits the call, nil if none does.
func (s *Server) fault(c *call) *Injected {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.chat = s.chatOf(c)
	for _, i := range s.faults {
		if i.left > 0 && i.fits(c) {
			i.strike()
			return i
		}
	}
	return nil
}

// chatOf is the chat a call is about: the one it names, or that of the person
// whose press it answers.
func (s *Server) chatOf(c *call) int64 {
	if p := s.presses.byID[c.text("callback_query_id")]; p != nil {
		return p.Person
	}
	return c.chatID("chat_id")
}

func (i *Injected) fits(c *call) bool {
	if i.Method == "" && c.method == "getUpdates" || i.Method != "" && i.Method != c.method {
		return false
	}
	return i.ChatID == 0 || i.ChatID == c.chat
}

// errCut ends the connection without an answer.
var errCut = errors.New("connection cut")

// before strikes ahead of the call.
func (i *Injected) before(ctx context.Context) error {
	if i == nil {
		return nil
	}
	switch i.Kind {
	case Refused:
		return errCut
	case TooMany:
		return tooMany(max(i.RetryAfter, 1))
	case ServerError:
		return &refusal{status: http.StatusInternalServerError, text: "Internal Server Error"}
	case BadGateway:
		return &refusal{status: http.StatusBadGateway, text: "Bad Gateway", body: "<html><body><h1>502 Bad Gateway</h1></body></html>"}
	case Forbidden:
		return forbidden(i.Text)
	case BadRequest:
		return bad("%s", i.Text)
	case Delay:
		return i.server.hold(ctx, i.released)
	}
	return nil
}

// after strikes behind it.
func (i *Injected) after() error {
	if i != nil && i.Kind == LostReply {
		return errCut
	}
	return nil
}

// hold waits until the gate opens, the client leaves or the box closes.
func (s *Server) hold(ctx context.Context, open <-chan struct{}) error {
	select {
	case <-open:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-s.ctx.Done():
		return errCut
	}
}

type gate struct{ open chan struct{} }

// Silence makes Telegram silent, or ends that: connections are accepted,
// requests read, and nothing is answered until it is lifted. Requests whose
// client is still there are then answered.
func (s *Server) Silence(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case on && s.silent == nil:
		s.silent = &gate{make(chan struct{})}
	case !on && s.silent != nil:
		close(s.silent.open)
		s.silent = nil
	}
}

func (s *Server) waitSilence(ctx context.Context) error {
	s.mu.Lock()
	silent := s.silent
	s.mu.Unlock()
	if silent == nil {
		return nil
	}
	return s.hold(ctx, silent.open)
}
