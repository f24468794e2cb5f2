package desk

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// showCard is the summary of one application. Who may not see its answers yet is
// told name, state and completeness.
//
// Source: D1, ruling 12.
func showCard(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeName, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	d, err := a.Draft(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	done, total := d.Done()
	if !card.May(tx, programme.ActSeeApplication, a.Application) {
		data := map[string]any{"Unit": a.Unit.Name, "State": string(a.State), "Done": done, "Questions": total}
		return flows.Say("desk.name_only", data, back()...), nil
	}
	s, err := a.Standing(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	content, _, err := a.Content(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	t, _ := tx.Programme().UnitType(a.Unit.Type)
	count, bytes := content.Files()
	data := map[string]any{
		"Standing": s, "Type": t.Name, "Body": a.Body.Name, "Done": done, "Questions": total,
		"Files": count, "Bytes": bytes,
	}
	rows, err := offers(tx, a)
	return flows.Say("desk.card", data, append(rows, back()...)...), err
}

// offers are the buttons for what the reader may do: the office confirms by a
// stamped scan, and returns what was typed for the unit.
func offers(tx *store.Tx, a card.Application) ([][]flows.Button, error) {
	open := flows.Button{Text: "desk.button.pages", Act: "desk.page", Object: int64(a.ID), Arg: "1", Style: "primary"}
	rows := [][]flows.Button{flows.Row(open)}
	if a.State == programme.AppAwaitingLeader && card.May(tx, programme.ActConfirm, a.Application) {
		scan := flows.Button{Text: "apply.button.scan", Act: "apply.scan", Object: int64(a.ID), Version: a.Version}
		rows = append(rows, flows.Row(scan))
	}
	typist, err := a.Typist(tx)
	if typist != nil && card.May(tx, programme.ActReturnByLeader, a.Application) {
		back := flows.Button{Text: "apply.button.return", Act: "apply.return", Object: int64(a.ID), Version: a.Version}
		rows = append(rows, flows.Row(back))
	}
	if card.May(tx, programme.ActEditDraft, a.Application) {
		rows = append(rows, flows.Row(flows.Button{Text: "proxy.button.go_on", Data: map[string]any{"Unit": a.Unit.Name}, Act: "apply.open", Object: int64(a.ID)}))
	}
	return rows, err
}

func back() [][]flows.Button {
	return [][]flows.Button{flows.Row(flows.Button{Text: "desk.button.list", Act: "/desk"}, flows.Menu())}
}
