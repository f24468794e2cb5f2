package programme

import (
	"errors"
	"fmt"
	"slices"
)

// A Move is an order given to a thing with a life. What a table does not list is refused.
type Move string

// RoleSystem is the programme's own clock as an actor. It is held by nobody, and
// it is not the empty role: a person without a grant is not the system.
const RoleSystem Role = "system"

// A Rule allows one move.
//
// Where the specification names two parties ("U + L", "C → G"), Who lists each of
// them: the second to agree makes the move, and its guard asks for the first
// one's record. Guards that need more than state and role are functions elsewhere.
type Rule[S ~string] struct {
	From   S // empty: the thing does not exist yet
	Move   Move
	To     S
	Who    []Role
	Clause string // S0.1 to S6.4d, or Ours
}

// ErrNotAllowed says that a move is not in the table for this state and role.
var ErrNotAllowed = errors.New("move not allowed")

// Next is where the move leads, and the rule that allows it. A move that leads to
// several states, back to where a thing stood, is refused here: see [Back].
func Next[S ~string](rules []Rule[S], from S, move Move, role Role) (S, Rule[S], error) {
	return Back(rules, from, "", move, role)
}

// Back is Next for things that remember where they stood. Of several rules for
// the same move it takes the one that leads to before; a move with one rule does
// not look at before.
func Back[S ~string](rules []Rule[S], from, before S, move Move, role Role) (S, Rule[S], error) {
	var found Rule[S]
	n := 0
	for _, r := range rules {
		if r.From != from || r.Move != move {
			continue
		}
		if n++; n == 1 || r.To == before {
			found = r
		}
	}
	if n == 0 || n > 1 && found.To != before || !slices.Contains(found.Who, role) {
		return from, Rule[S]{}, fmt.Errorf("%s from %q as %q: %w", move, string(from), string(role), ErrNotAllowed)
	}
	return found.To, found, nil
}

// Moves lists what the role may order in a state, each move once, in the table's order.
func Moves[S ~string](rules []Rule[S], from S, role Role) []Move {
	var moves []Move
	for _, r := range rules {
		if r.From == from && slices.Contains(r.Who, role) && !slices.Contains(moves, r.Move) {
			moves = append(moves, r.Move)
		}
	}
	return moves
}

// each makes one rule per state a move may start from.
func each[S ~string](from []S, move Move, to S, who []Role, clause string) []Rule[S] {
	rules := make([]Rule[S], 0, len(from))
	for _, f := range from {
		rules = append(rules, Rule[S]{f, move, to, who, clause})
	}
	return rules
}

// backTo makes one rule per state a thing may return to.
func backTo[S ~string](from S, move Move, to []S, who []Role, clause string) []Rule[S] {
	rules := make([]Rule[S], 0, len(to))
	for _, t := range to {
		rules = append(rules, Rule[S]{from, move, t, who, clause})
	}
	return rules
}

// The parties of the specification as roles.
var (
	unit       = []Role{RoleContact, RoleDeputy, RoleHead}        // U + L
	typists    = []Role{RoleContact, RoleRecommender, RoleOffice} // U, or by proxy (C17)
	leaders    = []Role{RoleDeputy, RoleHead}                     // L
	confirmers = []Role{RoleDeputy, RoleHead, RoleOffice}         // L, or C with a stamped scan
	body       = []Role{RoleRecommender}                          // R
	office     = []Role{RoleOffice}                               // C
	system     = []Role{RoleSystem}                               // system
	clockwork  = []Role{RoleSystem, RoleOffice}                   // system/C
	deciders   = []Role{RoleOffice, RoleLeadingGroup}             // C → G, C + G
	certifiers = []Role{RoleOffice, RoleSupervisor}               // C + S
	inspectors = []Role{RoleInspector}                            // I
)
