package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/go-telegram/bot/models"

	"luling/store"
	"luling/store/failpoint"
	"luling/store/files"
)

const (
	lease   = time.Minute // how long a claimed notice or job is left alone
	handful = 50          // claimed at once
)

// a post sends what was promised: it claims notices, hands each to its chat's
// lane, and writes down what became of it.
type post struct {
	*sender
	folder *files.Folder
	write  func(ctx context.Context, f func(*store.Tx) error) error
	done   func() // a chat may be ready for its next notice
}

// claim takes a handful of due notices and puts them into the lanes. It returns
// how many there were.
func (p *post) claim(ctx context.Context) (int, error) {
	var letters []letter
	err := p.write(ctx, func(tx *store.Tx) error {
		letters = nil
		notices, err := tx.ClaimNotices(handful, lease)
		for _, n := range notices {
			l, err := address(tx, n)
			if err != nil {
				return err
			}
			letters = append(letters, l)
		}
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("claim notices: %w", err)
	}
	for _, l := range letters {
		p.lanes.add(l.Chat, func(ctx context.Context) { p.deliver(ctx, l) }, p.show)
	}
	return len(letters), nil
}

// deliver sends one notice and records the outcome. Nothing is tried twice
// here: a repeat is a matter of the row.
func (p *post) deliver(ctx context.Context, l letter) {
	wait := p.pace.Reply
	if l.Class != store.ClassReply {
		wait = p.pace.Bulk
	}
	if err := p.yield(ctx, wait, l.Chat); err != nil {
		return
	}
	_ = failpoint.Hit("sender.before-notice")
	id, err := p.send(ctx, l)
	_ = failpoint.Hit("sender.after-notice")
	record := p.outcome(l, id, err)
	if err := p.write(context.WithoutCancel(ctx), record); err != nil {
		p.log.Error("outcome of a notice not written", "notice", l.ID, "error", err)
	}
	p.done()
}

func (p *post) send(ctx context.Context, l letter) (int, error) {
	if l.file != nil {
		return p.sendFile(ctx, l)
	}
	page, err := p.words(l)
	if err != nil {
		return 0, &CallError{Method: "render", Class: Refused, err: err}
	}
	var m models.Message
	err = p.call(ctx, "sendMessage", page.message(l.Chat), &m)
	return m.ID, err
}

// outcome is what to write down about a sent notice.
func (p *post) outcome(l letter, id int, err error) func(*store.Tx) error {
	var e *CallError
	class := ClassOf(err)
	switch {
	case err == nil:
		return func(tx *store.Tx) error { return tx.NoticeSent(l.ID, id) }
	case class == Unreachable && l.PersonID != 0:
		return func(tx *store.Tx) error { return tx.NoticeUnreachable(l.PersonID) }
	case class == Unsure:
		return func(tx *store.Tx) error { return tx.NoticeUnknown(l.ID, string(class)) }
	case class == TooMany && errors.As(err, &e):
		return func(tx *store.Tx) error { return tx.NoticeRetry(l.ID, tx.Now().Add(e.RetryAfter), string(class)) }
	case class == NotSent:
		return func(tx *store.Tx) error { return tx.NoticeRetry(l.ID, tx.Now().Add(delay(l.Tries)), string(class)) }
	}
	p.log.Error("notice refused", "notice", l.ID, "text", l.Text, "error", err)
	return func(tx *store.Tx) error { return tx.NoticeFailed(l.ID, string(class)) }
}

// delay grows with the tries, from a second to five minutes.
func delay(tries int) time.Duration {
	return min(time.Second<<min(max(tries-1, 0), 9), 5*time.Minute)
}
