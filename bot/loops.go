package bot

import (
	"context"
	"time"
)

// ticks runs what is due, at once and then every minute of the clock.
func (b *Bot) ticks(ctx context.Context) error {
	for {
		if err := b.line.tick(ctx); err != nil && ctx.Err() == nil {
			b.cfg.Log.Error("tick", "error", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-b.cfg.Clock.After(tickEvery):
		}
	}
}

// flushes writes marks that no batch has taken along for a second.
func (b *Bot) flushes(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-b.sender.marks.wake:
		}
		pause(ctx, time.Second)
		if err := b.line.flush(ctx); err != nil && ctx.Err() == nil {
			b.cfg.Log.Warn("marks wait", "error", err)
		}
	}
}
