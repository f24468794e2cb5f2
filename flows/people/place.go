package people

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// A place is what people belong to: a unit, a recommending body, or with
// neither the city itself.
type place struct {
	unit programme.UnitID
	body programme.BodyID
}

// String writes unit/12, body/3 or city/0.
func (p place) String() string {
	switch {
	case p.unit != 0:
		return fmt.Sprintf("unit/%d", p.unit)
	case p.body != 0:
		return fmt.Sprintf("body/%d", p.body)
	}
	return "city/0"
}

// readPlace reads what String wrote.
func readPlace(s string) (p place, ok bool) {
	kind, number, _ := strings.Cut(s, "/")
	id, err := strconv.ParseInt(number, 10, 64)
	switch {
	case err != nil || id < 0:
	case kind == "unit":
		p.unit = programme.UnitID(id)
	case kind == "body":
		p.body = programme.BodyID(id)
	}
	return p, err == nil && p.String() == s
}

// name is the full name of the unit or body; the city has none.
func (p place) name(tx *store.Tx) (string, error) {
	if p.unit != 0 {
		u, err := tx.Unit(p.unit)
		return u.Name, err
	}
	if p.body != 0 {
		b, err := tx.Body(p.body)
		return b.Name, err
	}
	return "", nil
}

// has reports whether the role is one of the place's.
func (p place) has(role programme.Role) bool {
	switch {
	case p.unit != 0:
		return role.OfUnit()
	case p.body != 0:
		return role == programme.RoleRecommender
	}
	return !role.OfUnit() && role != programme.RoleRecommender
}

// roles lists the place's roles in the order lists show them.
func (p place) roles() []programme.Role {
	return slices.DeleteFunc(slices.Clone(programme.Roles), func(r programme.Role) bool { return !p.has(r) })
}

// visible reports whether the actor sees the people of the place: of the own
// unit, of the units the own body recommends and the body itself, or of all.
func (p place) visible(tx *store.Tx) (bool, error) {
	hat := tx.Grant()
	switch {
	case hat.Role == programme.RoleOffice:
		_, err := p.name(tx)
		return err == nil, found(err)
	case hat.Role.OfUnit():
		return p.unit != 0 && p.unit == hat.UnitID, nil
	case hat.Role != programme.RoleRecommender:
		return false, nil
	case p.unit == 0:
		return p.body != 0 && p.body == hat.BodyID, nil
	}
	u, err := tx.Unit(p.unit)
	return err == nil && u.RecommendedBy() == hat.BodyID, found(err)
}

// found makes "not there" no error.
func found(err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	return err
}

// invitable are the roles of the place the actor may invite to. Source: section 7.
func (p place) invitable(tx *store.Tx) ([]programme.Role, error) {
	sees, err := p.visible(tx)
	if _, may := programme.May(tx.Grant().Role, programme.ActInvite, ""); err != nil || !may || !sees {
		return nil, err
	}
	return slices.DeleteFunc(p.roles(), func(as programme.Role) bool {
		return !programme.MayInvite(tx.Grant().Role, as)
	}), nil
}

// seen refuses a place whose people the actor does not see.
func (p place) seen(tx *store.Tx) error {
	sees, err := p.visible(tx)
	if err == nil && !sees {
		err = flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return err
}
