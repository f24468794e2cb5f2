package playground

import (
	"encoding/json"
	"strconv"
	"sync"
	"time"
)

// remembered is how many events a page that lost its connection may catch up on.
const remembered = 4096

// An event is something the page shows. It says what it is about, not what it
// looks like: that is drawn when somebody reads it, as it is then, so that
// events cost nothing while nobody looks.
type event struct {
	name    string
	person  int64
	message int64
	toast   *Toast
}

// An Event is one event as the page gets it. Names: message, delete, toast,
// person, typing, clock, bot, reset. After reset a reader must look again at
// everything: it was too slow or the box is another one.
type Event struct {
	ID     string // resumes after this event
	Name   string
	Person int64 // 0: of nobody
	Data   json.RawMessage
}

// events is a ring of the newest events. Their numbers start at 1.
type events struct {
	epoch string // tells this box's run from another
	ring  [remembered]event
	last  int64
	more  signal
}

func newEvents(now time.Time) events {
	return events{epoch: strconv.FormatInt(now.UnixNano(), 36)}
}

func (s *Server) tell(e event) {
	s.events.last++
	s.events.ring[s.events.last%remembered] = e
	s.events.more.fire()
}

// eventsAfter draws what came after number n, and says up to which number. A
// number no longer remembered gives one reset. An event about something gone
// since gives nothing.
func (s *Server) eventsAfter(n int64) (out []Event, upTo int64) {
	r := &s.events
	if n > r.last || r.last-n > remembered {
		return []Event{{ID: s.eventID(r.last), Name: "reset", Data: json.RawMessage("{}")}}, r.last
	}
	for n++; n <= r.last; n++ {
		e := r.ring[n%remembered]
		if v := s.draw(e); v != nil {
			raw, err := json.Marshal(v)
			if err == nil {
				out = append(out, Event{ID: s.eventID(n), Name: e.name, Person: e.person, Data: raw})
			}
		}
	}
	return out, r.last
}

func (s *Server) eventID(n int64) string {
	return s.events.epoch + "-" + strconv.FormatInt(n, 10)
}

// Subscribe returns everything that happens from now on, and a function that
// ends it and closes the channel. A reader too slow by some thousand events
// gets a reset.
func (s *Server) Subscribe() (<-chan Event, func()) {
	s.mu.Lock()
	from := s.events.last
	s.mu.Unlock()
	out, done := make(chan Event), make(chan struct{})
	go s.pump(from, out, done)
	return out, sync.OnceFunc(func() { close(done) })
}

func (s *Server) pump(from int64, out chan<- Event, done <-chan struct{}) {
	defer close(out)
	for {
		batch, upTo, more := s.nextEvents(from)
		for _, e := range batch {
			select {
			case out <- e:
			case <-done:
				return
			case <-s.ctx.Done():
				return
			}
		}
		from = upTo
		select {
		case <-more:
		case <-done:
			return
		case <-s.ctx.Done():
			return
		}
	}
}

func (s *Server) nextEvents(from int64) ([]Event, int64, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	batch, upTo := s.eventsAfter(from)
	return batch, upTo, s.events.more.wait()
}
