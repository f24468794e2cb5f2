package bot

import (
	"context"
	"errors"
	"time"

	tg "github.com/go-telegram/bot"
)

func (s *sender) call(ctx context.Context, method string, params, result any) error {
	err := s.client.Call(ctx, method, params, result)
	s.health.note(err)
	var e *CallError
	if errors.As(err, &e) && e.Class == TooMany {
		s.pace.Pause(e.RetryAfter)
	}
	return err
}

// settled deals with failures that no repeat can mend.
func (s *sender) settled(w wish, err error) bool {
	switch ClassOf(err) {
	case Unreachable:
		s.marks.unreachable(w.Chat)
		s.shown(w, w.MessageID, "", false)
		return true
	case Refused, Denied, Moved:
		s.log.Error("screen refused", "error", err)
		s.shown(w, w.MessageID, "", false)
		return true
	}
	return false
}

// rest waits before a repeat. What may have arrived is repeated only once the
// messenger answers again, so that silence does not fill the chat with copies.
// After too many messages the pace itself holds everybody.
func (s *sender) rest(ctx context.Context, err error, b *backoff) {
	if ClassOf(err) == TooMany {
		return
	}
	pause(ctx, b.wait(err))
	if ClassOf(err) == Unsure && !s.answered(ctx) {
		s.health.await(ctx)
	}
}

// yield waits until the chat's next message may go.
func (s *sender) yield(ctx context.Context, pace func(context.Context, int64) time.Duration, chat int64) error {
	for ctx.Err() == nil {
		d := pace(ctx, chat)
		if d <= 0 {
			return nil
		}
		select {
		case <-ctx.Done():
		case <-s.clock.After(d):
		}
	}
	return ctx.Err()
}

// strip takes the buttons off a message that is no longer live. It is a
// courtesy: buttons left behind are answered as stale.
func (s *sender) strip(ctx context.Context, chat int64, message int) {
	err := s.call(ctx, "editMessageReplyMarkup", &tg.EditMessageReplyMarkupParams{ChatID: chat, MessageID: message}, nil)
	if err != nil {
		s.log.Debug("old buttons stay", "class", ClassOf(err))
	}
}
