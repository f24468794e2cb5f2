package bot

import (
	"context"
	"fmt"
	"time"

	"luling/store"
)

// Quiet returns when everything that followed from the updates taken so far is
// done: notices and jobs that are due, screens, and the marks of them. Tests
// wait on it, never on time. It must not be called before Run or after its end.
func (b *Bot) Quiet(ctx context.Context) error {
	for ctx.Err() == nil {
		b.courier.turned()
		b.courier.wait()
		b.sender.lanes.wait()
		if err := b.line.flush(ctx); err != nil {
			return fmt.Errorf("flush: %w", err)
		}
		idle, err := b.idle(ctx)
		if err != nil || idle {
			return err
		}
	}
	return ctx.Err()
}

// idle reports whether nothing is due and nothing is on its way. A round of the
// courier in between may have moved something from the one to the other.
func (b *Bot) idle(ctx context.Context) (idle bool, err error) {
	now := b.cfg.Clock.Now()
	round, rested := b.courier.rests()
	err = b.db.View(ctx, now, func(tx *store.Tx) error {
		at, err := tx.NextDue()
		idle = at.IsZero() || at.After(now)
		return err
	})
	idle = idle && !b.sender.lanes.busy() && !b.sender.marks.waiting()
	after, rests := b.courier.rests()
	return idle && rested && rests && round == after, err
}

// DB is the bot's database, for tests and for commands that share the process.
func (b *Bot) DB() *store.DB { return b.db }

// Tick runs what is due by the clock now, as each minute does.
func (b *Bot) Tick(ctx context.Context) error { return b.line.tick(ctx) }

// Now is the bot's time.
func (b *Bot) Now() time.Time { return b.cfg.Clock.Now() }
