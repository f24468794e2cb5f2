package people

import (
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
	grants, err := tx.Hats(p.ID)
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
	if flows.Allows(absentees, tx.Grant().Role) {
		rows = append(rows, flows.Row(flows.Button{Text: "command.deputy", Act: "/deputy"}))
	}
	tongue := flows.Button{Text: "command.language", Act: "/language"}
	return flows.Say("people.me", about, append(rows, flows.Row(tongue, flows.Menu()))...), nil
}

// wear puts another of the roles on that the actor holds, or exercises for a
// colleague: from then on nothing of the other ones can be seen or done.
func wear(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	hats, err := tx.Hats(tx.Actor().ID)
	if err != nil {
		return flows.Reply{}, err
	}
	for _, g := range hats {
		if int64(g.ID) != p.Object || g.State != programme.GrantActive {
			continue
		}
		if err := put(tx, g); err != nil {
			return flows.Reply{}, err
		}
		return home(tx, "people.hat")
	}
	return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
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

// shown is a grant as texts show it: the role, what it is bound to, and for whom
// the actor exercises it if it is a colleague's.
func shown(tx *store.Tx, g programme.Grant) (map[string]any, error) {
	where, err := place{g.UnitID, g.BodyID}.name(tx)
	about := map[string]any{"Role": string(g.Role), "Where": where, "For": ""}
	if err == nil && g.PersonID != tx.Actor().ID {
		about["For"], err = nameOf(tx, g.PersonID)
	}
	return about, err
}
