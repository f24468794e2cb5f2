package imports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// ready is the list of a press if it waits for the sender and is what he saw.
// Otherwise he sees how it stands.
func ready(tx *store.Tx, p flows.Press, states ...programme.ImportState) (i programme.Import, instead *flows.Reply, err error) {
	if i, err = own(tx, p); err != nil {
		return i, nil, err
	}
	if i.Version == p.Version && slices.Contains(states, i.State) {
		return i, nil, nil
	}
	r, err := page(tx, i)
	r.Toast = &flows.Line{Text: "imports.toast.moved"}
	return i, &r, err
}

// choose reads the list again as one of another kind.
func choose(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	i, instead, err := ready(tx, p, programme.ImportUnclear, programme.ImportRefused)
	if err != nil || instead != nil {
		return or(instead), err
	}
	i.Kind = programme.ImportKind(p.Arg)
	if !slices.Contains(allowed(tx.Grant().Role), i.Kind) || i.Reads == 0 {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if err := reads(tx, &i); err != nil {
		return flows.Reply{}, err
	}
	return page(tx, i)
}

func or(r *flows.Reply) flows.Reply {
	if r == nil {
		return flows.Reply{}
	}
	return *r
}

// discard gives the list up; nothing of it was saved.
func discard(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	i, instead, err := ready(tx, p, programme.ImportReady, programme.ImportUnclear)
	if err != nil || instead != nil {
		return or(instead), err
	}
	i.State = programme.ImportDiscarded
	if err := tx.PutImport(&i); err != nil {
		return flows.Reply{}, err
	}
	return page(tx, i)
}

// confirm fixes the plan as it was shown and has it saved.
//
// Source: A4 (P).
func confirm(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	i, instead, err := ready(tx, p, programme.ImportReady)
	if err != nil || instead != nil {
		return or(instead), err
	}
	if err := Confirm(tx, &i); err != nil {
		return flows.Reply{}, err
	}
	if err := work(tx, "save", i); err != nil {
		return flows.Reply{}, err
	}
	return page(tx, i)
}

// Confirm fixes the plan of a ready import and journals who said so of which
// plan. The caller has checked that it is the one that was shown, and runs
// [Save]. ErrConflict: it changed since it was read.
func Confirm(tx *store.Tx, i *programme.Import) error {
	c, err := tx.CountImport(i.ID)
	if err != nil {
		return err
	}
	i.State = programme.ImportSaving
	if err := tx.PutImport(i); err != nil {
		return err
	}
	return tx.Journal(store.Entry{
		Act: "confirm", Object: fmt.Sprintf("import/%d", i.ID), Clause: programme.Ours,
		Data: fmt.Appendf(nil, `{"kind":%q,"hash":%q,"new":%d,"update":%d}`, i.Kind, i.Hash, c.Verdict[programme.VerdictNew], c.Verdict[programme.VerdictUpdate]),
	})
}

// twins asks about the next line that may be a duplicate.
func twins(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	i, instead, err := ready(tx, p, programme.ImportReady)
	if err != nil || instead != nil {
		return or(instead), err
	}
	return nextTwin(tx, i)
}

func nextTwin(tx *store.Tx, i programme.Import) (flows.Reply, error) {
	rows, err := tx.ImportLines(i.ID, store.ImportLineFilter{Verdicts: []programme.Verdict{programme.VerdictAsked}, Limit: 1})
	if err != nil {
		return flows.Reply{}, err
	}
	if len(rows) == 0 {
		return page(tx, i)
	}
	c, err := tx.CountImport(i.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	var t twin
	if err := json.Unmarshal(rows[0].Other, &t); err != nil {
		return flows.Reply{}, err
	}
	no := strconv.Itoa(rows[0].No)
	act := func(text, what string, about facts) []flows.Button {
		return flows.Row(flows.Button{Text: text, Data: about, Act: "imports.decide", Object: int64(i.ID), Version: i.Version, Arg: what})
	}
	var buttons [][]flows.Button
	if t.Object != 0 {
		buttons = append(buttons, act("imports.button.is_it", "it/"+no, nil))
	}
	if t.Same != "code" { // a code belongs to one unit
		buttons = append(buttons, act("imports.button.is_new", "new/"+no, nil))
	}
	buttons = append(buttons, act("imports.button.leave", "left/"+no, nil))
	if n := c.Verdict[programme.VerdictAsked]; n > 1 {
		buttons = append(buttons, act("imports.button.all_new", "new/0", facts{"Count": n}), act("imports.button.all_left", "left/0", facts{"Count": n}))
	}
	about := facts{"Count": c.Verdict[programme.VerdictAsked], "No": rows[0].No, "Name": rows[0].Name, "Other": t.Name, "Same": t.Same, "Changes": t.Changes}
	back := flows.Row(flows.Button{Text: "imports.button.report", Act: "imports.show", Object: int64(i.ID)})
	return flows.Reply{Text: "imports.twins", Data: about, Buttons: append(buttons, back), Close: true}, nil
}

// decide takes the sender's word on one line, or on all that are asked.
func decide(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	i, instead, err := ready(tx, p, programme.ImportReady)
	if err != nil || instead != nil {
		return or(instead), err
	}
	what, number, _ := strings.Cut(p.Arg, "/")
	no, err := strconv.Atoi(number)
	verdict := map[string]programme.Verdict{"it": programme.VerdictUpdate, "new": programme.VerdictNew, "left": programme.VerdictLeft}[what]
	if err != nil || verdict == "" || no == 0 && what == "it" {
		return flows.Toast("toast.stale", nil), nil
	}
	if err := Decide(tx, &i, verdict, no); err != nil {
		return flows.Reply{}, err
	}
	return nextTwin(tx, i)
}

// Decide says what becomes of a line that is asked, or of all with no 0: it is
// new, is the record it was taken for, or is left out. The decision becomes part
// of the plan's hash.
func Decide(tx *store.Tx, i *programme.Import, verdict programme.Verdict, no int) error {
	if no == 0 {
		if err := tx.DecideImportLines(i.ID, verdict); err != nil {
			return err
		}
	} else if err := decideLine(tx, *i, verdict, no); err != nil {
		return err
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d %s", i.Hash, no, verdict))
	i.Hash = hex.EncodeToString(sum[:])
	return tx.PutImport(i)
}

func decideLine(tx *store.Tx, i programme.Import, verdict programme.Verdict, no int) error {
	rows, err := tx.ImportLines(i.ID, store.ImportLineFilter{Verdicts: []programme.Verdict{programme.VerdictAsked}, After: no - 1, Limit: 1})
	if err != nil || len(rows) == 0 || rows[0].No != no {
		return err
	}
	row := rows[0]
	row.Verdict, row.Says = verdict, nil
	if verdict == programme.VerdictUpdate {
		var t twin
		if err := json.Unmarshal(row.Other, &t); err != nil {
			return err
		}
		if t.Object == 0 {
			return nil
		}
		row.Object, row.Was, row.Will = t.Object, t.Was, t.Will
		if err := into(&row.Says, t.Changes); err != nil {
			return err
		}
		if len(t.Changes) == 0 {
			row.Verdict = programme.VerdictSame
		}
	}
	return tx.PutImportLine(row)
}
