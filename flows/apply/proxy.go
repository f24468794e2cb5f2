package apply

import (
	"fmt"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// fillable finds the application of a form for those who fill it in: its contact,
// or who types for the unit as long as it has no contact of its own.
//
// Source: C1, C17.
func fillable(tx *store.Tx, id int64) (card.Application, error) {
	a, err := card.Find(tx, programme.ActSeeName, id)
	if err != nil || a.State == programme.AppDraft && card.May(tx, programme.ActEditDraft, a.Application) {
		return a, err
	}
	if typed, err := a.Proxied(tx); err != nil || typed && !tx.Grant().Role.OfUnit() && a.State == programme.AppDraft {
		return a, also(err, flows.Refuse("proxy.manned", map[string]any{"Unit": a.Unit.Name}))
	}
	if !card.May(tx, programme.ActSeeApplication, a.Application) {
		return a, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if a.State != programme.AppDraft {
		return a, flows.Refuse("apply.locked", map[string]any{"State": "state." + string(a.State)})
	}
	return a, flows.Refuse("not_allowed", flows.Ask(tx))
}

// also is the first error, or else the other.
func also(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// sentByProxy tells the office, which confirms by the signed paper where no leader
// can, and shows who typed what happens next.
//
// Source: C10, C17.
func sentByProxy(tx *store.Tx, a card.Application, p card.Proxy) (flows.Reply, error) {
	data, err := preview(tx, a)
	if err != nil {
		return flows.Reply{}, err
	}
	facts, err := a.LeaderFacts(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Leaders"], data["Proxy"] = facts["Leaders"], p
	if facts["Leaders"].([]string) == nil {
		people, err := tx.Holders(programme.RoleOffice, 0, 0)
		if err != nil {
			return flows.Reply{}, err
		}
		err = card.Tell(tx, card.Letter{
			Key: fmt.Sprintf("%soffice/v%d", requests(a), a.Version), Text: "apply.please_scan", Data: data,
			Buttons: [][]flows.Button{flows.Row(deskKeys(a)[0][0])},
		}, people...)
		if err != nil {
			return flows.Reply{}, err
		}
	}
	return flows.Say("apply.sent_typed", data, deskKeys(a)...), nil
}

// takeOver shows the contact who has typed for the unit before he goes on himself,
// as long as he has answered nothing.
func takeOver(tx *store.Tx, a card.Application) (r flows.Reply, shown bool, err error) {
	p, err := a.Proxy(tx)
	if err != nil || p == nil {
		return r, false, err
	}
	d, err := a.Draft(tx)
	if err != nil {
		return r, false, err
	}
	rows, err := tx.Answers(d.Row.ID)
	for _, row := range rows {
		if row.By == tx.Actor().ID {
			return r, false, err
		}
	}
	done, total := d.Done()
	goOn := flows.Button{Text: "apply.button.go_on", Act: "apply.open", Object: int64(a.ID), Style: "primary"}
	data := map[string]any{"Unit": a.Unit.Name, "Year": a.Round.Year, "Proxy": p, "Reason": p.Reason, "Done": done, "Total": total}
	return flows.Say("apply.taken_over", data, flows.Row(goOn), flows.Row(pageButton(a), flows.Menu())), true, err
}
