package apply

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store"
)

// handled answers a button whose matter has moved on: who did it and when, and
// where the application stands now.
func handled(tx *store.Tx, a card.Application) (flows.Reply, error) {
	a, err := card.Read(tx, a.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	r, err := standing(tx, a)
	if err != nil {
		return r, err
	}
	if !tx.Grant().Role.OfUnit() {
		r.Buttons = deskKeys(a)
	}
	last, err := a.LastMove(tx)
	if err != nil || last == nil {
		r.Toast = &flows.Line{Text: "toast.stale"}
		return r, err
	}
	r.Toast = &flows.Line{Text: "toast.handled", Data: map[string]any{"By": last.By, "At": last.At}}
	r.Data.(map[string]any)["Handled"] = true
	return r, nil
}
