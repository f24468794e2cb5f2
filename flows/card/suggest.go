package card

import (
	"strconv"

	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// holders reads who holds a role of the unit, for the form to offer him.
func (g *ground) holders(tx *store.Tx) error {
	g.held = map[programme.Role]programme.Person{}
	for _, role := range []programme.Role{programme.RoleHead, programme.RoleDeputy} {
		people, err := tx.Holders(role, g.UnitID, 0)
		if err != nil {
			return err
		}
		if len(people) == 1 {
			g.held[role] = people[0]
		}
	}
	return nil
}

// person offers who holds a role, if name, post and number are all known.
func (g *ground) person(role programme.Role) ask.Rule {
	p := g.held[role]
	if p.Name == "" || p.Post == "" || p.Phone == "" {
		return ask.Suggest("")
	}
	return ask.Suggest(ask.PersonAnswer{Name: p.Name, Post: p.Post, Phone: p.Phone}.String())
}

// staff offers the number of people in the register.
func (g *ground) staff() ask.Rule {
	if g.Unit.Headcount == 0 {
		return ask.Suggest("")
	}
	return ask.Suggest(strconv.FormatInt(g.Unit.Headcount, 10))
}

// wan writes an amount of 分 in 万元, as it would be typed; "" for less than nothing.
func wan(fen int64) string {
	if fen < 0 {
		return ""
	}
	return strconv.FormatFloat(float64(fen)/1_000_000, 'f', -1, 64) + "万元"
}
