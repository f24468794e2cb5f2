package study

import (
	"strconv"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// Most units on a page, and most sessions on one screen.
const (
	aPage    = 8
	mostRows = 20
)

// study shows the own unit's ledger, or the units whose ledgers one may read.
func study(tx *store.Tx, _ string) (flows.Reply, error) {
	if hat := tx.Grant(); hat.Role.OfUnit() {
		return unitPage(tx, flows.Press{Object: int64(hat.UnitID)})
	}
	return unitsPage(tx, flows.Press{})
}

// unitPage shows the sessions of a unit in the last full year and in this one.
func unitPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	u, err := unitFor(tx, programme.ActSeeStudy, programme.UnitID(p.Object))
	if err != nil {
		return flows.Reply{}, err
	}
	sessions, err := tx.StudySessions(u.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	about := standing(tx, sessions)
	about["Unit"] = u.Name
	lines, rows := list(tx.Today(), sessions)
	about["Lines"] = lines
	if may(tx, programme.ActRegisterStudy, u) {
		about["Register"] = true
		rows = append(rows, flows.Row(registerButton(u.ID)))
	}
	return flows.Say("study.ledger", about, append(rows, flows.Row(flows.Menu()))...), nil
}

func registerButton(unit programme.UnitID) flows.Button {
	return flows.Button{Text: "study.button.register", Act: "study.register", Object: int64(unit), Style: "primary"}
}

// standing says how far the duty of both years is done, and whether an
// application may be submitted by it. Source: S4.1a; C6.
func standing(tx *store.Tx, sessions []programme.StudySession) map[string]any {
	year, needed := tx.Today().Year, tx.Programme().Study.Needed
	last, now := programme.StudyCount(sessions, year-1), programme.StudyCount(sessions, year)
	return map[string]any{
		"LastYear": year - 1, "Last": last, "Year": year, "Now": now, "Needed": needed,
		"Met": last >= needed || now >= needed, "Register": false,
	}
}

// list are the sessions of both years, the newest first, one button each.
func list(today programme.Date, sessions []programme.StudySession) (lines []map[string]any, rows [][]flows.Button) {
	for i := len(sessions) - 1; i >= 0 && len(lines) < mostRows; i-- {
		s := sessions[i]
		if s.HeldOn.Year < today.Year-1 {
			break
		}
		line := row(s)
		line["No"] = len(lines) + 1
		lines = append(lines, line)
		if len(lines)%2 == 1 {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], flows.Button{Text: "study.button.session", Data: line, Act: "study.session", Object: s.ID})
	}
	return lines, rows
}

// row is a session as lists show it; Why says why it is not counted.
func row(s programme.StudySession) map[string]any {
	return map[string]any{
		"Date": s.HeldOn.String(), "Place": s.Place, "Chair": s.Chair, "ByHead": s.ChairedByHead,
		"Separate": s.Separate, "State": string(s.State), "Counts": s.Counts(), "Why": why(s),
	}
}

func why(s programme.StudySession) string {
	switch {
	case s.Counts():
		return ""
	case s.State == programme.StudyReturned || s.State == programme.StudyVoid:
		return string(s.State)
	case !s.Separate:
		return "general"
	}
	return "no_minutes"
}

// unitsPage lists the units whose ledgers the actor reads, with their counts.
func unitsPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	hat := tx.Grant()
	scope, ok := programme.May(hat.Role, programme.ActSeeStudy, "")
	if !ok || scope == programme.ScopeOwnUnit {
		return flows.Reply{}, notAllowed(tx)
	}
	from, err := strconv.Atoi(p.Arg)
	if err != nil || from < 0 {
		from = 0
	}
	units, err := tx.Units(store.UnitFilter{BodyID: hat.BodyID, Limit: aPage + 1, Offset: from})
	if err != nil {
		return flows.Reply{}, err
	}
	var lines []map[string]any
	var rows [][]flows.Button
	for i, u := range units[:min(aPage, len(units))] {
		sessions, err := tx.StudySessions(u.ID)
		if err != nil {
			return flows.Reply{}, err
		}
		line := standing(tx, sessions)
		line["No"], line["Unit"] = from+i+1, u.Name
		lines = append(lines, line)
		rows = append(rows, flows.Row(flows.Button{Text: "study.button.unit", Data: line, Act: "study.unit", Object: int64(u.ID)}))
	}
	rows = append(rows, turn(from, len(units) > aPage), flows.Row(flows.Menu()))
	return flows.Say("study.units", map[string]any{"Lines": lines}, rows...), nil
}

// turn are the buttons to the pages before and after.
func turn(from int, more bool) (keys []flows.Button) {
	if from > 0 {
		keys = append(keys, flows.Button{Text: "study.button.before", Act: "study.units", Arg: strconv.Itoa(max(0, from-aPage))})
	}
	if more {
		keys = append(keys, flows.Button{Text: "study.button.after", Act: "study.units", Arg: strconv.Itoa(from + aPage)})
	}
	return keys
}
