package people

import (
	"slices"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// mostShown bounds the people and the invitations one screen lists.
const mostShown = 30

// placePage shows the people of a place.
func placePage(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	at, ok := readPlace(p.Arg)
	if !ok {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return placeScreen(tx, at)
}

func placeScreen(tx *store.Tx, at place) (flows.Reply, error) {
	if err := at.seen(tx); err != nil {
		return flows.Reply{}, err
	}
	name, err := at.name(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	about := map[string]any{"Name": name, "Place": at.kind()}
	if about["People"], err = at.holders(tx); err != nil {
		return flows.Reply{}, err
	}
	if about["Invited"], err = at.invited(tx); err != nil {
		return flows.Reply{}, err
	}
	if about["Manned"], err = at.manned(tx); err != nil {
		return flows.Reply{}, err
	}
	roles, err := at.invitable(tx)
	rows := [][]flows.Button{flows.Row(flows.Menu())}
	if len(roles) > 0 {
		rows = slices.Insert(rows, 0, flows.Row(flows.Button{Text: "people.button.invite", Act: "people.invite", Arg: at.String(), Style: "primary"}))
	}
	if at.body != 0 && tx.Grant().Role == programme.RoleOffice {
		rows = slices.Insert(rows, len(rows)-1, flows.Row(flows.Button{Text: "people.button.bulk_body", Act: "people.bulk", Arg: at.String() + "/1"}))
	}
	return flows.Say("people.place", about, rows...), err
}

// manned reports whether the place has whom it needs: a unit a contact, a body
// somebody at all. Source: A7.
func (p place) manned(tx *store.Tx) (bool, error) {
	role := programme.RoleContact
	if p.unit == 0 {
		role = p.roles()[0]
	}
	people, err := tx.Holders(role, p.unit, p.body)
	return len(people) > 0, err
}

// kind is unit, body or city.
func (p place) kind() string {
	switch {
	case p.unit != 0:
		return "unit"
	case p.body != 0:
		return "body"
	}
	return "city"
}

// holders lists the people of the place by role.
func (p place) holders(tx *store.Tx) ([]map[string]any, error) {
	list := []map[string]any{}
	for _, role := range p.roles() {
		people, err := tx.Holders(role, p.unit, p.body)
		if err != nil {
			return nil, err
		}
		for _, who := range people {
			list = append(list, map[string]any{
				"Role": string(role), "Name": who.Name, "Post": who.Post, "Phone": who.Phone,
				"Away": who.TelegramID == 0 || who.UnreachableAt != nil,
			})
		}
	}
	return list[:min(mostShown, len(list))], nil
}

// invited lists those who were invited and have not come yet: the office calls
// them by telephone. The two secrets of an invitation are one line.
func (p place) invited(tx *store.Tx) ([]map[string]any, error) {
	open, err := tx.Invitations()
	if err != nil {
		return nil, err
	}
	list := []map[string]any{}
	var last programme.Invitation
	for _, i := range open {
		if i.UnitID != p.unit || i.BodyID != p.body || same(i, last) || len(list) == mostShown {
			continue
		}
		last = i
		list = append(list, map[string]any{"Role": string(i.Role), "Name": i.Name, "Until": i.ExpiresAt})
	}
	return list, nil
}
