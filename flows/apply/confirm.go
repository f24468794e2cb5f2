package apply

import (
	"errors"
	"fmt"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// confirm is a leader's confirmation in two taps: the first shows what is about
// to be submitted and its hash, the second submits exactly that. Who comes
// second to another leader learns who confirmed and when.
//
// Source: S5.2b; C10, ruling 5.
func confirm(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	if a.State != programme.AppAwaitingLeader || a.Version != p.Version {
		return confirmed(tx, a)
	}
	if !card.May(tx, programme.ActConfirm, a.Application) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	inTime, err := a.Confirms(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	if !inTime {
		return late(tx, a)
	}
	return confirmWhole(tx, a, p.Arg)
}

// confirmed answers a tap that came too late: whoever made the submission with
// an earlier one gets its result again.
func confirmed(tx *store.Tx, a card.Application) (flows.Reply, error) {
	last, err := a.LastMove(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	if last != nil && last.Actor == tx.Actor().ID && last.Move == string(programme.MoveSubmit) {
		return receipt(tx, a)
	}
	return handled(tx, a)
}

// confirmWhole takes the tap of a leader who may confirm now; said is the hash that
// the button knew, "" for the first tap.
func confirmWhole(tx *store.Tx, a card.Application, said string) (flows.Reply, error) {
	d, err := a.Draft(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	if gaps := d.Gaps(); len(gaps) > 0 || !d.Whole() {
		return unready(a, gaps), nil
	}
	content, err := d.Content().Bytes()
	if err != nil {
		return flows.Reply{}, err
	}
	if hash := card.Short(card.Hash(content)); said != hash {
		return askTwice(tx, a, hash, said != "")
	}
	return submit(tx, a, content)
}

// askTwice is the screen of the first tap, and of a second tap whose content
// has changed since.
func askTwice(tx *store.Tx, a card.Application, hash string, changed bool) (flows.Reply, error) {
	data, err := preview(tx, a)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Hash"], data["Changed"], data["Grace"] = hash, changed, a.Round.Late(tx.Now())
	yes := flows.Button{Text: "apply.button.confirm_now", Act: "apply.confirm", Object: int64(a.ID), Version: a.Version, Arg: hash, Style: "success"}
	return flows.Say("apply.confirm", data, flows.Row(yes), flows.Row(pageButton(a), cardButton(a))), nil
}

// unready lists what a leader cannot confirm; it goes back to be mended.
func unready(a card.Application, gaps []programme.Gap) flows.Reply {
	lines := make([]map[string]any, 0, len(gaps))
	for _, g := range gaps {
		lines = append(lines, map[string]any{"Text": g.Name, "Data": gap(a, g).Data})
	}
	back := flows.Button{Text: "apply.button.return", Act: "apply.return", Object: int64(a.ID), Version: a.Version}
	return flows.Say("apply.unready", map[string]any{"Unit": a.Unit.Name, "Gaps": lines}, flows.Row(back), flows.Row(cardButton(a)))
}

// late says that the last day has passed.
func late(tx *store.Tx, a card.Application) (flows.Reply, error) {
	data := flows.Ask(tx)
	data["Title"], data["ClosesOn"], data["Grace"] = a.Round.Title, a.Round.ClosesOn.String(), a.Round.GraceHours
	return flows.Say("apply.late", data, flows.Row(cardButton(a), flows.Menu())), nil
}

// submit freezes the content, gives the application its number and tells
// everybody concerned.
func submit(tx *store.Tx, a card.Application, content []byte) (flows.Reply, error) {
	a.Number = a.Official()
	now := tx.Now()
	a.SubmittedAt = &now
	if err := tx.PutApplication(&a.Application); err != nil {
		return flows.Reply{}, fmt.Errorf("submit application: %w", err)
	}
	err := tx.Make(&a.Application, programme.MoveSubmit, "")
	if errors.Is(err, store.ErrConflict) {
		return handled(tx, a)
	}
	if err != nil {
		return flows.Reply{}, err
	}
	if _, err := tx.AddSnapshot(a.ID, content); err != nil {
		return flows.Reply{}, err
	}
	r, err := receipt(tx, a)
	if err != nil {
		return r, err
	}
	people, err := card.Unit(tx, a.UnitID, tx.Actor().ID)
	if err != nil {
		return r, err
	}
	key := fmt.Sprintf("%s/receipt/v%d", a.Object(), a.Version)
	if err := card.Tell(tx, card.Letter{Key: key, Text: r.Text, Data: r.Data, Buttons: r.Buttons}, people...); err != nil {
		return r, err
	}
	return r, tellBody(tx, a, "arrived", r.Data)
}

// receipt is what everybody of the unit is told of a submission, the leader who
// made it on his screen (T1).
//
// Source: C11, T1.
func receipt(tx *store.Tx, a card.Application) (flows.Reply, error) {
	s, err := a.Standing(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	scanned, err := byScan(tx, a)
	if err != nil {
		return flows.Reply{}, err
	}
	data := map[string]any{"Standing": s, "Body": a.Body.Name, "Scanned": scanned}
	r := flows.Say("apply.receipt", data, flows.Row(pageButton(a), cardButton(a)))
	r.Spent = requests(a)
	return r, nil
}

// tellBody tells the people of the recommending body what happened.
func tellBody(tx *store.Tx, a card.Application, what string, data any) error {
	people, err := tx.Holders(programme.RoleRecommender, 0, a.BodyID)
	if err != nil {
		return err
	}
	look := flows.Button{Text: "apply.button.look", Act: "desk.card", Object: int64(a.ID)}
	return card.Tell(tx, card.Letter{
		Key: fmt.Sprintf("%s/%s/v%d/body", a.Object(), what, a.Version), Text: "apply." + what,
		Data: data, Buttons: [][]flows.Button{flows.Row(look)},
	}, people...)
}
