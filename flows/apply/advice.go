package apply

import (
	"slices"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// advice says of each item of the score sheet how well the application shows it:
// all of them at a glance, or those of the criterion the button names with what
// would prove them. It stops nothing.
//
// Source: S4; C8.
func advice(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	d, err := a.Draft(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	all := programme.Advise(tx.Programme(), d.Backing())
	i := slices.IndexFunc(all, func(c programme.CriterionReadiness) bool { return string(c.ID) == p.Arg })
	if i < 0 {
		return glance(tx, a, all), nil
	}
	return closely(tx, a, all[i], i+1), nil
}

// glance shows every item with its grade, and for each criterion the way to more.
func glance(tx *store.Tx, a card.Application, all []programme.CriterionReadiness) flows.Reply {
	grades := map[programme.Readiness]int{}
	var parts []map[string]any
	var keys []flows.Button
	for i, c := range all {
		var items []map[string]any
		for _, item := range c.Items {
			grades[item.State]++
			items = append(items, map[string]any{"No": item.No, "Name": item.Name, "State": string(item.State)})
		}
		parts = append(parts, map[string]any{"No": i + 1, "Name": c.Name, "Percent": c.Percent, "Items": items})
		more := adviceButton(a)
		more.Text, more.Data, more.Arg = "apply.button.advice_on", map[string]any{"No": i + 1, "Percent": c.Percent}, string(c.ID)
		keys = append(keys, more)
	}
	data := map[string]any{
		"Unit": a.Unit.Name, "Year": a.Round.Year, "Criteria": parts,
		"Ready": grades[programme.Ready], "Thin": grades[programme.Thin], "Missing": grades[programme.Missing],
	}
	rows := slices.AppendSeq([][]flows.Button{}, slices.Chunk(keys, 3))
	return flows.Say("apply.advice", data, append(rows, returning(tx, a))...)
}

// closely shows the items of one criterion with clause and example, and for who
// may edit the way to those that are not ready.
func closely(tx *store.Tx, a card.Application, c programme.CriterionReadiness, no int) flows.Reply {
	var items []map[string]any
	var keys []flows.Button
	for _, item := range c.Items {
		ledger := item.No == programme.StudyItem
		items = append(items, map[string]any{
			"No": item.No, "Name": item.Name, "State": string(item.State), "Files": item.Files, "Years": item.Years,
			"Clause": card.Clause(item.Clause), "Proof": item.Proof, "Ledger": ledger,
		})
		if item.State != programme.Ready {
			keys = append(keys, supply(a, item.Item, ledger))
		}
	}
	var rows [][]flows.Button
	if editable(tx, a) {
		rows = slices.AppendSeq(rows, slices.Chunk(keys, 3))
	}
	data := map[string]any{"Unit": a.Unit.Name, "No": no, "Name": c.Name, "Percent": c.Percent, "Items": items}
	back := adviceButton(a)
	back.Text = "apply.button.advice_all"
	return flows.Say("apply.advice_on", data, append(rows, flows.Row(back), returning(tx, a))...)
}

// supply leads to where evidence for the item is given.
func supply(a card.Application, item programme.Item, ledger bool) flows.Button {
	b := flows.Button{Text: "apply.button.supply", Data: map[string]any{"No": item.No}, Act: "apply.mend", Object: int64(a.ID), Arg: item.Question()}
	if ledger {
		b.Act, b.Object, b.Arg = "/study", 0, ""
	}
	return b
}

// editable reports whether the actor may change the draft now.
func editable(tx *store.Tx, a card.Application) bool {
	return a.State == programme.AppDraft &&
		card.May(tx, programme.ActEditDraft, a.Application) && a.Round.Accepts(tx.Now())
}

// returning leads back to the form for who fills it in, to the card for others.
func returning(tx *store.Tx, a card.Application) []flows.Button {
	if editable(tx, a) {
		return flows.Row(flows.Button{Text: "apply.button.go_on", Act: "apply.open", Object: int64(a.ID), Style: "primary"}, flows.Menu())
	}
	return flows.Row(cardButton(a), flows.Menu())
}

func adviceButton(a card.Application) flows.Button {
	return flows.Button{Text: "apply.button.advice", Act: "apply.advice", Object: int64(a.ID)}
}
