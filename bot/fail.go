package bot

import (
	"errors"
	"fmt"

	"luling/flows"
	"luling/store"
)

// fail undoes the memory of a failed update so that it runs again alone, or
// sets it aside after the last attempt and tells the person.
func (b *batch) fail(sb *store.Batch, a arrival, cause error) error {
	a.tries++
	tries := a.tries
	if a.update != 0 {
		n, err := sb.Tx().Attempt(a.update)
		if err != nil {
			return err
		}
		tries = n
	}
	b.report(a, tries, cause)
	if tries < attempts {
		b.held[a.input.From] = true
		b.failed = append(b.failed, a)
		return sb.Forget(a.update)
	}
	return b.setAside(sb, a, tries, cause)
}

func (b *batch) report(a arrival, tries int, cause error) {
	var p *store.PanicError
	if errors.As(cause, &p) {
		b.log.Error("turn panicked", "update", a.update, "try", tries, "stack", string(p.Stack))
		return
	}
	b.log.Error("turn failed", "update", a.update, "try", tries, "error", cause)
}

// setAside makes the update a dead letter and shows an apology; the person goes on.
func (b *batch) setAside(sb *store.Batch, a arrival, tries int, cause error) error {
	if err := sb.Tx().AddDeadLetter(b.letter(sb.Tx(), a, tries, cause)); err != nil {
		return fmt.Errorf("dead letter: %w", err)
	}
	_, err := sb.Turn(0, func(tx *store.Tx) error {
		return b.apply(tx, a, func(tx *store.Tx, c flows.Conversation, in flows.Input) (flows.Outcome, error) {
			return b.house.Failed(tx, c, in)
		})
	})
	if err != nil && !errors.Is(err, store.ErrBatchLost) {
		b.log.Error("apology not stored", "update", a.update, "error", err)
		return nil
	}
	return err
}

// letter is what is kept of an update that was set aside. Whose it was is left
// out where it cannot be read: it may be the reason of the failure.
func (b *batch) letter(tx *store.Tx, a arrival, tries int, cause error) store.DeadLetter {
	l := store.DeadLetter{UpdateID: a.update, Error: failure(cause), Payload: a.raw, Tries: tries}
	if p, err := tx.PersonByTelegram(a.input.From); err == nil {
		l.PersonID = p.ID
	}
	return l
}

// failure says what went wrong without a word that a person typed.
func failure(err error) string {
	var p *store.PanicError
	if errors.As(err, &p) {
		return "panic"
	}
	return cut(unquoted(err), 500)
}
