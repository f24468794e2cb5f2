package apply

import (
	"fmt"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

const returnForm = "apply.return"

// askReturn asks a leader why the application goes back to the contact.
func askReturn(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	if a.State != programme.AppAwaitingLeader || a.Version != p.Version {
		return handled(tx, a)
	}
	return flows.Open(returnForm, reasonFor(tx, a)), nil
}

func openReturn(tx *store.Tx, subject string) (flows.Form, error) {
	f, err := readReason(tx, subject, programme.ActReturnByLeader)
	if err != nil {
		return nil, err
	}
	if typist, err := f.Typist(tx); err != nil || typist == nil && !tx.Grant().Role.Leads() {
		return nil, also(err, flows.Refuse("not_allowed", flows.Ask(tx)))
	}
	f.act = giveBack
	return f, nil
}

// giveBack returns the application to the contact, or to who typed it for the
// unit, with the reason. The office returns only what was typed: no leader can.
//
// Source: 6.1; C17.
func giveBack(tx *store.Tx, a card.Application, reason string) (flows.Reply, error) {
	if err := tx.Make(&a.Application, programme.MoveReturnByLeader, reason); err != nil {
		return flows.Reply{}, err
	}
	data := map[string]any{
		"Unit": a.Unit.Name, "Year": a.Round.Year, "By": tx.Actor().Name, "Role": "role." + string(tx.Grant().Role),
		"Reason": reason, "ClosesOn": a.Round.ClosesOn.String(), "Days": daysLeft(tx, a),
	}
	people, mend, err := menders(tx, a)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Typed"] = mend.Act != "/apply"
	err = card.Tell(tx, card.Letter{
		Key: fmt.Sprintf("%s/returned/v%d", a.Object(), a.Version), Text: "apply.returned",
		Data: data, Buttons: [][]flows.Button{flows.Row(mend)},
	}, people...)
	r := flows.Say("apply.return_done", data, flows.Row(cardButton(a), flows.Menu()))
	r.Spent = requests(a)
	return r, err
}

// menders are who goes on with an application that was returned, and the button
// by which they do.
func menders(tx *store.Tx, a card.Application) ([]programme.Person, flows.Button, error) {
	mend := flows.Button{Text: "apply.button.go_on", Act: "/apply", Style: "primary"}
	typist, err := a.Typist(tx)
	if err != nil || typist == nil {
		people, no := tx.Holders(programme.RoleContact, a.UnitID, 0)
		return people, mend, also(err, no)
	}
	mend.Act, mend.Object = "apply.open", int64(a.ID)
	p, err := tx.Person(typist.Person)
	return []programme.Person{p}, mend, err
}
