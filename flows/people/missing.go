package people

import (
	"cmp"
	"slices"
	"time"

	"luling/store"
	"luling/store/programme"
)

// A gap is a person, or a place without one, that was not invited yet or did not
// come: 尚未激活.
type gap struct {
	programme.Invitation
	where   string    // name of the unit or body; "" for the city
	invited time.Time // when the latest invitation was made; zero if never
}

// key tells gaps apart: the role, its place, and the name where several may hold it.
func key(i programme.Invitation) string {
	if sole(i.Role) {
		return post(i)
	}
	return post(i) + "/" + programme.PlainName(i.Name)
}

// sole reports whether a place has one holder of the role as a rule.
func sole(r programme.Role) bool { return r == programme.RoleContact || r == programme.RoleHead }

// missing lists who or what the actor may invite within a scope: people on a list
// or invited before who have not come, units without a contact, and bodies where
// nobody is. Those who were never invited come first, then the longest waiting.
//
// Source: A6, A7.
func missing(tx *store.Tx, scope string) ([]gap, error) {
	where, err := within(tx, scope)
	if err != nil {
		return nil, err
	}
	held, err := tx.Holdings()
	if err != nil {
		return nil, err
	}
	unused, err := tx.InvitationsUnused()
	if err != nil {
		return nil, err
	}
	m := mustering{by: tx.Grant().Role, where: where, gaps: map[string]gap{}, filled: map[string]bool{}, named: map[string]bool{}}
	for _, h := range held {
		m.holds(programme.Invitation{Role: h.Role, UnitID: h.UnitID, BodyID: h.BodyID, Name: h.Name})
	}
	for _, i := range unused {
		m.waits(i)
	}
	m.empty()
	return m.list(), nil
}

// a mustering finds the gaps of some places.
type mustering struct {
	by     programme.Role
	where  map[place]string // names of the places in scope
	gaps   map[string]gap
	filled map[string]bool // keys, and roles at places, that somebody holds
	named  map[string]bool // roles at places that somebody known by name is to hold
}

// post is a role at a place, whoever holds it.
func post(i programme.Invitation) string {
	return string(i.Role) + "/" + place{i.UnitID, i.BodyID}.String()
}

// holds notes that somebody is there.
func (m *mustering) holds(i programme.Invitation) {
	m.filled[key(i)], m.filled[post(i)] = true, true
}

// waits notes an invitation that nobody used; the newest says what is known.
func (m *mustering) waits(i programme.Invitation) {
	name, within := m.where[place{i.UnitID, i.BodyID}]
	if !within || !programme.MayInvite(m.by, i.Role) || m.filled[key(i)] {
		return
	}
	before := m.gaps[key(i)]
	if i.Name == Unnamed && before.Name != "" {
		i.Name, i.Post, i.Phone = before.Name, before.Post, before.Phone
	}
	m.gaps[key(i)] = gap{i, name, i.CreatedAt}
	m.named[post(i)] = m.named[post(i)] || i.Name != Unnamed
}

// empty notes the units without a contact and the bodies without anybody for
// whom no name is known.
func (m *mustering) empty() {
	for p, name := range m.where {
		i := programme.Invitation{Role: programme.RoleContact, UnitID: p.unit, BodyID: p.body, Name: Unnamed}
		if p.body != 0 {
			i.Role = programme.RoleRecommender
		}
		if p == (place{}) || m.filled[post(i)] || m.named[post(i)] {
			continue
		}
		if _, waits := m.gaps[key(i)]; !waits {
			m.gaps[key(i)] = gap{i, name, time.Time{}}
		}
	}
}

func (m *mustering) list() []gap {
	all := make([]gap, 0, len(m.gaps))
	for _, g := range m.gaps {
		if g.Name == Unnamed && (m.named[post(g.Invitation)] || m.filled[post(g.Invitation)]) {
			continue
		}
		all = append(all, g)
	}
	slices.SortFunc(all, func(a, b gap) int {
		return cmp.Or(a.invited.Compare(b.invited), cmp.Compare(a.UnitID, b.UnitID), cmp.Compare(a.BodyID, b.BodyID),
			cmp.Compare(slices.Index(programme.Roles, a.Role), slices.Index(programme.Roles, b.Role)), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// within are the places of a scope that the actor invites for, by name.
func within(tx *store.Tx, scope string) (map[place]string, error) {
	where := map[place]string{}
	filter, units := store.UnitFilter{}, scope == "units" || scope == "all"
	if tx.Grant().Role == programme.RoleRecommender {
		filter.BodyID, units = tx.Grant().BodyID, true
		scope = "units"
	}
	if at, ok := readPlace(scope); ok && at.body != 0 {
		filter.BodyID, units = at.body, true
	}
	if units {
		list, err := tx.Units(filter)
		if err != nil {
			return nil, err
		}
		for _, u := range list {
			where[place{unit: u.ID}] = u.Name
		}
	}
	if scope == "bodies" || scope == "all" {
		bodies, err := tx.Bodies()
		if err != nil {
			return nil, err
		}
		for _, b := range bodies {
			if b.Open() {
				where[place{body: b.ID}] = b.Name
			}
		}
	}
	if scope == "city" || scope == "all" {
		where[place{}] = ""
	}
	return where, nil
}
