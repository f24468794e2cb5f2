package apply

import (
	"fmt"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// begin opens the draft, makes one where a new application may begin, or says
// where the application stands.
func begin(tx *store.Tx, _ string) (flows.Reply, error) {
	round, open, err := card.OpenRound(tx)
	if err != nil || !open {
		return flows.Say("apply.no_round", flows.Ask(tx), flows.Row(flows.Menu())), err
	}
	a, found, err := latest(tx, round.ID)
	switch {
	case err != nil:
		return flows.Reply{}, err
	case !found:
		return beginNew(tx, round)
	case a.State == programme.AppDraft && card.May(tx, programme.ActEditDraft, a.Application) && round.Accepts(tx.Now()):
		return goOn(tx, a)
	}
	return standing(tx, a)
}

// goOn opens the form, unless there is something to be said before: who typed it
// for the unit, or that there is an earlier application to copy from.
func goOn(tx *store.Tx, a card.Application) (flows.Reply, error) {
	if r, shown, err := takeOver(tx, a); shown || err != nil {
		return r, err
	}
	open, err := undecided(tx, a)
	if err != nil || !open {
		return flows.Open(card.FormName, a.Subject()), err
	}
	return welcome(tx, a.Application)
}

// latest is the unit's newest application in a round.
func latest(tx *store.Tx, round programme.RoundID) (card.Application, bool, error) {
	all, err := tx.Applications(store.ApplicationFilter{RoundID: round, UnitID: tx.Grant().UnitID})
	if err != nil || len(all) == 0 {
		return card.Application{}, false, err
	}
	a, err := card.With(tx, all[len(all)-1])
	return a, true, err
}

// beginNew makes the draft and shows the welcome card with steps and deadline.
//
// Source: 6.1.
func beginNew(tx *store.Tx, round programme.Round) (flows.Reply, error) {
	if no, err := closed(tx, round); no != nil || err != nil {
		return *no, err
	}
	if _, _, err := programme.Next(programme.ApplicationMoves, "", programme.MoveStart, tx.Grant().Role); err != nil {
		return flows.Say("apply.contact_begins", flows.Ask(tx), flows.Row(flows.Menu())), nil
	}
	of, err := tx.Unit(tx.Grant().UnitID)
	if err != nil {
		return flows.Reply{}, err
	}
	if len(tx.Programme().Open(of.Type)) == 0 {
		return flows.Reply{}, flows.Refuse("apply.no_category", flows.Ask(tx))
	}
	a := programme.Application{RoundID: round.ID, UnitID: of.ID, BodyID: of.RecommendedBy()}
	if err := tx.AddApplication(&a); err != nil {
		return flows.Reply{}, fmt.Errorf("begin application: %w", err)
	}
	return welcome(tx, a)
}

// closed is the screen that says why nothing may begin now, nil if something may.
func closed(tx *store.Tx, round programme.Round) (*flows.Reply, error) {
	if round.Accepts(tx.Now()) {
		return nil, nil
	}
	data := flows.Ask(tx)
	data["Title"], data["OpensOn"], data["ClosesOn"] = round.Title, round.OpensOn.String(), round.ClosesOn.String()
	text := "apply.closed"
	if early(round, tx.Today()) {
		text = "apply.not_yet"
	}
	r := flows.Say(text, data, flows.Row(flows.Menu()))
	return &r, nil
}

// early reports whether the round's applying has not begun.
func early(round programme.Round, today programme.Date) bool {
	before := round.Phase == programme.RoundDraft || round.Phase == programme.RoundAnnounced
	return before || round.Phase == programme.RoundApplying && today.Before(round.OpensOn)
}

func welcome(tx *store.Tx, of programme.Application) (flows.Reply, error) {
	a, err := card.With(tx, of)
	if err != nil {
		return flows.Reply{}, err
	}
	data, err := a.LeaderFacts(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Title"], data["Unit"], data["Days"] = a.Round.Title, a.Unit.Name, daysLeft(tx, a)
	form, err := a.Form(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	form.NoSecret = true // the evidence is asked for once this is declared
	if open := tx.Programme().Open(a.Unit.Type); form.Category == "" && len(open) > 0 {
		form.Category = open[0].ID // its counts are asked for too
	}
	data["Questions"] = len(form.Questions())
	rows, err := offerCopy(tx, a, data)
	return flows.Say("apply.welcome", data, rows...), err
}

// start begins another application after the earlier one was withdrawn.
func start(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	newest, _, err := latest(tx, a.RoundID)
	if err != nil {
		return flows.Reply{}, err
	}
	if newest.ID != a.ID || a.State != programme.AppWithdrawn {
		return handled(tx, newest)
	}
	return beginNew(tx, a.Round)
}

// daysLeft counts the days to the last day of applying, that day included.
func daysLeft(tx *store.Tx, a card.Application) int {
	n := 0
	for d := tx.Today(); !a.Round.ClosesOn.Before(d); d = d.AddDays(1) {
		n++
	}
	return n
}
