package playground

import "time"

// grace is how long after its last poll a bot still counts as there. It is
// time of the machine: a bot does its work in that.
const grace = 5 * time.Second

// link is what the page knows of the bot's being there.
type link struct {
	up    bool
	timer *time.Timer
}

// bell records that the bot was heard of, or is gone.
func (s *Server) bell(up bool) {
	if s.link.timer != nil {
		s.link.timer.Stop()
		s.link.timer = nil
	}
	if s.link.up != up {
		s.link.up = up
		s.tell(event{name: "bot"})
	}
}

// fade takes the bot for gone if it does not poll again within the grace.
func (s *Server) fade() {
	if s.closed {
		return
	}
	var timer *time.Timer
	timer = time.AfterFunc(grace, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.link.timer == timer && s.poll == nil {
			s.bell(false)
		}
	})
	s.link.timer = timer
}
