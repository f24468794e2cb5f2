package apply

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// Bounds of a reason, in characters. Source: 6, common rules.
const (
	leastReason = 10
	mostReason  = 500
)

// reasonForm asks one person for the reason of one act on an application as it
// was when he began.
type reasonForm struct {
	card.Application
	reason string
	act    func(tx *store.Tx, a card.Application, reason string) (flows.Reply, error)
}

// Questions implements [ask.Form].
func (f *reasonForm) Questions() []ask.Question {
	about := map[string]any{"Unit": f.Unit.Name, "Number": f.Number, "State": "state." + string(f.State)}
	return []ask.Question{ask.LongText("reason", &f.reason, ask.In("reason"), ask.Length(leastReason, mostReason), ask.About(about))}
}

// Submit implements [flows.Form].
func (f *reasonForm) Submit(tx *store.Tx) (flows.Reply, error) {
	return f.act(tx, f.Application, f.reason)
}

// reasonFor is the subject of a reason: the application, its version, the person.
func reasonFor(tx *store.Tx, a card.Application) string {
	return fmt.Sprintf("%d/%d/%d", a.ID, a.Version, tx.Actor().ID)
}

// readReason finds the application of a subject, for the person it names, who may
// do the act, while the application is as it was.
func readReason(tx *store.Tx, subject string, act programme.Act) (*reasonForm, error) {
	n, err := numbers(subject)
	if err != nil || programme.PersonID(n[2]) != tx.Actor().ID {
		return nil, flows.Refuse("form_gone", nil)
	}
	a, err := card.Find(tx, programme.ActSeeApplication, n[0])
	if err != nil {
		return nil, err
	}
	if a.Version != n[1] {
		return nil, moved(tx, a)
	}
	if !card.May(tx, act, a.Application) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return &reasonForm{Application: a}, nil
}

// moved refuses what was meant for an earlier version, and says who moved it on.
func moved(tx *store.Tx, a card.Application) error {
	last, err := a.LastMove(tx)
	if err != nil {
		return err
	}
	if last == nil {
		return flows.Refuse("form_gone", nil)
	}
	return flows.Refuse("apply.moved", map[string]any{"By": last.By, "At": last.At, "State": "state." + string(a.State)})
}

func numbers(subject string) (n [3]int64, err error) {
	parts := strings.Split(subject, "/")
	if len(parts) != len(n) {
		return n, errors.New("not a subject of a reason")
	}
	for i, part := range parts {
		if n[i], err = strconv.ParseInt(part, 10, 64); err != nil {
			return n, err
		}
	}
	return n, nil
}
