package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"luling/store/failpoint"
)

// wanted are the kinds of update we ask for. The list is always sent: without
// it the messenger keeps whatever was asked for last.
var wanted = []string{"message", "edited_message", "callback_query", "my_chat_member"}

const (
	pollLimit   = 100
	pollSeconds = 50
)

// a poller fetches updates and confirms a batch only by asking for the next one,
// after take has returned for it.
type poller struct {
	client *Client
	health *health
	log    *slog.Logger
	take   func(ctx context.Context, raw []json.RawMessage) error
}

// ErrDenied says that the messenger does not know the token.
var ErrDenied = errors.New("the messenger refuses the token: check LULING_TELEGRAM_TOKEN")

// run polls until ctx ends. The offset is never kept: what was not confirmed comes again.
func (p *poller) run(ctx context.Context) error {
	var offset int64
	back := backoff{}
	for ctx.Err() == nil {
		raw, err := p.fetch(ctx, offset)
		if err == nil && len(raw) > 0 {
			err = p.work(ctx, raw)
		}
		if err == nil {
			offset, back = next(raw), backoff{}
			continue
		}
		if ClassOf(err) == Denied {
			return fmt.Errorf("%w (%w)", ErrDenied, err)
		}
		if ctx.Err() == nil {
			p.log.Warn("updates wait", "error", err)
		}
		pause(ctx, back.wait(err))
	}
	return nil
}

// work runs a batch to its commit. The control variant, which confirms first,
// is what the crash test must catch.
func (p *poller) work(ctx context.Context, raw []json.RawMessage) error {
	if confirmFirst {
		ask := map[string]any{"offset": next(raw), "limit": 1, "timeout": 0, "allowed_updates": wanted}
		if err := p.client.Call(ctx, "getUpdates", ask, nil); err != nil {
			return err
		}
	}
	if err := p.take(ctx, raw); err != nil {
		return err
	}
	return failpoint.Hit("poll.before-confirm")
}

func (p *poller) fetch(ctx context.Context, offset int64) (raw []json.RawMessage, err error) {
	ask := map[string]any{"offset": offset, "limit": pollLimit, "timeout": pollSeconds, "allowed_updates": wanted}
	err = p.client.json(ctx, p.client.poll, "getUpdates", ask, &raw)
	p.health.note(err)
	return raw, err
}

func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

// next is the offset that confirms raw. After an empty answer everything is
// confirmed, and 0 finds updates even if their numbers have begun anew.
func next(raw []json.RawMessage) (offset int64) {
	for _, r := range raw {
		offset = max(offset, updateID(r)+1)
	}
	return offset
}

func updateID(raw json.RawMessage) int64 {
	var u struct {
		ID int64 `json:"update_id"`
	}
	if json.Unmarshal(raw, &u) != nil {
		return 0
	}
	return u.ID
}

// backoff grows from a fifth of a second to five seconds and obeys the messenger.
type backoff struct{ last time.Duration }

func (b *backoff) wait(err error) time.Duration {
	var e *CallError
	if errors.As(err, &e) && e.RetryAfter > 0 {
		return e.RetryAfter
	}
	if ClassOf(err) == Rival {
		return 5 * time.Second
	}
	b.last = min(max(2*b.last, 200*time.Millisecond), 5*time.Second)
	return b.last
}
