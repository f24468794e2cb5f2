package playground

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// heartbeat keeps a quiet stream from being taken for a dead one. It is time
// of the machine, as proxies go by that.
const heartbeat = 15 * time.Second

// pageEvents streams events. A page that says which one it saw last gets what
// it missed, or a reset if that is no longer known.
func (s *Server) pageEvents(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Accel-Buffering", "no")
	from := s.resume(r.Header.Get("Last-Event-ID"))
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	out := http.NewResponseController(w)
	if _, err := fmt.Fprint(w, "retry: 1000\n\n"); err != nil {
		return
	}
	for {
		batch, upTo, more := s.nextEvents(from)
		from = upTo
		for _, e := range batch {
			if _, err := fmt.Fprintf(w, "id: %s\nevent: %s\ndata: %s\n\n", e.ID, e.Name, e.Data); err != nil {
				return
			}
		}
		if err := out.Flush(); err != nil {
			return
		}
		select {
		case <-more:
		case <-beat.C:
			if _, err := fmt.Fprint(w, ": here\n\n"); err != nil {
				return
			}
		case <-r.Context().Done():
			return
		case <-s.ctx.Done():
			return
		}
	}
}

// unknown is a number no event has, so that it gives a reset.
const unknown = 1 << 62

// resume turns the id of the last event seen into its number.
func (s *Server) resume(id string) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if id == "" {
		return s.events.last
	}
	epoch, number, _ := strings.Cut(id, "-")
	n, err := strconv.ParseInt(number, 10, 64)
	if epoch != s.events.epoch || err != nil || n < 0 {
		return unknown
	}
	return n
}
