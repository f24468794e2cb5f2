package bottest

import "time"

// Pass lets the clock run, a minute in less than a second, until everything
// that follows is done: what waits for its time gets it.
func (w *World) Pass() {
	w.t.Helper()
	done := make(chan struct{})
	defer close(done)
	go func() {
		each := time.NewTicker(5 * time.Millisecond)
		defer each.Stop()
		for {
			select {
			case <-done:
				return
			case <-each.C:
				w.Clock.Advance(500 * time.Millisecond)
			}
		}
	}()
	w.Settle()
}
