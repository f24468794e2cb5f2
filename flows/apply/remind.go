package apply

import (
	"fmt"
	"time"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// perTick bounds the drafts one tick mentions; the next one goes on.
const perTick = 20

// remindDrafts tells contacts of drafts that nobody has touched for as many
// working days as the programme says, and some working days before the last day of
// applying. A draft that was mentioned since it was touched last is not mentioned
// again for lying idle; one that was begun after a step gets the next one.
//
// Source: C9.
func remindDrafts(tx *store.Tx, round programme.Round) error {
	if !round.Accepts(tx.Now()) || !awake(tx) {
		return nil
	}
	p, today := tx.Programme(), tx.Today()
	if days, on, is := p.DraftReminder(round.ClosesOn, today); is {
		about := fmt.Sprintf("draft/%s/-%d/", round.ClosesOn, days)
		begun := store.Mention{RoundID: round.ID, Begun: on.Starts(), Touched: tx.Now(), About: about, Limit: perTick}
		if err := mention(tx, begun, func(card.Application, card.Draft) string { return about }); err != nil {
			return err
		}
	}
	return mention(tx, idle(p, round, today), func(a card.Application, d card.Draft) string {
		return fmt.Sprintf("draft/idle/v%d.%d/", a.Version, d.Row.Version)
	})
}

// idle chooses drafts whose last touch lies so far back that the period since has
// ended: on the working day after it.
func idle(p *programme.Programme, round programme.Round, today programme.Date) store.Mention {
	touched := p.Calendar.AddWorkdays(today, -p.Periods.IdleDraftDays).Starts()
	return store.Mention{RoundID: round.ID, Begun: touched, Touched: touched, About: "draft/", Renewed: true, Limit: perTick}
}

// mention tells the contacts of the drafts chosen, each under a key of its own.
func mention(tx *store.Tx, m store.Mention, about func(card.Application, card.Draft) string) error {
	due, err := tx.DraftsToMention(m)
	if err != nil {
		return err
	}
	for _, of := range due {
		a, err := card.With(tx, of)
		if err != nil {
			return err
		}
		d, err := a.Draft(tx)
		if err != nil {
			return err
		}
		if err := tellContacts(tx, a, d, about(a, d)); err != nil {
			return err
		}
	}
	return nil
}

func tellContacts(tx *store.Tx, a card.Application, d card.Draft, about string) error {
	people, err := tx.Holders(programme.RoleContact, a.UnitID, 0)
	if err != nil {
		return err
	}
	done, total := d.Done()
	data := map[string]any{
		"Unit": a.Unit.Name, "Year": a.Round.Year, "Done": done, "Total": total, "Gaps": len(d.Gaps()),
		"ClosesOn": a.Round.ClosesOn.String(), "Touched": touched(a, d),
		"Workdays": tx.Programme().Calendar.WorkdaysBetween(tx.Today(), a.Round.ClosesOn),
	}
	return card.Tell(tx, card.Letter{
		Key: a.Object() + "/" + about, Text: "apply.remind_draft", Data: data,
		Buttons: [][]flows.Button{flows.Row(
			flows.Button{Text: "apply.button.go_on", Act: "/apply", Style: "primary"}, flows.Button{Text: "command.why", Act: "/why"},
		)},
	}, people...)
}

// touched is when the draft was written in or moved last.
func touched(a card.Application, d card.Draft) time.Time {
	if d.Row.UpdatedAt.After(a.UpdatedAt) {
		return d.Row.UpdatedAt
	}
	return a.UpdatedAt
}
