package apply

import (
	"slices"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// progress says where the unit's application of this round stands, and to a
// recommending body where those of its units stand. Source: L6.
func progress(tx *store.Tx, _ string) (flows.Reply, error) {
	if tx.Grant().Role == programme.RoleRecommender {
		return progressOfUnits(tx)
	}
	a, found, err := newest(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	if !found {
		return flows.Say("apply.none", nil, flows.Row(flows.Button{Text: "command.apply", Act: "/apply"}, flows.Menu())), nil
	}
	return standing(tx, a)
}

// progressOfUnits counts the applications of the body's units by stage, with whose
// turn it is and by when.
func progressOfUnits(tx *store.Tx) (flows.Reply, error) {
	round, open, err := card.OpenRound(tx)
	if err != nil || !open {
		return flows.Say("apply.no_round_body", flows.Ask(tx), flows.Row(flows.Menu())), err
	}
	q, err := card.Queued(tx, round)
	if err != nil {
		return flows.Reply{}, err
	}
	body, err := tx.Body(tx.Grant().BodyID)
	data := map[string]any{"Title": round.Title, "Body": body.Name, "Total": q.Count(nil), "Stages": q.Lines()}
	rows := slices.Collect(slices.Chunk(q.Keys(nil), 2))
	return flows.Say("apply.progress_body", data, append(rows, flows.Row(flows.Menu()))...), err
}

// newest is the unit's newest application: of the open round, else of the last
// one it took part in.
func newest(tx *store.Tx) (card.Application, bool, error) {
	round, open, err := card.OpenRound(tx)
	if err != nil {
		return card.Application{}, false, err
	}
	if open {
		if a, found, err := latest(tx, round.ID); found || err != nil {
			return a, found, err
		}
	}
	return latest(tx, 0)
}

func showCard(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	return standing(tx, a)
}

// standing is the card of where the application stands, with what the actor may
// do about it.
func standing(tx *store.Tx, a card.Application) (flows.Reply, error) {
	s, err := a.Standing(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	d, err := a.Draft(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	done, total := d.Done()
	data := map[string]any{"Standing": s, "Done": done, "Total": total, "Days": daysLeft(tx, a)}
	facts, err := a.LeaderFacts(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Leaders"], data["Ask"] = facts["Leaders"], facts
	asked, err := request(tx, a)
	if err != nil {
		return flows.Reply{}, err
	}
	if asked != nil {
		data["Asked"] = asked
	}
	rows, err := offers(tx, a, asked)
	return flows.Say("apply.standing", data, rows...), err
}

// offers are the buttons for what the actor may do now.
func offers(tx *store.Tx, a card.Application, asked *asking) (rows [][]flows.Button, err error) {
	may := func(act programme.Act) bool { return card.May(tx, act, a.Application) }
	id, v := int64(a.ID), a.Version
	open := a.Round.Accepts(tx.Now())
	if a.State == programme.AppDraft && may(programme.ActEditDraft) && open {
		rows = append(rows, flows.Row(flows.Button{Text: "apply.button.go_on", Act: "/apply", Style: "primary"}))
	}
	rows = append(rows, flows.Row(pageButton(a)))
	if a.State == programme.AppAwaitingLeader && may(programme.ActConfirm) {
		rows = append(rows, decisions(a)[1])
	}
	if asked != nil && tx.Grant().Role.Leads() {
		rows = append(rows, flows.Row(flows.Button{Text: "apply.button.agree", Data: asked, Act: "apply.agree", Object: id, Version: v, Arg: asked.Move, Style: "danger"}))
	}
	if a.State != programme.AppWithdrawn {
		if may(programme.ActWithdraw) {
			rows = append(rows, flows.Row(flows.Button{Text: "apply.button.withdraw", Act: "apply.withdraw", Object: id, Version: v}))
		}
		return append(rows, flows.Row(flows.Menu())), nil
	}
	back, err := restorable(tx, a)
	if back && may(programme.ActRestore) {
		rows = append(rows, flows.Row(flows.Button{Text: "apply.button.restore", Act: "apply.restore", Object: id, Version: v}))
	}
	if open && tx.Grant().Role == programme.RoleContact {
		rows = append(rows, flows.Row(flows.Button{Text: "apply.button.again", Act: "apply.start", Object: id}))
	}
	return append(rows, flows.Row(flows.Menu())), err
}
