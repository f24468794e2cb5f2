package card

import (
	"luling/store"
	"luling/store/programme"
)

// unitFacts are the facts of the register. Source: A5, 8.3.
func (g *ground) unitFacts() map[string]any {
	t, _ := g.programme.UnitType(g.Unit.Type)
	return map[string]any{
		"Name": g.Unit.Name, "Type": t.Name, "Area": g.area, "Authority": g.authority,
		"CreditCode": g.Unit.CreditCode, "Address": g.Unit.Address, "Headcount": g.Unit.Headcount, "Body": g.Body.Name,
	}
}

// categoryFacts are the categories open to the unit's type, with their clauses.
func (g *ground) categoryFacts() map[string]any {
	t, _ := g.programme.UnitType(g.Unit.Type)
	var open []map[string]any
	for _, c := range g.programme.Open(g.Unit.Type) {
		line := map[string]any{"Name": c.Name, "Clause": c.Clause}
		if c.Note.Whole() {
			line["Note"] = c.Note
		}
		open = append(open, line)
	}
	return map[string]any{"Type": t.Name, "Open": open}
}

// StudyFacts is the unit's ledger of the two years that count. Source: C6.
func (g *ground) StudyFacts() map[string]any {
	year := g.today.Year
	last, now := programme.StudyCount(g.sessions, year-1), programme.StudyCount(g.sessions, year)
	needed := g.programme.Study.Needed
	return map[string]any{
		"Needed": needed, "Year": year, "Now": now, "LastYear": year - 1, "Last": last,
		"Met": last >= needed || now >= needed, "Sessions": g.studyLines(year),
	}
}

// studyLines are the sessions of a year and the one before, with what the
// snapshot keeps of each.
func (g *ground) studyLines(year int) (lines []map[string]any) {
	for _, s := range g.sessions {
		if s.HeldOn.Year == year || s.HeldOn.Year == year-1 {
			lines = append(lines, map[string]any{
				"HeldOn": s.HeldOn.String(), "Place": s.Place, "Chair": s.Chair, "Head": s.ChairedByHead,
				"Attendees": s.Attendees, "Separate": s.Separate, "Counts": s.Counts(), "State": string(s.State),
				"Decisions": s.Decisions, "Minutes": g.minutes[s.MinutesID],
			})
		}
	}
	return lines
}

func (g *ground) criterion(id programme.CriterionID) map[string]any {
	c, _ := g.programme.Criterion(id)
	var proofs []programme.Words
	for _, item := range c.Items {
		proofs = append(proofs, item.Proof)
	}
	return map[string]any{"Criterion": c.Name, "Clause": c.Clause, "Proofs": proofs}
}

func (g *ground) fileLimits() map[string]any {
	e := g.programme.Evidence
	return map[string]any{"PerItem": e.PerItem, "FileBytes": e.FileBytes}
}

// leaderFacts say who will be asked to confirm, or that nobody can be.
func (g *ground) leaderFacts() map[string]any {
	var names []string
	for _, p := range g.leaders {
		names = append(names, p.Name)
	}
	office := g.programme.Office
	return map[string]any{
		"Leaders": names, "Body": g.Body.Name, "Office": office.Name, "Phone": office.Phone,
		"ClosesOn": g.Round.ClosesOn.String(), "Typed": g.typed,
	}
}

// LeaderFacts are who may confirm the application, for texts: Leaders, Body,
// Office, Phone and ClosesOn, and whether it is Typed for the unit.
func (a Application) LeaderFacts(tx *store.Tx) (map[string]any, error) {
	g := ground{Application: a, programme: tx.Programme()}
	var err error
	if g.leaders, err = Leaders(tx, a.UnitID); err != nil {
		return nil, err
	}
	err = g.readProxy(tx)
	return g.leaderFacts(), err
}
