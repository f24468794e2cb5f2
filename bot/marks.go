package bot

import (
	"errors"
	"sync"

	"luling/store"
)

// marks are what became of sending: they ride in the next batch, or in one of
// their own when none comes. Lost marks only mean that a screen is shown twice.
type marks struct {
	mu   sync.Mutex
	list []func(*store.Tx) error
	wake chan struct{} // one waiting signal is enough
}

func newMarks() *marks { return &marks{wake: make(chan struct{}, 1)} }

func (m *marks) add(f func(*store.Tx) error) {
	m.mu.Lock()
	m.list = append(m.list, f)
	m.mu.Unlock()
	select {
	case m.wake <- struct{}{}:
	default:
	}
}

func (m *marks) shown(k store.Mark) { m.add(func(tx *store.Tx) error { return tx.MarkShown(k) }) }

func (m *marks) keyboard(chat int64, has bool) {
	m.add(func(tx *store.Tx) error { return tx.MarkKeyboard(chat, has) })
}

func (m *marks) unreachable(chat int64) {
	m.add(func(tx *store.Tx) error {
		p, err := tx.PersonByTelegram(chat)
		if errors.Is(err, store.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return tx.NoticeUnreachable(p.ID)
	})
}

// take empties the list; put gives back what could not be written.
func (m *marks) take() []func(*store.Tx) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	list := m.list
	m.list = nil
	return list
}

func (m *marks) put(list []func(*store.Tx) error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.list = append(list, m.list...)
}

func (m *marks) waiting() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.list) > 0
}
