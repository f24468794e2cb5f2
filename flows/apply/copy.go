package apply

import (
	"encoding/json"
	"errors"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// copyAct is the journal's word for taking over answers of an earlier application.
const copyAct = "copy"

// undecided reports whether the application is as it was begun, though there is an
// earlier one to copy from.
func undecided(tx *store.Tx, a card.Application) (bool, error) {
	first, err := untouched(tx, a)
	if err != nil || !first {
		return false, err
	}
	earlier, err := a.Earlier(tx)
	return earlier != nil, err
}

// untouched reports whether nobody has answered anything of the application yet.
func untouched(tx *store.Tx, a card.Application) (bool, error) {
	d, err := tx.Draft(card.FormName, a.Subject())
	if errors.Is(err, store.ErrNotFound) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	rows, err := tx.Answers(d.ID)
	return len(rows) == 0, err
}

// offerCopy adds to the welcome what may be copied from, and the two ways to begin.
func offerCopy(tx *store.Tx, a card.Application, data map[string]any) ([][]flows.Button, error) {
	earlier, err := a.Earlier(tx)
	if err != nil || earlier == nil {
		begin := flows.Button{Text: "apply.button.begin", Act: "/apply", Style: "primary"}
		return [][]flows.Button{flows.Row(begin), flows.Row(flows.Menu())}, err
	}
	about := map[string]any{"Year": earlier.Round.Year, "Number": earlier.Number}
	data["Earlier"] = about
	blank := flows.Button{Text: "apply.button.blank", Act: "apply.open", Object: int64(a.ID)}
	from := flows.Button{Text: "apply.button.copy", Data: about, Act: "apply.copy", Object: int64(a.ID), Style: "primary"}
	return [][]flows.Button{flows.Row(from), flows.Row(blank), flows.Row(flows.Menu())}, nil
}

// copyEarlier offers the answers of the unit's earlier application, each to be
// confirmed or changed, and opens the form. A second tap only opens it.
//
// Source: C16.
func copyEarlier(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := fillable(tx, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	r := flows.Open(card.FormName, a.Subject())
	first, err := untouched(tx, a)
	if err != nil || !first {
		return r, err
	}
	earlier, err := a.Earlier(tx)
	if err != nil || earlier == nil {
		return r, err
	}
	answers, err := a.Copied(tx, *earlier)
	if err != nil {
		return r, err
	}
	if err := prefill(tx, a, *earlier, answers); err != nil {
		return r, err
	}
	r.Toast = &flows.Line{Text: "apply.copied", Data: map[string]any{"Year": earlier.Round.Year, "Count": len(answers)}, Alert: true}
	return r, nil
}

func prefill(tx *store.Tx, a, earlier card.Application, answers []store.Answer) error {
	d, _, err := tx.OpenDraft(card.FormName, a.Subject())
	if err != nil {
		return err
	}
	if err := tx.Prefill(&d, answers); err != nil {
		return err
	}
	from, err := json.Marshal(map[string]any{"from": earlier.ID})
	if err != nil {
		return err
	}
	return tx.Journal(store.Entry{Act: copyAct, Object: a.Object(), Clause: programme.Ours, Data: from})
}
