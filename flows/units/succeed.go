package units

import (
	"errors"
	"fmt"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// succeed is the second tap: it carries out what the preview said, if that is
// still so. Who comes second learns who was first.
//
// Source: A13.
func succeed(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	d, err := tx.DraftByID(p.Object)
	if errors.Is(err, store.ErrNotFound) || err == nil && d.Form != "units.end" {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if err != nil {
		return flows.Reply{}, err
	}
	f, err := readEnding(tx, d.Subject)
	if err != nil {
		return flows.Reply{}, err
	}
	if err := f.fill(tx, d.ID); err != nil {
		return flows.Reply{}, err
	}
	switch {
	case p.Arg != f.counted():
		return f.askTwice(d.ID, true), nil
	case f.How == "rename":
		return f.rename(tx)
	}
	return f.handOn(tx)
}

// fill puts the answers that were given before the first tap into the form.
func (f *endForm) fill(tx *store.Tx, draft int64) error {
	rows, err := tx.Answers(draft)
	if err != nil {
		return err
	}
	answers := make(map[string]ask.Answer, len(rows))
	for _, r := range rows {
		answers[r.Name] = ask.Answer{Value: r.Value, Skipped: r.Skipped, Done: r.Done}
	}
	if _, incomplete := ask.Current(ask.Fill(f, answers)); incomplete {
		return flows.Refuse("form_gone", nil)
	}
	return nil
}

// rename gives the body its new name; whatever is its stays its.
func (f *endForm) rename(tx *store.Tx) (flows.Reply, error) {
	b := f.body
	b.Name = f.Name
	if err := tx.PutBody(&b); err != nil {
		return flows.Reply{}, taken(err)
	}
	about := change("name", f.body.Name, b.Name)
	about["reason"] = f.Reason
	if err := journal(tx, "rename_body", bodyObject(b.ID), about); err != nil {
		return flows.Reply{}, err
	}
	if err := f.tell(tx, b.ID, "units.renamed", nil); err != nil {
		return flows.Reply{}, err
	}
	return bodyCard(tx, b, "renamed")
}

// handOn ends the body and gives what it had to the successor.
func (f *endForm) handOn(tx *store.Tx) (flows.Reply, error) {
	units, err := concerned(tx, f.body.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	b := f.body
	if _, err := tx.Succeed(&b, f.successor(), f.Reason); err != nil {
		return flows.Reply{}, taken(err)
	}
	if err := f.tell(tx, f.successor().ID, "units.went_over", units); err != nil {
		return flows.Reply{}, err
	}
	return bodyCard(tx, b, "succeeded")
}

// concerned are the units with an application that goes over.
func concerned(tx *store.Tx, body programme.BodyID) (units []programme.UnitID, err error) {
	all, err := tx.Applications(store.ApplicationFilter{BodyID: body})
	for _, a := range all {
		if a.State.Live() {
			units = append(units, a.UnitID)
		}
	}
	return units, err
}

// tell promises a word to the people of the body and to those of the units
// concerned.
func (f *endForm) tell(tx *store.Tx, body programme.BodyID, text string, units []programme.UnitID) error {
	people, err := tx.Holders(programme.RoleRecommender, 0, body)
	if err != nil {
		return err
	}
	letter := card.Letter{
		Key: fmt.Sprintf("%s/ended/v%d", bodyObject(f.body.ID), f.body.Version), Text: text,
		Data: f.preview(), Buttons: [][]flows.Button{flows.Row(flows.Menu())},
	}
	if err := card.Tell(tx, letter, people...); err != nil {
		return err
	}
	letter.Text = "units.went_over_unit"
	for _, unit := range units {
		people, err := card.Unit(tx, unit, 0)
		if err != nil {
			return err
		}
		if err := card.Tell(tx, letter, people...); err != nil {
			return err
		}
	}
	return nil
}
