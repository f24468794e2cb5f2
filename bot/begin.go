package bot

import (
	"context"
	"fmt"

	tg "github.com/go-telegram/bot/models"

	"luling/store"
)

// hello learns the bot's own name and tells the messenger the public commands.
func (b *Bot) hello(ctx context.Context) error {
	var me tg.User
	for back := (backoff{}); ; {
		err := b.client.Call(ctx, "getMe", struct{}{}, &me)
		if err == nil {
			break
		}
		if ClassOf(err) == Denied {
			return fmt.Errorf("%w (%w)", ErrDenied, err)
		}
		b.cfg.Log.Warn("the messenger does not answer yet", "error", err)
		pause(ctx, back.wait(err))
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	texts, err := tongues(b.cfg.Programme, me.Username)
	if err != nil {
		return err
	}
	b.sender.render = renderer{texts: texts}
	return b.sender.publicMenu(ctx, b.line.house)
}

// restore takes up what the last process left: its claims end, and every screen
// that was wanted and not shown is asked for.
func (b *Bot) restore(ctx context.Context) error {
	var screens []store.Screen
	err := b.db.Update(ctx, b.cfg.Clock.Now(), func(tx *store.Tx) (err error) {
		if err = tx.EndLeases(); err != nil {
			return err
		}
		screens, err = tx.ScreensUnshown(100_000)
		return err
	})
	if err != nil {
		return fmt.Errorf("screens to show: %w", err)
	}
	for _, s := range screens {
		b.sender.want(wish{Screen: s, again: true})
	}
	return nil
}
