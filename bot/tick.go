package bot

import (
	"context"
	"fmt"
	"time"

	"luling/store"
)

// tick runs what is due by the clock, through the same line as everything else.
func (l *line) tick(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock.Now()
	err := l.db.Update(ctx, now, func(tx *store.Tx) error {
		for _, f := range l.house.Features {
			if f.Due == nil {
				continue
			}
			if err := f.Due(tx, now); err != nil {
				return fmt.Errorf("due of %s: %w", f.Name, err)
			}
		}
		_, err := tx.PruneSeen(now.Add(-48 * time.Hour))
		return err
	})
	if err == nil {
		l.sender.seen.forget(remembered)
		l.wake()
	}
	return err
}

// flush writes the marks that wait, in a batch of their own.
func (l *line) flush(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.sender.marks.waiting() {
		return nil
	}
	_, err := l.batch(ctx, nil, &answers{})
	return err
}
