package flowtest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"luling/flows"
	"luling/store"
	"luling/store/storetest"
)

// A Walk is what several people do in a house, one input after another, each
// chosen by numbers: the same numbers are the same walk. After each input the
// promises of a conversation are looked at; the first that is broken ends it.
type Walk struct {
	House   *House
	People  []*Stroller
	Now     time.Time
	Opens   string                        // what opens the form that is walked through
	Watches []func(w *Walk, d Deed) error // further promises of a test

	inside  func(func(*store.Tx) error) error // runs one turn
	drafts  map[int64]bool
	now     *Records // what is stored, nil if it is not known
	story   []string
	numbers int
}

// A Stroller is one of a walk's people, with what stands in his chat.
type Stroller struct {
	storetest.Player
	C     flows.Conversation
	Reply flows.Reply  // the live screen
	Row   store.Screen // as it is stored
	Old   []string     // data of buttons of screens that are gone

	saw     Records // what was stored when his screen was made
	message int
	typed   string // the message typed last
}

// errUndone ends a walk as if it had not been.
var errUndone = errors.New("undone")

// Walk lets people go from nothing, all under one instant, and undoes it. What
// go returns is returned.
func (h *House) Walk(people []storetest.Player, go_ func(*Walk) error) (err error) {
	end := h.DB.Batch(context.Background(), h.Now, func(b *store.Batch) error {
		err = go_(h.walk(people, func(turn func(*store.Tx) error) error {
			_, err := b.Turn(0, turn)
			return err
		}))
		return errUndone
	})
	if !errors.Is(end, errUndone) {
		return fmt.Errorf("the batch: %w", end)
	}
	return err
}

// WalkSlowly is Walk with a second between two inputs, each committed on its own
// and for good.
func (h *House) WalkSlowly(people []storetest.Player, go_ func(*Walk) error) error {
	var w *Walk
	w = h.walk(people, func(turn func(*store.Tx) error) error {
		return h.DB.Update(context.Background(), w.Now, turn)
	})
	w.Opens += fmt.Sprintf(" %d", h.Now.Unix()) // nobody was here before
	err := go_(w)
	h.Now = w.Now
	return err
}

func (h *House) walk(people []storetest.Player, inside func(func(*store.Tx) error) error) *Walk {
	w := &Walk{House: h, Now: h.Now, Opens: "/toy", inside: inside, drafts: map[int64]bool{}}
	for _, p := range people {
		w.People = append(w.People, &Stroller{Player: p, C: flows.Rebuild(store.Screen{})})
	}
	return w
}

// failed is an error with what happened until then.
func (w *Walk) failed(format string, args ...any) error {
	story := ""
	for _, line := range w.story[max(len(w.story)-40, 0):] {
		story += "\n  " + line
	}
	return fmt.Errorf(format+"\nafter:%s", append(args, story)...)
}

// turn does what the edge does with one input: a turn, or the refusal instead of
// it, and what is to be shown is stored.
func (w *Walk) turn(p *Stroller, in flows.Input) (out flows.Outcome, err error) {
	run := func(turn func(*store.Tx) (flows.Outcome, error)) error {
		return w.inside(func(tx *store.Tx) (err error) {
			if out, err = turn(tx); err != nil {
				return err
			}
			return w.keep(tx, p, in, out)
		})
	}
	err = run(func(tx *store.Tx) (flows.Outcome, error) { return w.House.flows.Turn(tx, p.C, in) })
	if no := flows.RefusalOf(err); no != nil {
		err = run(func(tx *store.Tx) (flows.Outcome, error) { return w.House.flows.Refused(tx, p.C, in, no) })
	}
	return out, err
}

// read reads the database as it is between two inputs.
func (w *Walk) read(read func(*store.Tx) error) error { return w.inside(read) }
