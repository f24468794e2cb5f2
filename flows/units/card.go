package units

import (
	"slices"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// cardPage shows what is registered of a unit. Source: A5.
func cardPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	u, err := kept(tx, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	return unitCard(tx, u, "")
}

// unitCard is the card; done names what has just happened, "" for nothing.
func unitCard(tx *store.Tx, u programme.Unit, done string) (flows.Reply, error) {
	data := map[string]any{
		"Name": u.Name, "Type": typeName(tx, u.Type), "CityLevel": u.CityLevel, "Code": u.CreditCode, "Head": u.Head,
		"Address": u.Address, "Headcount": u.Headcount, "Done": done,
	}
	area, err := tx.Body(u.AreaID)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Area"] = areaName(area)
	if data["Body"], err = bodyName(tx, u.RecommendedBy()); err != nil {
		return flows.Reply{}, err
	}
	if data["Authority"], err = bodyName(tx, u.AuthorityID); err != nil {
		return flows.Reply{}, err
	}
	if data["People"], err = people(tx, u.ID); err != nil {
		return flows.Reply{}, err
	}
	if data["Application"], err = application(tx, u.ID); err != nil {
		return flows.Reply{}, err
	}
	return flows.Say("units.card", data, cardKeys(tx, u)...), nil
}

// cardKeys are a button for each field the actor may change, and the ways on.
func cardKeys(tx *store.Tx, u programme.Unit) (rows [][]flows.Button) {
	var keys []flows.Button
	for _, field := range changeable(tx) {
		keys = append(keys, flows.Button{
			Text: "units.button.change", Data: map[string]any{"Label": "units.unit." + field + ".label"},
			Act: "units.change", Object: int64(u.ID), Arg: field,
		})
	}
	rows = slices.Collect(slices.Chunk(keys, 2))
	return append(rows,
		flows.Row(flows.Button{Text: "units.button.people", Act: "people.at", Arg: "unit/" + number(u.ID)}),
		flows.Row(flows.Button{Text: "units.button.list", Act: "/units"}, flows.Menu()))
}

// people lists who acts for the unit, by role.
func people(tx *store.Tx, unit programme.UnitID) ([]map[string]any, error) {
	list := []map[string]any{}
	for _, role := range []programme.Role{programme.RoleContact, programme.RoleDeputy, programme.RoleHead} {
		held, err := tx.Holders(role, unit, 0)
		if err != nil {
			return nil, err
		}
		for _, who := range held {
			list = append(list, map[string]any{"Role": string(role), "Name": who.Name, "Post": who.Post})
		}
	}
	return list, nil
}

// application says where the unit's newest application of the open round stands,
// nil if there is none.
func application(tx *store.Tx, unit programme.UnitID) (map[string]any, error) {
	round, open, err := card.OpenRound(tx)
	if err != nil || !open {
		return nil, err
	}
	all, err := tx.Applications(store.ApplicationFilter{RoundID: round.ID, UnitID: unit})
	if err != nil || len(all) == 0 {
		return nil, err
	}
	a, err := card.With(tx, all[len(all)-1])
	if err != nil {
		return nil, err
	}
	s, err := a.Standing(tx)
	return map[string]any{"Title": s.Title, "State": s.State, "Number": s.Number}, err
}

// areaName is the name of a body's area; a body without one is named itself.
func areaName(b programme.Body) string {
	if b.Area != "" {
		return b.Area
	}
	return b.Name
}

// bodyName is the name of a body, nothing for none.
func bodyName(tx *store.Tx, id programme.BodyID) (string, error) {
	if id == 0 {
		return "", nil
	}
	b, err := tx.Body(id)
	return b.Name, err
}
