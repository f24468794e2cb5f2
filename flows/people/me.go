package people

import (
	"errors"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// me shows the actor's roles, and lets him wear another of them. Source: A8.
func me(tx *store.Tx, _ string) (flows.Reply, error) {
	p := tx.Actor()
	if p.ID == 0 {
		return flows.Say("hall.stranger", nil), nil
	}
	grants, err := tx.Grants(p.ID)
	if err != nil {
		return flows.Reply{}, err
	}
	roles := []map[string]any{}
	var rows [][]flows.Button
	for _, g := range grants {
		role, err := shown(tx, g)
		if err != nil {
			return flows.Reply{}, err
		}
		role["Worn"], role["State"] = g.ID == tx.Grant().ID, string(g.State)
		roles = append(roles, role)
		if g.State == programme.GrantActive && g.ID != tx.Grant().ID {
			rows = append(rows, flows.Row(flows.Button{Text: "people.button.hat", Data: role, Act: "people.hat", Object: int64(g.ID)}))
		}
	}
	about := map[string]any{"Name": p.Name, "Post": p.Post, "Phone": p.Phone, "Roles": roles}
	tongue := flows.Button{Text: "command.language", Act: "/language"}
	return flows.Say("people.me", about, append(rows, flows.Row(tongue, flows.Menu()))...), nil
}

// wear puts another of the actor's own roles on: from then on nothing of the
// other ones can be seen or done.
func wear(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	g, err := tx.GrantByID(programme.GrantID(p.Object))
	if errors.Is(err, store.ErrNotFound) || err == nil && (g.PersonID != tx.Actor().ID || g.State != programme.GrantActive) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if err != nil {
		return flows.Reply{}, err
	}
	if err := put(tx, g); err != nil {
		return flows.Reply{}, err
	}
	return home(tx, "people.hat")
}

// put makes a grant the hat the actor wears, now and from now on.
func put(tx *store.Tx, g programme.Grant) error {
	p := tx.Actor()
	p.Hat = g.ID
	if err := tx.PutPerson(p); err != nil {
		return err
	}
	tx.As(p, g)
	return nil
}

// shown is a grant as texts show it: the role and what it is bound to.
func shown(tx *store.Tx, g programme.Grant) (map[string]any, error) {
	where, err := place{g.UnitID, g.BodyID}.name(tx)
	return map[string]any{"Role": string(g.Role), "Where": where}, err
}
