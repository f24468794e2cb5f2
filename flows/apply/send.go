package apply

import (
	"fmt"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
)

// sent tells the leaders and shows the sender what happens next.
func sent(tx *store.Tx, a card.Application) (flows.Reply, error) {
	if err := askLeaders(tx, a); err != nil {
		return flows.Reply{}, err
	}
	typist, err := a.Typist(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	if typist != nil {
		return sentByProxy(tx, a, *typist)
	}
	data, err := a.LeaderFacts(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Unit"], data["Year"] = a.Unit.Name, a.Round.Year
	return flows.Say("apply.sent", data, flows.Row(pageButton(a), cardButton(a)), flows.Row(flows.Menu())), nil
}

// askLeaders asks head and deputies of the unit to confirm. Source: C10.
func askLeaders(tx *store.Tx, a card.Application) error {
	leaders, err := card.Leaders(tx, a.UnitID)
	if err != nil {
		return err
	}
	data, err := preview(tx, a)
	if err != nil {
		return err
	}
	return card.Tell(tx, card.Letter{
		Key: fmt.Sprintf("%sv%d", requests(a), a.Version), Text: "apply.please_confirm",
		Data: data, Buttons: decisions(a),
	}, leaders...)
}

// requests is how the keys of all requests to confirm an application begin.
func requests(a card.Application) string { return a.Object() + "/confirm/" }

// decisions are the buttons of a leader who is asked to confirm.
func decisions(a card.Application) [][]flows.Button {
	return [][]flows.Button{
		flows.Row(pageButton(a), adviceButton(a)),
		flows.Row(
			flows.Button{Text: "apply.button.confirm", Act: "apply.confirm", Object: int64(a.ID), Version: a.Version, Style: "success"},
			flows.Button{Text: "apply.button.return", Act: "apply.return", Object: int64(a.ID), Version: a.Version, Style: "danger"}),
	}
}

// preview is what a leader sees of the application before the whole of it.
func preview(tx *store.Tx, a card.Application) (map[string]any, error) {
	d, err := a.Draft(tx)
	if err != nil {
		return nil, err
	}
	content := d.Content()
	count, bytes := content.Files()
	done, total := d.Done()
	by, err := card.Name(tx, d.Row.CreatedBy)
	if err != nil {
		return nil, err
	}
	proxy, err := a.Proxy(tx)
	if err != nil {
		return nil, err
	}
	f := d.Form
	category, _ := tx.Programme().Category(f.Category)
	return map[string]any{
		"Unit": a.Unit.Name, "Year": a.Round.Year, "Category": category.Name, "Body": a.Body.Name,
		"Done": done, "Total": total, "Files": count, "Bytes": bytes, "By": by,
		"ClosesOn": a.Round.ClosesOn.String(), "Summary": f.Summary, "FullTime": f.FullTime, "Fund": f.Fund(),
		"PlanTitle": f.PlanTitle, "Service": f.Service(), "Study": f.StudyFacts(), "Gaps": len(d.Gaps()), "Proxy": proxy,
	}, nil
}

func pageButton(a card.Application) flows.Button {
	return flows.Button{Text: "apply.button.all", Act: "apply.page", Object: int64(a.ID), Arg: "1"}
}

func cardButton(a card.Application) flows.Button {
	return flows.Button{Text: "apply.button.card", Act: "apply.card", Object: int64(a.ID)}
}
