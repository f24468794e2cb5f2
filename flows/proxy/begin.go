package proxy

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

// choose begins to type for the unit of a button: who took it on already goes on
// with it, anybody else says why first.
func choose(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	u, round, err := vacantUnit(tx, programme.UnitID(p.Object))
	if err != nil {
		return flows.Reply{}, err
	}
	of, found, err := newest(tx, round, u.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	if !found || of.State == programme.AppWithdrawn {
		return flows.Open(beginForm, subject(tx, u)), nil
	}
	if of.State != programme.AppDraft {
		look := flows.Button{Text: "proxy.button.look", Act: "desk.card", Object: int64(of.ID)}
		data := map[string]any{"Unit": u.Name, "State": "state." + string(of.State)}
		return flows.Say("proxy.under_way", data, flows.Row(look), back()), nil
	}
	if card.May(tx, programme.ActEditDraft, of) {
		return flows.Open(card.FormName, strconv.FormatInt(int64(of.ID), 10)), nil
	}
	return flows.Open(beginForm, subject(tx, u)), nil
}

func back() []flows.Button {
	return flows.Row(flows.Button{Text: "proxy.button.list", Act: "/proxy"}, flows.Menu())
}

// vacantUnit finds a unit the actor may type for now, in the round that accepts
// applications. Which one a unit is that he may not type for is not said, unless he
// looks after it.
func vacantUnit(tx *store.Tx, id programme.UnitID) (u programme.Unit, round programme.Round, err error) {
	none := flows.Refuse("not_allowed", flows.Ask(tx))
	u, err = tx.Unit(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && tx.Grant().Role == programme.RoleRecommender && u.RecommendedBy() != tx.Grant().BodyID {
		return u, round, none
	}
	if err != nil {
		return u, round, err
	}
	may, err := card.MayType(tx, u)
	if err != nil {
		return u, round, err
	}
	if !may {
		return u, round, flows.Refuse("proxy.manned", map[string]any{"Unit": u.Name})
	}
	if len(tx.Programme().Open(u.Type)) == 0 {
		return u, round, flows.Refuse("apply.no_category", flows.Ask(tx))
	}
	round, open, err := card.OpenRound(tx)
	if err == nil && (!open || !round.Accepts(tx.SentAt())) {
		err = flows.Refuse("apply.round_closed", map[string]any{"ClosesOn": round.ClosesOn.String()})
	}
	return u, round, err
}

// A beginning asks one person for the reason why he types for a unit.
type beginning struct {
	unit   programme.Unit
	round  programme.Round
	reason string
}

// subject is what the form is about: the unit and the person.
func subject(tx *store.Tx, u programme.Unit) string { return fmt.Sprintf("%d/%d", u.ID, tx.Actor().ID) }

func openBegin(tx *store.Tx, about string) (flows.Form, error) {
	unit, person, _ := strings.Cut(about, "/")
	id, err := strconv.ParseInt(unit, 10, 64)
	if err != nil || person != strconv.FormatInt(int64(tx.Actor().ID), 10) {
		return nil, flows.Refuse("form_gone", nil)
	}
	f := &beginning{}
	f.unit, f.round, err = vacantUnit(tx, programme.UnitID(id))
	if err != nil {
		return nil, err
	}
	return f, nil
}

// For implements [flows.Proxied].
func (f *beginning) For() string { return f.unit.Name }

// Questions implements [ask.Form].
func (f *beginning) Questions() []ask.Question {
	return []ask.Question{ask.LongText("reason", &f.reason, ask.In("reason"), ask.Length(leastReason, mostReason),
		ask.About(map[string]any{"Unit": f.unit.Name}))}
}

// Submit makes the draft unless the unit has one, notes who types and why, and
// opens the unit's form.
func (f *beginning) Submit(tx *store.Tx) (flows.Reply, error) {
	a, found, err := newest(tx, f.round, f.unit.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	if !found || a.State == programme.AppWithdrawn {
		a = programme.Application{RoundID: f.round.ID, UnitID: f.unit.ID, BodyID: f.unit.RecommendedBy()}
		if err := tx.AddApplication(&a); err != nil {
			return flows.Reply{}, fmt.Errorf("begin to type: %w", err)
		}
	}
	if a.State != programme.AppDraft {
		return flows.Reply{}, flows.Refuse("apply.locked", map[string]any{"State": "state." + string(a.State)})
	}
	object := card.Application{Application: a}.Object()
	if err := tx.Journal(store.Entry{Act: card.ProxyAct, Object: object, Reason: f.reason, Clause: programme.Ours}); err != nil {
		return flows.Reply{}, err
	}
	return flows.Open(card.FormName, strconv.FormatInt(int64(a.ID), 10)), nil
}
