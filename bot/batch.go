package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"luling/flows"
	"luling/store"
	"luling/store/failpoint"
	"luling/store/programme"
)

// a batch is what its turns leave behind, to be acted on after the commit.
type batch struct {
	*line
	ctx     context.Context
	waits   context.Context // ends when screens on their way are waited for no longer
	talks   map[int64]flows.Conversation
	changed []int64
	wishes  map[int64]wish         // by chat: the newest screen
	answers map[string]*flows.Line // by press
	held    map[int64]bool         // persons whose earlier turn failed: theirs wait, to keep the order
	menus   map[int64]menuOf       // chats whose list of commands has changed
	spent   []store.Notice         // whose buttons go
	leaves  []leaf                 // documents made from memory
	failed  []arrival
}

type menuOf struct {
	role programme.Role
	lang string
}

// take runs one arrival as a turn. Only errors that end the whole batch are returned.
func (b *batch) take(sb *store.Batch, a arrival) error {
	if b.held[a.input.From] {
		b.failed = append(b.failed, a)
		return nil
	}
	seen, err := b.turn(sb, a)
	switch {
	case err == nil && seen == store.Repeat: // its screen is shown, on its way, or was asked for at the start
		b.answers[a.press] = nil
		return nil
	case err == nil:
		return nil
	case endsBatch(err), b.ctx.Err() != nil:
		return err
	}
	return b.fail(sb, a, err)
}

// endsBatch tells failures of the database, which say nothing about the update,
// from failures of the turn.
func endsBatch(err error) bool {
	for _, e := range []error{store.ErrBatchLost, store.ErrBusy, store.ErrFull, store.ErrReadOnly} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// turn is one unit of change. A refusal undoes it and is shown instead.
func (b *batch) turn(sb *store.Batch, a arrival) (store.Seen, error) {
	seen, err := sb.Turn(a.update, func(tx *store.Tx) error {
		if a.ignored {
			return nil
		}
		if a.done != nil {
			if err := a.done(tx); err != nil {
				return err
			}
		}
		return b.apply(tx, a, b.house.Turn)
	})
	if r := flows.RefusalOf(err); r != nil {
		_, err = sb.Turn(0, func(tx *store.Tx) error {
			return b.apply(tx, a, func(tx *store.Tx, c flows.Conversation, in flows.Input) (flows.Outcome, error) {
				return b.house.Refused(tx, c, in, r)
			})
		})
	}
	return seen, err
}

type turn func(*store.Tx, flows.Conversation, flows.Input) (flows.Outcome, error)

// apply runs the turn on the person's conversation and stores the screen it wants.
func (b *batch) apply(tx *store.Tx, a arrival, run turn) error {
	screen, err := tx.Screen(a.input.Chat)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	screen.Chat = a.input.Chat
	c := b.talks[a.input.From]
	if !c.Fits(screen) {
		c = flows.Rebuild(screen)
	}
	in := a.input
	in.Live = in.Message != 0 && in.Message == screen.MessageID || in.Event.Internal()
	switch in.Event {
	case flows.Texted:
		in.Early, in.Blind = b.early(in, screen)
	case flows.Filed:
		_, in.Early = b.wishes[in.Chat]
	case flows.Pressed:
		in.Offered = in.Live && offered(screen, in.Data)
	}
	out, err := run(tx, c, in)
	if err != nil {
		return err
	}
	if err := failpoint.Hit("line.after-turn"); err != nil {
		return err
	}
	return b.keep(tx, a, in, screen, out)
}

// early reports whether the question asked now, or at least the live screen,
// cannot have been seen yet: it was made in this very batch, or was sent after
// the message was.
func (b *batch) early(in flows.Input, now store.Screen) (early, blind bool) {
	if w, ok := b.wishes[in.Chat]; ok && w.Anew {
		return !b.sender.seen.sees(now), true
	}
	return b.sender.seen.early(b.waits, now, in.Message)
}

func encode(r flows.Reply) ([]byte, error) {
	content, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encode screen: %w", err)
	}
	return content, nil
}

// settle acts on what was committed: conversations, answers to presses, screens, promises.
func (b *batch) settle(soon *answers) {
	put := make(map[int64]flows.Conversation, len(b.changed))
	for _, id := range b.changed {
		put[id] = b.talks[id]
	}
	if len(put) > 0 {
		if err := b.line.talks.Save(b.ctx, put, nil); err != nil {
			b.log.Warn("conversations stay in the database alone", "error", err)
		}
	}
	_ = failpoint.Hit("line.after-save")
	soon.give(b.answers)
	for _, w := range b.wishes {
		b.sender.want(w)
	}
	for _, l := range b.leaves {
		b.sender.lanes.add(l.chat, func(ctx context.Context) { b.sender.paper(ctx, l) }, b.sender.show)
	}
	for _, n := range b.spent {
		b.sender.lanes.add(n.Chat, func(ctx context.Context) { b.sender.strip(ctx, n.Chat, n.MessageID) }, b.sender.show)
	}
	for chat, m := range b.menus {
		b.sender.lanes.add(chat, func(ctx context.Context) { b.sender.ownMenu(ctx, b.house, chat, m.role, m.lang) }, b.sender.show)
	}
	b.wake()
}
