package about

import (
	"luling/flows"
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
	named, err := named(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	p := tx.Programme()
	about := map[string]any{
		"Name": p.Name, "Title": p.Title, "Host": p.Host, "Approval": p.Approval, "Start": p.Start.String(),
		"Measure": p.Measure.Title, "Number": p.Measure.Number, "Issuer": p.Measure.Issuer,
		"Free": p.FreeOfCharge, "Categories": categories(p),
		"Warn": !p.Approved() && tx.Grant().Role == programme.RoleOffice,
	}
	for key, value := range progress(p, tx.Today().Year, named) {
		about[key] = value
	}
	rows := [][]flows.Button{flows.Row(flows.Button{Text: "about.button.clauses", Act: "about.clauses"})}
	return flows.Say("about.programme", about, append(rows, out(tx)...)...), nil
}

// named counts the sites that hold the title.
func named(tx tx) (int, error) {
	counts, err := tx.CountApplications(store.ApplicationFilter{States: []programme.ApplicationState{programme.AppAwarded}})
	return counts[programme.AppAwarded], err
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
