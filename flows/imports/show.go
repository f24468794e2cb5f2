package imports

import (
	"encoding/json"
	"errors"
	"fmt"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// mostReasons is how many lines that cannot be taken are on the screen; all are
// in the table that is sent along.
const mostReasons = 10

// show is the page of a list as it stands.
func show(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	i, err := own(tx, p)
	if err != nil {
		return flows.Reply{}, err
	}
	return page(tx, i)
}

// own is the list of a press, of who sent it and under the hat it was sent.
func own(tx *store.Tx, p flows.Press) (programme.Import, error) {
	i, err := tx.Import(programme.ImportID(p.Object))
	if errors.Is(err, store.ErrNotFound) || err == nil && (i.PersonID != tx.Actor().ID || i.GrantID != tx.Grant().ID) {
		return i, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return i, err
}

func page(tx *store.Tx, i programme.Import) (flows.Reply, error) {
	var r remarks
	if len(i.Remarks) > 0 {
		if err := json.Unmarshal(i.Remarks, &r); err != nil {
			return flows.Reply{}, err
		}
	}
	c, err := tx.CountImport(i.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	about := facts{
		"Name": i.Name, "Kind": string(i.Kind), "Lines": r.Lines, "Sheet": r.Sheet, "Others": r.Others, "Unknown": list(r.Unknown),
		"Refused": r.Refused, "Done": done(i, c), "All": all(i, c, r),
		"New": c.Verdict[programme.VerdictNew], "Update": c.Verdict[programme.VerdictUpdate], "Same": c.Verdict[programme.VerdictSame],
		"Wrong": c.Verdict[programme.VerdictWrong], "Asked": c.Verdict[programme.VerdictAsked], "Left": c.Verdict[programme.VerdictLeft],
		"Saved": c.Outcome[programme.LineSaved], "Overtaken": c.Outcome[programme.LineOvertaken],
	}
	reply := flows.Reply{Text: "imports." + string(i.State), Data: about, Place: fmt.Sprintf("import/%d", i.ID), Close: true}
	if err := reasonsOf(tx, i, about); err != nil {
		return reply, err
	}
	reply.Buttons = append(buttons(tx, i, c), flows.Row(flows.Menu()))
	if r.Report != 0 && (i.State == programme.ImportReady || i.State == programme.ImportSaved) {
		reply.Files = []flows.Sent{{
			Key: fmt.Sprintf("import/%d/table/%d", i.ID, r.Report), FileID: r.Report, Caption: "imports.paper." + string(i.State), Data: facts{},
		}}
	}
	return reply, nil
}

func list(words []string) []any {
	all := make([]any, len(words))
	for i, w := range words {
		all[i] = w
	}
	return all
}

// done and all are how far a reading or a saving has come.
func done(i programme.Import, c store.ImportCounts) (n int) {
	if i.State == programme.ImportSaving {
		return c.Outcome[programme.LineSaved] + c.Outcome[programme.LineOvertaken]
	}
	for _, k := range c.Verdict {
		n += k
	}
	return n
}

func all(i programme.Import, c store.ImportCounts, r remarks) int {
	if i.State == programme.ImportSaving {
		return done(i, c) + c.Outcome[programme.LineOpen]
	}
	return r.Lines
}

// reasonsOf adds the first lines with something wrong, and of a saved list those that
// were overtaken.
func reasonsOf(tx *store.Tx, i programme.Import, about facts) error {
	f := store.ImportLineFilter{Verdicts: []programme.Verdict{programme.VerdictWrong}, Limit: mostReasons}
	switch i.State {
	case programme.ImportSaved:
		overtaken := programme.LineOvertaken
		f = store.ImportLineFilter{Outcome: &overtaken, Limit: mostReasons}
	case programme.ImportReady:
	default:
		return nil
	}
	rows, err := tx.ImportLines(i.ID, f)
	var lines []facts
	for _, row := range rows {
		var says []flows.Line
		if len(row.Says) > 0 {
			err = errors.Join(err, json.Unmarshal(row.Says, &says))
		}
		lines = append(lines, facts{"No": row.No, "Name": row.Name, "Says": says})
	}
	about["Reasons"] = lines
	return err
}

// buttons are what the sender can decide now.
func buttons(tx *store.Tx, i programme.Import, c store.ImportCounts) (rows [][]flows.Button) {
	id := int64(i.ID)
	switch i.State {
	case programme.ImportReady:
		save := facts{"New": c.Verdict[programme.VerdictNew], "Update": c.Verdict[programme.VerdictUpdate]}
		if n := c.Verdict[programme.VerdictAsked]; n > 0 {
			rows = append(rows, flows.Row(flows.Button{Text: "imports.button.twins", Data: facts{"Count": n}, Act: "imports.twins", Object: id, Version: i.Version}))
		}
		if c.Verdict[programme.VerdictNew]+c.Verdict[programme.VerdictUpdate] > 0 {
			rows = append(rows, flows.Row(flows.Button{Text: "imports.button.confirm", Data: save, Act: "imports.confirm", Object: id, Version: i.Version, Style: "success"}))
		}
		rows = append(rows, flows.Row(flows.Button{Text: "imports.button.discard", Act: "imports.discard", Object: id, Version: i.Version}))
	case programme.ImportSaved:
		if i.Kind == programme.ImportPeople { // where their codes are printed
			rows = append(rows, flows.Row(flows.Button{Text: "command.people", Act: "/people"}))
		}
	case programme.ImportUnclear, programme.ImportRefused:
		if i.FileID == 0 && i.Pasted == "" || i.Reads == 0 {
			return nil
		}
		for _, k := range allowed(tx.Grant().Role) {
			if k != i.Kind {
				rows = append(rows, flows.Row(flows.Button{Text: "imports.button.kind", Data: facts{"Kind": string(k)}, Act: "imports.kind", Object: id, Version: i.Version, Arg: string(k)}))
			}
		}
	}
	return rows
}
