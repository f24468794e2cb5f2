package about

import (
	"errors"
	"fmt"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
)

const (
	approveForm = "about.approve"
	waiveForm   = "about.waive"
)

// Bounds of a number and of a reason, in characters.
const (
	leastNumber, mostNumber = 4, 100
	leastReason, mostReason = 10, 500
)

// An approval is what an officer fills in: the number, or why there is none.
type approval struct {
	Number string
	Reason string
	waives bool
	stood  string // number that stood when he began
	was    int64  // version of it
}

// open begins a form about the approval as it is now, for the person who asks.
func open(form string) func(tx, press) (flows.Reply, error) {
	return func(tx tx, _ press) (flows.Reply, error) {
		a, err := tx.Approval()
		return flows.Open(form, fmt.Sprintf("%d/%d", a.Version, tx.Actor().ID)), err
	}
}

// load opens the form of a subject, while what stands is what stood then.
func load(waives bool) flows.OpenForm {
	return func(tx tx, subject string) (flows.Form, error) {
		if err := maySet(tx); err != nil {
			return nil, err
		}
		a, err := tx.Approval()
		if err != nil {
			return nil, err
		}
		if subject != fmt.Sprintf("%d/%d", a.Version, tx.Actor().ID) {
			return nil, flows.Refuse("conflict", nil)
		}
		return &approval{waives: waives, stood: a.Number, was: a.Version}, nil
	}
}

// Questions asks for the number; and for the reason where there is to be none, or
// where one stood.
func (f *approval) Questions() (qs []ask.Question) {
	in, about := ask.In("approval"), ask.About(map[string]any{"Stood": f.stood})
	if !f.waives {
		qs = append(qs, ask.Text("number", &f.Number, ask.Length(leastNumber, mostNumber), in, about))
	}
	if f.waives || f.stood != "" {
		qs = append(qs, ask.LongText("reason", &f.Reason, ask.Length(leastReason, mostReason), in, about))
	}
	return qs
}

// Submit sets it from now on, and shows the settings.
func (f *approval) Submit(tx tx) (flows.Reply, error) {
	err := tx.SetApproval(f.Number, f.Reason, f.was)
	if errors.Is(err, store.ErrConflict) {
		return flows.Reply{}, flows.Refuse("conflict", nil)
	}
	if err != nil {
		return flows.Reply{}, err
	}
	return settings(tx, press{})
}
