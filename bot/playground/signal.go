package playground

// A signal wakes everybody who waits for it. It is guarded by the box's mutex:
// take the channel under the lock, look, unlock, then wait.
type signal struct{ ch chan struct{} }

// wait returns a channel that the next fire closes.
func (g *signal) wait() <-chan struct{} {
	if g.ch == nil {
		g.ch = make(chan struct{})
	}
	return g.ch
}

func (g *signal) fire() {
	if g.ch != nil {
		close(g.ch)
		g.ch = nil
	}
}
