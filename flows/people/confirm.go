package people

import (
	"errors"
	"fmt"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// askOffice tells everybody of the office that somebody waits to be confirmed.
func askOffice(tx *store.Tx, g programme.Grant) error {
	people, err := tx.Holders(programme.RoleOffice, 0, 0)
	if err != nil {
		return err
	}
	about, err := asked(tx, g)
	if err != nil {
		return err
	}
	for _, p := range people {
		key := fmt.Sprintf("grant/%d/ask/person-%d", g.ID, p.ID)
		if err := tell(tx, p, key, "people.ask", about, decide(g)); err != nil {
			return err
		}
	}
	return nil
}

func decide(g programme.Grant) []flows.Button {
	return flows.Row(
		flows.Button{Text: "button.confirm", Act: "people.confirm", Object: int64(g.ID), Style: "success"},
		flows.Button{Text: "people.button.refuse", Act: "people.refuse", Object: int64(g.ID)},
	)
}

// asked is what the office is told of somebody who asks.
func asked(tx *store.Tx, g programme.Grant) (map[string]any, error) {
	p, err := tx.Person(g.PersonID)
	if err != nil {
		return nil, err
	}
	by, err := nameOf(tx, g.GrantedBy)
	if err != nil {
		return nil, err
	}
	return map[string]any{"Name": p.Name, "Post": p.Post, "Role": string(g.Role), "By": by, "At": g.CreatedAt}, nil
}

// nameOf is a person's name; the operator of the program has none.
func nameOf(tx *store.Tx, id programme.PersonID) (string, error) {
	if id == 0 {
		return "", nil
	}
	p, err := tx.Person(id)
	return p.Name, err
}

// askPage shows one who waits to be confirmed.
func askPage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	g, err := waiting(tx, p)
	if err != nil || g.State != programme.GrantPending {
		return settled(tx, g, err)
	}
	about, err := asked(tx, g)
	if err != nil {
		return flows.Reply{}, err
	}
	return flows.Say("people.ask", about, decide(g), flows.Row(flows.Menu())), nil
}

// confirm gives somebody the role he asked for. Who confirms and who is
// confirmed are two people; who invited and who is invited were two already.
//
// Source: A6, ruling 11.
func confirm(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	g, err := waiting(tx, p)
	if err != nil || g.State != programme.GrantPending {
		return settled(tx, g, err)
	}
	if err := tx.ActivateGrant(g.ID, tx.Actor().ID); err != nil {
		return flows.Reply{}, err
	}
	return decided(tx, g, "people.confirmed", "people.confirmed_you")
}

// refuse ends the request; the person stays known and may be invited again.
func refuse(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	g, err := waiting(tx, p)
	if err != nil || g.State != programme.GrantPending {
		return settled(tx, g, err)
	}
	if err := tx.EndGrant(g.ID, "未予确认"); err != nil {
		return flows.Reply{}, err
	}
	return decided(tx, g, "people.declined", "people.declined_you")
}

// waiting loads the grant of a press for somebody who may decide on it.
func waiting(tx *store.Tx, p flows.Press) (g programme.Grant, err error) {
	_, may := programme.May(tx.Grant().Role, programme.ActConfirmPerson, "")
	if may {
		g, err = tx.GrantByID(programme.GrantID(p.Object))
	}
	if !may || errors.Is(err, store.ErrNotFound) || g.PersonID == tx.Actor().ID {
		return g, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return g, err
}

// settled answers a press on what was decided before: by whom, and when.
func settled(tx *store.Tx, g programme.Grant, err error) (flows.Reply, error) {
	if err != nil {
		return flows.Reply{}, err
	}
	entries, err := tx.Entries(fmt.Sprintf("grant/%d", g.ID))
	return handledBefore(tx, entries, err)
}

// handledBefore says who did last what the journal has of a thing.
func handledBefore(tx *store.Tx, entries []store.Entry, err error) (flows.Reply, error) {
	if err != nil || len(entries) == 0 {
		return flows.Toast("toast.stale", nil), err
	}
	last := entries[len(entries)-1]
	by, err := flows.By(tx, last)
	return flows.Toast("toast.handled", map[string]any{"By": by, "At": last.At}), err
}

// decided tells both: the one who decided on the screen, the other by a notice.
func decided(tx *store.Tx, g programme.Grant, here, there string) (flows.Reply, error) {
	p, err := tx.Person(g.PersonID)
	if err != nil {
		return flows.Reply{}, err
	}
	about := map[string]any{"Name": p.Name, "Role": string(g.Role)}
	if err := tell(tx, p, fmt.Sprintf("grant/%d/decided", g.ID), there, about, flows.Row(flows.Menu())); err != nil {
		return flows.Reply{}, err
	}
	return flows.Say(here, about, flows.Row(flows.Menu())), nil
}

// todo lists who has to say his own name, and those who wait for the office to
// confirm them.
func todo(tx *store.Tx) (tasks []flows.Task, err error) {
	if tx.Actor().Name == Unnamed {
		name := flows.Button{Text: "people.button.self", Act: "people.self"}
		tasks = append(tasks, flows.Task{Text: "people.todo.self", Button: name})
	}
	if _, may := programme.May(tx.Grant().Role, programme.ActConfirmPerson, ""); !may {
		return tasks, nil
	}
	grants, err := tx.GrantsPending()
	if err != nil {
		return nil, err
	}
	for _, g := range grants {
		if g.PersonID == tx.Actor().ID {
			continue
		}
		about, err := asked(tx, g)
		if err != nil {
			return nil, err
		}
		look := flows.Button{Text: "people.button.ask", Data: about, Act: "people.ask", Object: int64(g.ID)}
		tasks = append(tasks, flows.Task{Text: "people.todo", Data: about, Button: look})
	}
	return tasks, nil
}
