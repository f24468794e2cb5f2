package apply

import (
	"fmt"
	"strings"
	"time"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// The journal's words for a contact's request and a leader's no; the move follows.
const (
	asks     = "ask_"
	declines = "decline_"
)

// An asking is a contact's open request to withdraw or restore, which a leader
// answers.
type asking struct {
	Move   string
	By     string
	At     time.Time
	Reason string
}

// alone reports whether the actor's own word is enough: a leader's always, a
// contact's as long as nothing was submitted.
func alone(tx *store.Tx, a card.Application) bool {
	return tx.Grant().Role.Leads() || !card.Frozen(a.Stage())
}

// askTogether records the contact's request and puts it before the leaders.
// While one is open, asking again shows it.
func askTogether(tx *store.Tx, a card.Application, move programme.Move, reason string) (flows.Reply, error) {
	open, err := request(tx, a)
	if err != nil || open != nil {
		return reShow(tx, a, err)
	}
	err = tx.Journal(store.Entry{Act: asks + string(move), Object: a.Object(), Reason: reason, Clause: programme.Ours})
	if err != nil {
		return flows.Reply{}, err
	}
	leaders, err := card.Leaders(tx, a.UnitID)
	if err != nil {
		return flows.Reply{}, err
	}
	data, err := a.LeaderFacts(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Unit"], data["Number"], data["Move"] = a.Unit.Name, a.Number, string(move)
	data["By"], data["Reason"] = tx.Actor().Name, reason
	err = card.Tell(tx, card.Letter{
		Key:  fmt.Sprintf("%s/%s%s/v%d/%d", a.Object(), asks, move, a.Version, tx.Now().UnixMilli()),
		Text: "apply.please_agree", Data: data, Buttons: answers(a, move),
	}, leaders...)
	return flows.Say("apply.asked", data, flows.Row(cardButton(a), flows.Menu())), err
}

func reShow(tx *store.Tx, a card.Application, err error) (flows.Reply, error) {
	if err != nil {
		return flows.Reply{}, err
	}
	return standing(tx, a)
}

func answers(a card.Application, move programme.Move) [][]flows.Button {
	about := map[string]any{"Move": string(move)}
	button := func(text, act, style string) flows.Button {
		return flows.Button{Text: text, Data: about, Act: act, Object: int64(a.ID), Version: a.Version, Arg: string(move), Style: style}
	}
	return [][]flows.Button{
		flows.Row(button("apply.button.agree", "apply.agree", "danger"), button("apply.button.decline", "apply.decline", "")),
		flows.Row(cardButton(a)),
	}
}

// request is the open request about the application, nil if there is none: a move
// or a leader's no since then has answered it.
func request(tx *store.Tx, a card.Application) (*asking, error) {
	entries, err := tx.Entries(a.Object())
	if err != nil {
		return nil, err
	}
	for i := len(entries) - 1; i >= 0; i-- {
		e := entries[i]
		if e.From != e.To || strings.HasPrefix(e.Act, declines) {
			return nil, nil
		}
		if move, ok := strings.CutPrefix(e.Act, asks); ok {
			by, err := card.Name(tx, e.Actor)
			return &asking{Move: move, By: by, At: e.At, Reason: e.Reason}, err
		}
	}
	return nil, nil
}

// asked finds the application of a leader's answer with the request it answers.
func asked(tx *store.Tx, p flows.Press) (a card.Application, open *asking, err error) {
	if a, err = card.Find(tx, programme.ActSeeApplication, p.Object); err != nil {
		return a, nil, err
	}
	open, err = request(tx, a)
	if open != nil && (a.Version != p.Version || open.Move != p.Arg) {
		open = nil
	}
	return a, open, err
}

// agree is a leader's yes to the contact's request: the second word of two.
func agree(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, open, err := asked(tx, p)
	switch {
	case err != nil:
		return flows.Reply{}, err
	case open == nil:
		return handled(tx, a)
	case open.Move == string(programme.MoveRestore):
		return restored(tx, a, open.Reason)
	}
	return withdrawn(tx, a, open.Reason)
}

// decline is a leader's no: the application stays as it is.
func decline(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, open, err := asked(tx, p)
	if err != nil {
		return flows.Reply{}, err
	}
	if open == nil {
		return handled(tx, a)
	}
	if err := tx.Journal(store.Entry{Act: declines + open.Move, Object: a.Object(), Clause: programme.Ours}); err != nil {
		return flows.Reply{}, err
	}
	people, err := tx.Holders(programme.RoleContact, a.UnitID, 0)
	if err != nil {
		return flows.Reply{}, err
	}
	data := map[string]any{"Unit": a.Unit.Name, "Move": open.Move, "By": tx.Actor().Name, "Role": "role." + string(tx.Grant().Role)}
	err = card.Tell(tx, card.Letter{
		Key:  fmt.Sprintf("%s/%s%s/v%d/%d", a.Object(), declines, open.Move, a.Version, tx.Now().UnixMilli()),
		Text: "apply.declined", Data: data, Buttons: [][]flows.Button{flows.Row(cardButton(a))},
	}, people...)
	return flows.Say("apply.declined", data, flows.Row(cardButton(a), flows.Menu())), err
}
