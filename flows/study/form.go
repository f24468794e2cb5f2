package study

import (
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// Bounds of the answers, in characters and persons; ours but for the 20 of J2.
const (
	mostAttendees  = 1000
	leastDecisions = 20
	mostDecisions  = 2000
	mostMinutes    = 10
)

// A verdict is the answer to a question of yes or no.
type verdict string

const yes verdict = "yes"

var verdicts = []ask.Option{
	{ID: "yes", Label: programme.Words{Zh: "是", En: "Yes"}},
	{ID: "no", Label: programme.Words{Zh: "否", En: "No"}},
}

// A form registers one session. Its subject is the unit and who registers, such
// as "12/5": two people of a unit who register at once do not meet.
type form struct {
	unit     programme.Unit
	today    programme.Date
	sessions []programme.StudySession
	typed    bool // somebody who is not of the unit registers for it

	HeldOn    programme.Date
	Place     string
	Chair     string
	ByHead    verdict
	Attendees int64
	Separate  verdict
	Decisions string
	NoSecret  bool
	Minutes   []int64
}

// register opens the form for the own unit, or for one the actor types for, at a
// question if the button names one. Source: S4.1a, C17.
func register(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	unit := tx.Grant().UnitID
	if !tx.Grant().Role.OfUnit() {
		unit = programme.UnitID(p.Object)
	}
	r := flows.Open("study", subject(tx, unit))
	r.Form.Focus = p.Arg
	return r, nil
}

func subject(tx *store.Tx, unit programme.UnitID) string {
	return fmt.Sprintf("%d/%d", unit, tx.Actor().ID)
}

func openForm(tx *store.Tx, about string) (flows.Form, error) {
	unit, _, _ := strings.Cut(about, "/")
	id, err := strconv.ParseInt(unit, 10, 64)
	if err != nil || about != subject(tx, programme.UnitID(id)) {
		return nil, notAllowed(tx)
	}
	u, err := unitFor(tx, programme.ActRegisterStudy, programme.UnitID(id))
	if err != nil {
		return nil, err
	}
	f := &form{unit: u, today: tx.Today(), typed: !tx.Grant().Role.OfUnit()}
	f.sessions, err = tx.StudySessions(u.ID)
	return f, err
}

// For implements [flows.Proxied].
func (f *form) For() string {
	if !f.typed {
		return ""
	}
	return f.unit.Name
}

// Questions ends after the date if the unit has a session on it already: there
// is nothing more to ask, and the review says what stands in the way.
func (f *form) Questions() []ask.Question {
	in, year := ask.In("session"), f.today.Year
	years := ask.About(map[string]any{"LastYear": year - 1, "Year": year})
	clause := ask.Clause("S4.1a")
	qs := []ask.Question{ask.Date("held_on", &f.HeldOn, in, clause, years, ask.NotFuture(), ask.WithinYear(year-1, year))}
	if _, taken := f.same(); taken {
		return qs
	}
	general := ask.About(map[string]any{"General": f.Separate != yes})
	return append(qs,
		ask.Text("place", &f.Place, in, ask.Length(2, 80)),
		ask.Text("chair", &f.Chair, in, ask.Length(2, 40)),
		ask.Choice("by_head", &f.ByHead, verdicts, in, clause),
		ask.Number("attendees", &f.Attendees, in, ask.Between(1, mostAttendees)),
		ask.Choice("separate", &f.Separate, verdicts, in, clause),
		ask.LongText("decisions", &f.Decisions, in, general, ask.Length(leastDecisions, mostDecisions)),
		ask.Declaration("no_secret", &f.NoSecret, in),
		ask.Files("minutes", &f.Minutes, in, clause, ask.Most(mostMinutes)),
	)
}

// same is the unit's session on the date of the answers. One that was returned
// or declared void does not stand in the way. Source: J2.
func (f *form) same() (programme.StudySession, bool) {
	for _, s := range f.sessions {
		open := s.State == programme.StudyRegistered || s.State == programme.StudyConfirmed
		if open && s.HeldOn == f.HeldOn {
			return s, true
		}
	}
	return programme.StudySession{}, false
}
