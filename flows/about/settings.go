package about

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store/programme"
)

// settings shows the office what the programme file says of the activity, and what
// of it is set in chat.
//
// Source: A1, A11.
func settings(tx tx, _ press) (flows.Reply, error) {
	if err := maySet(tx); err != nil {
		return flows.Reply{}, err
	}
	a, err := tx.Approval()
	if err != nil {
		return flows.Reply{}, err
	}
	approval, err := approved(tx, a)
	p := tx.Programme()
	about := map[string]any{
		"City": p.City, "Name": p.Name, "Title": p.Title, "Host": p.Host, "DecidedBy": p.DecidedBy,
		"Letterhead": p.Letterhead, "Signature": p.Office.Signature, "Phone": p.Office.Phone,
		"Supervision": p.Office.SupervisionPhone, "Address": p.Office.Address, "Start": p.Start.String(),
		"Target": p.TargetCount, "TargetYear": p.TargetYear, "Free": p.FreeOfCharge, "Approval": approval,
	}
	rows := [][]flows.Button{flows.Row(flows.Button{Text: "about.button.approve", Act: "about.approve", Style: "primary"})}
	if !a.Waived {
		rows = append(rows, flows.Row(flows.Button{Text: "about.button.waive", Act: "about.waive"}))
	}
	card := flows.Button{Text: "about.button.card", Act: "/programme"}
	return flows.Say("about.settings", about, append(rows, flows.Row(card, flows.Menu()))...), err
}

// approved is the approval as texts show it.
func approved(tx tx, a programme.Approval) (map[string]any, error) {
	shown := map[string]any{"Number": a.Number, "Waived": a.Waived, "Reason": a.Reason, "Set": a.Version != 0}
	if a.Version == 0 {
		return shown, nil
	}
	by, err := card.Name(tx, a.By)
	shown["By"], shown["At"] = by, a.At
	return shown, err
}

func maySet(tx tx) error {
	if _, may := programme.May(tx.Grant().Role, programme.ActSetProgramme, ""); !may {
		return flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return nil
}

// todo asks the office for the number of the approval. Source: A1, L5.
func todo(tx tx) ([]flows.Task, error) {
	warn, err := card.Unapproved(tx)
	if err != nil || !warn {
		return nil, err
	}
	set := flows.Button{Text: "about.button.settings", Act: "about.settings"}
	return []flows.Task{{Text: "about.todo.approval", Button: set}}, nil
}
