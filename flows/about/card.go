package about

import (
	"slices"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// Short names of what every command and act takes.
type (
	tx    = *store.Tx
	press = flows.Press
)

// programmeCard shows what the programme is, whose it is and how far it has come.
//
// Source: A1, S2.2.
func programmeCard(tx tx, _ string) (flows.Reply, error) {
	sites, err := sites(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	approval, err := tx.Approval()
	if err != nil {
		return flows.Reply{}, err
	}
	warn, err := card.Unapproved(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	p := tx.Programme()
	about := map[string]any{
		"Name": p.Name, "Title": p.Title, "Host": p.Host, "Approval": approval.Number, "Start": p.Start.String(),
		"Measure": p.Measure.Title, "Number": p.Measure.Number, "Issuer": p.Measure.Issuer,
		"Free": p.FreeOfCharge, "Categories": categories(p), "Unapproved": warn,
		"InForce": sites.InForce, "Delisted": sites.Delisted,
	}
	for key, value := range progress(p, tx.Today().Year, sites.Named) {
		about[key] = value
	}
	rows := [][]flows.Button{flows.Row(flows.Button{Text: "about.button.clauses", Act: "about.clauses"})}
	if maySet(tx) == nil {
		rows = append(rows, flows.Row(flows.Button{Text: "about.button.settings", Act: "about.settings"}))
	}
	return flows.Say("about.programme", about, append(rows, out(tx)...)...), nil
}

// sites counts the sites ever named, those that bear the title, and those that
// lost it. An application that was awarded counts until its site is on record.
func sites(tx tx) (programme.SiteCount, error) {
	count, err := tx.SiteCount()
	if err != nil {
		return count, err
	}
	awarded, err := tx.Applications(store.ApplicationFilter{States: []programme.ApplicationState{programme.AppAwarded}})
	if err != nil {
		return count, err
	}
	for _, a := range awarded {
		known, err := recorded(tx, a)
		if err != nil {
			return count, err
		}
		if !known {
			count.Named++
			count.InForce++
		}
	}
	return count, nil
}

// recorded reports whether the site of an awarded application is on record.
func recorded(tx tx, a programme.Application) (bool, error) {
	round, err := tx.Round(a.RoundID)
	if err != nil {
		return false, err
	}
	sites, err := tx.Sites(store.SiteFilter{UnitID: a.UnitID})
	return slices.ContainsFunc(sites, func(s programme.Site) bool { return s.NamedOn.Year >= round.Year }), err
}

// progress is the target, whether its year is over, and else the number to be
// named each year from this one on, rounded up, to reach it.
func progress(p *programme.Programme, year, named int) map[string]any {
	left, years := max(0, p.TargetCount-named), p.TargetYear-year+1
	over := years <= 0
	pace := 0
	if !over {
		pace = (left + years - 1) / years
	}
	return map[string]any{
		"Target": p.TargetCount, "TargetYear": p.TargetYear, "Named": named, "Left": left, "Over": over, "Pace": pace,
	}
}

func categories(p *programme.Programme) (lines []map[string]any) {
	for i, c := range p.Categories {
		var types []programme.Words
		for _, id := range c.Types {
			if t, ok := p.UnitType(id); ok {
				types = append(types, t.Name)
			}
		}
		lines = append(lines, map[string]any{"No": i + 1, "Name": c.Name, "Types": types})
	}
	return lines
}

// out is the way back to the menu, for those who have one.
func out(tx tx) [][]flows.Button {
	if tx.Grant().ID == 0 {
		return nil
	}
	return [][]flows.Button{flows.Row(flows.Menu())}
}
