package people

import (
	"fmt"
	"strconv"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// mostAhead is how many days ahead an absence may begin.
const mostAhead = 366

// An absenceForm names a deputy for a time. Its subject is the grant of the one
// who will be away, which is the actor's own: "12".
type absenceForm struct {
	grant      programme.Grant
	today      programme.Date
	colleagues []programme.Person

	Deputy string
	From   programme.Date
	Until  programme.Date
}

func openDeputise(tx *store.Tx, _ flows.Press) (flows.Reply, error) {
	if err := mayBeAbsent(tx); err != nil {
		return flows.Reply{}, err
	}
	return flows.Open("people.absence", strconv.FormatInt(int64(tx.Grant().ID), 10)), nil
}

// openAbsence opens the form for the holder of the role, if he has colleagues.
func openAbsence(tx *store.Tx, subject string) (flows.Form, error) {
	if err := mayBeAbsent(tx); err != nil {
		return nil, err
	}
	if subject != strconv.FormatInt(int64(tx.Grant().ID), 10) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	f := &absenceForm{grant: tx.Grant(), today: tx.Today()}
	held, err := tx.Holders(f.grant.Role, f.grant.UnitID, f.grant.BodyID)
	for _, p := range held {
		if p.ID != tx.Actor().ID {
			f.colleagues = append(f.colleagues, p)
		}
	}
	if err == nil && len(f.colleagues) == 0 {
		err = flows.Refuse("people.no_colleague", map[string]any{"Role": string(f.grant.Role)})
	}
	return f, err
}

// Questions implements [ask.Form].
func (f *absenceForm) Questions() []ask.Question {
	in, about := ask.In("absence"), ask.About(map[string]any{"Most": programme.MostAbsence})
	var options []ask.Option
	for _, p := range f.colleagues {
		name := p.Name
		if p.Post != "" {
			name += " " + p.Post
		}
		options = append(options, ask.Option{ID: fmt.Sprint(p.ID), Label: programme.Words{Zh: name, En: name}})
	}
	qs := []ask.Question{
		ask.Choice("deputy", &f.Deputy, options, in, about),
		ask.Date("from", &f.From, in, about, ask.NotBefore(f.today.String()), ask.NotAfter(f.today.AddDays(mostAhead).String())),
	}
	first := f.today
	if !f.From.IsZero() {
		first = f.From
	}
	last := first.AddDays(programme.MostAbsence - 1)
	return append(qs, ask.Date("until", &f.Until, in, about, ask.NotBefore(first.String()), ask.NotAfter(last.String())))
}

// absence is what the answers say.
func (f *absenceForm) absence() programme.Absence {
	id, _ := strconv.ParseInt(f.Deputy, 10, 64) // an option's id, or nothing
	return programme.Absence{GrantID: f.grant.ID, DeputyID: programme.PersonID(id), FromOn: f.From, UntilOn: f.Until}
}

// Gaps implements [flows.Gapped]: nobody is away twice at once, a deputy is there
// himself, and who stands in for another names no deputy of his own.
func (f *absenceForm) Gaps(tx *store.Tx, _ store.Draft) (gaps []flows.Gap, err error) {
	a := f.absence()
	for _, rule := range []struct {
		text, question string
		filter         store.AbsenceFilter
	}{
		{"people.gap.away_already", "from", store.AbsenceFilter{PersonID: tx.Actor().ID}},
		{"people.gap.deputy_away", "deputy", store.AbsenceFilter{PersonID: a.DeputyID}},
		{"people.gap.is_deputy", "from", store.AbsenceFilter{DeputyID: tx.Actor().ID}},
	} {
		lines, err := f.meets(tx, a, rule.filter)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			gaps = append(gaps, flows.Gap{Text: rule.text, Data: line, Question: rule.question})
		}
	}
	return gaps, nil
}

// meets lists the absences of a kind that share a day with the one proposed. What
// a person does for other roles of his is no matter of this one.
func (f *absenceForm) meets(tx *store.Tx, a programme.Absence, filter store.AbsenceFilter) (lines []map[string]any, err error) {
	if a.FromOn.IsZero() || a.UntilOn.IsZero() || a.DeputyID == 0 {
		return nil, nil
	}
	all, err := tx.Absences(filter)
	if err != nil {
		return nil, err
	}
	for _, other := range all {
		g, err := tx.GrantByID(other.GrantID)
		if err != nil {
			return nil, err
		}
		if g.Role != f.grant.Role || g.BodyID != f.grant.BodyID || !a.Meets(other) {
			continue
		}
		line, err := absenceLine(tx, other)
		if err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// Submit begins the absence on its day; both know.
func (f *absenceForm) Submit(tx *store.Tx) (flows.Reply, error) {
	a := f.absence()
	if err := tx.AddAbsence(&a); err != nil {
		return flows.Reply{}, err
	}
	if err := tellBoth(tx, a, "people.absence_named", nil); err != nil {
		return flows.Reply{}, err
	}
	line, err := absenceLine(tx, a)
	again := flows.Button{Text: "command.deputy", Act: "/deputy"}
	return flows.Say("people.absence_begun", line, flows.Row(again, flows.Menu())), err
}
