package bot

import (
	"context"
	"errors"
	"sync"
	"time"
)

// health knows whether the messenger answers.
type health struct {
	mu    sync.Mutex
	calls chan struct{} // closed at the next answered call
}

// note takes the result of a call: any answer, a refusal too, is a sign of life.
func (h *health) note(err error) {
	var e *CallError
	if errors.As(err, &e) && (e.Class == NotSent || e.Class == Unsure) {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.calls != nil {
		close(h.calls)
		h.calls = nil
	}
}

// await returns at the next answered call, or after half a minute.
func (h *health) await(ctx context.Context) {
	h.mu.Lock()
	if h.calls == nil {
		h.calls = make(chan struct{})
	}
	ch := h.calls
	h.mu.Unlock()
	t := time.NewTimer(30 * time.Second)
	defer t.Stop()
	select {
	case <-ch:
	case <-ctx.Done():
	case <-t.C:
	}
}
