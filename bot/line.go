package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"luling/flows"
	"luling/store"
	"luling/store/conversation"
	"luling/store/failpoint"
)

// attempts is how often an update that fails is tried before it is set aside.
const attempts = 3

// a line runs updates as turns: a batch at a time, each person's in order, one
// durable commit and two round trips to Redis for all of them.
type line struct {
	db     *store.DB
	house  *flows.House
	talks  talks
	clock  *Clock
	log    *slog.Logger
	sender *sender
	wake   func() // something was promised or ordered: look for notices and jobs

	mu   sync.Mutex     // batches run one after the other
	told map[int64]bool // chats that know the database is away
}

// talks is where conversations stand; it may forget or be away at any moment.
type talks interface {
	Load(ctx context.Context, ids []int64) (map[int64]flows.Conversation, error)
	Save(ctx context.Context, put map[int64]flows.Conversation, drop []int64) error
}

var _ talks = (*conversation.Store[flows.Conversation])(nil)

// take runs raw updates to their end: what returns nil is committed, or set
// aside for good, and may be confirmed.
func (l *line) take(ctx context.Context, raw []json.RawMessage) error {
	now := l.clock.Now()
	in := make([]arrival, 0, len(raw))
	for _, r := range raw {
		a, wanted := understand(r, now)
		a.ignored = !wanted
		l.limit(&a)
		in = append(in, a)
	}
	return l.run(ctx, in)
}

// limit passes over what is more than one person may send; the first of it tells
// him so. What the messenger reports of him is not his.
//
// Source: M9.
func (l *line) limit(a *arrival) {
	if e := a.input.Event; a.ignored || e == flows.Left || e == flows.Returned {
		return
	}
	ok, first := l.sender.pace.Takes(a.input.From, a.input.At)
	a.input.Flooded, a.ignored = first, !ok && !first
}

// run takes arrivals of any kind. Those that fail run again, each alone.
func (l *line) run(ctx context.Context, in []arrival) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	soon := l.answerSoon(in)
	defer soon.stop()
	again, err := l.batch(ctx, in, soon)
	if err != nil {
		if !errors.Is(err, store.ErrBatchLost) && !errors.Is(err, store.ErrUnsure) {
			l.away(in, soon)
			return err
		}
		l.log.Warn("batch runs again one by one", "error", err, "updates", len(in))
		again = in
	}
	for _, a := range again {
		if err := l.alone(ctx, a, soon); err != nil {
			l.away(in, soon)
			return err
		}
	}
	clear(l.told)
	return nil
}

// alone runs one arrival in batches of its own until it succeeds or is set aside.
func (l *line) alone(ctx context.Context, a arrival, soon *answers) error {
	for {
		rest, err := l.batch(ctx, []arrival{a}, soon)
		if err != nil {
			return err
		}
		if len(rest) == 0 {
			return nil
		}
		a = rest[0]
	}
}

// batch runs arrivals under one commit and returns those whose turn failed.
func (l *line) batch(ctx context.Context, in []arrival, soon *answers) (failed []arrival, err error) {
	b := &batch{line: l, ctx: ctx, talks: l.load(ctx, in), wishes: map[int64]wish{}, answers: map[string]*flows.Line{}, held: map[int64]bool{}, menus: map[int64]menuOf{}}
	soonest, enough := context.WithTimeout(ctx, time.Second) // for screens on their way, in the whole batch
	defer enough()
	b.waits = soonest
	pending := l.sender.marks.take()
	if err := failpoint.Hit("line.before-batch"); err != nil {
		l.sender.marks.put(pending)
		return nil, err
	}
	err = l.db.Batch(ctx, l.clock.Now(), func(sb *store.Batch) error {
		for _, mark := range pending {
			if err := mark(sb.Tx()); err != nil {
				return fmt.Errorf("mark: %w", err)
			}
		}
		for _, a := range in {
			if err := b.take(sb, a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		l.sender.marks.put(pending)
		return nil, fmt.Errorf("batch: %w", err)
	}
	_ = failpoint.Hit("line.after-commit")
	b.settle(soon)
	return b.failed, nil
}

// load fetches the conversations of the batch. Without them every person's is
// made again from the database, so a failure is only worth a line in the log.
func (l *line) load(ctx context.Context, in []arrival) map[int64]flows.Conversation {
	var ids []int64
	for _, a := range in {
		if a.input.From != 0 {
			ids = append(ids, a.input.From)
		}
	}
	if len(ids) == 0 {
		return map[int64]flows.Conversation{}
	}
	found, err := l.talks.Load(ctx, ids)
	if err != nil {
		l.log.Warn("conversations are rebuilt from the database", "error", err)
	}
	if found == nil {
		found = map[int64]flows.Conversation{}
	}
	return found
}
