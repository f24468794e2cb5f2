package apply

import (
	"fmt"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

const withdrawForm = "apply.withdraw"

// withdrawCommand shows the application with the button that withdraws it, so
// that a command alone never does.
func withdrawCommand(tx *store.Tx, _ string) (flows.Reply, error) { return progress(tx, "") }

// askWithdraw is the first tap: it asks for the reason. The second submits it.
func askWithdraw(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	if a.Version != p.Version || !card.May(tx, programme.ActWithdraw, a.Application) {
		return handled(tx, a)
	}
	return flows.Open(withdrawForm, reasonFor(tx, a)), nil
}

func openWithdraw(tx *store.Tx, subject string) (flows.Form, error) {
	f, err := readReason(tx, subject, programme.ActWithdraw)
	if err != nil {
		return nil, err
	}
	f.act = withdraw
	return f, nil
}

// withdraw ends the application for the unit. What was never submitted, its
// contact may withdraw alone; after that contact and leader both agree, and a
// leader's word is the unit's.
//
// Source: C13, 6.1 (U + L).
func withdraw(tx *store.Tx, a card.Application, reason string) (flows.Reply, error) {
	if !alone(tx, a) {
		return askTogether(tx, a, programme.MoveWithdraw, reason)
	}
	return withdrawn(tx, a, reason)
}

// withdrawn makes the move and tells everybody concerned.
func withdrawn(tx *store.Tx, a card.Application, reason string) (flows.Reply, error) {
	if err := tx.Make(&a.Application, programme.MoveWithdraw, reason); err != nil {
		return flows.Reply{}, err
	}
	return announce(tx, a, "withdrawn", reason)
}

// restore takes the withdrawal back, while the same phase is open.
//
// Source: C13, 6.1.
func restore(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	if a.State != programme.AppWithdrawn || a.Version != p.Version {
		return handled(tx, a)
	}
	if !card.May(tx, programme.ActRestore, a.Application) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if !alone(tx, a) {
		return askTogether(tx, a, programme.MoveRestore, "")
	}
	return restored(tx, a, "")
}

// restored makes the move, asks the leaders again where they had been asked, and
// tells everybody concerned.
func restored(tx *store.Tx, a card.Application, reason string) (flows.Reply, error) {
	ok, err := restorable(tx, a)
	if err != nil {
		return flows.Reply{}, err
	}
	if !ok {
		return flows.Reply{}, flows.Refuse("apply.cannot_restore", flows.Ask(tx))
	}
	if err := tx.Make(&a.Application, programme.MoveRestore, reason); err != nil {
		return flows.Reply{}, err
	}
	if a.State == programme.AppAwaitingLeader {
		if err := askLeaders(tx, a); err != nil {
			return flows.Reply{}, err
		}
	}
	return announce(tx, a, "restored", reason)
}

// restorable reports whether the withdrawal may be taken back: the round was not
// moved since, applying is not over, and no other application took the place.
func restorable(tx *store.Tx, a card.Application) (bool, error) {
	last, err := tx.LastEntry(a.Object(), string(programme.MoveWithdraw))
	if err != nil {
		return false, err
	}
	moves, err := tx.Entries(fmt.Sprintf("round/%d", a.RoundID))
	if err != nil {
		return false, err
	}
	for _, m := range moves {
		if m.ID > last.ID && m.From != m.To {
			return false, nil
		}
	}
	if a.Round.Phase == programme.RoundApplying && !a.Round.Accepts(tx.Now()) {
		return false, nil
	}
	newer, _, err := latest(tx, a.RoundID)
	return newer.ID == a.ID, err
}

// announce tells the unit, and whoever had received the application, that it was
// withdrawn or restored.
func announce(tx *store.Tx, a card.Application, what, reason string) (flows.Reply, error) {
	s, err := a.Standing(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	data := map[string]any{"Standing": s, "Reason": reason, "By": tx.Actor().Name}
	people, err := card.Unit(tx, a.UnitID, tx.Actor().ID)
	if err != nil {
		return flows.Reply{}, err
	}
	key := fmt.Sprintf("%s/%s/v%d", a.Object(), what, a.Version)
	rows := [][]flows.Button{flows.Row(cardButton(a))}
	if err := card.Tell(tx, card.Letter{Key: key, Text: "apply." + what, Data: data, Buttons: rows}, people...); err != nil {
		return flows.Reply{}, err
	}
	if err := tellReceivers(tx, a, what, data); err != nil {
		return flows.Reply{}, err
	}
	return flows.Say("apply."+what, data, flows.Row(cardButton(a), flows.Menu())), nil
}

// tellReceivers tells the recommending body of what it had received, and the
// office of what it had.
func tellReceivers(tx *store.Tx, a card.Application, what string, data map[string]any) error {
	if !card.Frozen(a.Stage()) {
		return nil
	}
	if err := tellBody(tx, a, what+"_body", data); err != nil {
		return err
	}
	if a.Stage() == programme.AppSubmitted || a.Stage() == programme.AppReturnedByBody {
		return nil
	}
	people, err := tx.Holders(programme.RoleOffice, 0, 0)
	if err != nil {
		return err
	}
	key := fmt.Sprintf("%s/%s/v%d/office", a.Object(), what, a.Version)
	return card.Tell(tx, card.Letter{Key: key, Text: "apply." + what + "_body", Data: data}, people...)
}
