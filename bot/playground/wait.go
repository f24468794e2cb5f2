package playground

import "context"

// Undelivered counts updates the bot was never given.
func (s *Server) Undelivered() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.queue.undelivered(s.config.Clock.Now())
}

// Unconfirmed counts updates the bot has not confirmed, delivered or not.
func (s *Server) Unconfirmed() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.queue.unconfirmed(s.config.Clock.Now())
}

// WaitConfirmed waits until no update is unconfirmed. Errors: those of ctx;
// ErrClosed.
func (s *Server) WaitConfirmed(ctx context.Context) error {
	for {
		s.mu.Lock()
		n := s.queue.unconfirmed(s.config.Clock.Now())
		settled := s.settled.wait()
		s.mu.Unlock()
		if n == 0 {
			return nil
		}
		select {
		case <-settled:
		case <-ctx.Done():
			return ctx.Err()
		case <-s.ctx.Done():
			return ErrClosed
		}
	}
}
