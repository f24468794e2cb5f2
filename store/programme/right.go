package programme

import "slices"

// An Act is something a person may want to do or see.
type Act string

// A Scope says on which things a right holds. The caller compares it with the
// thing at hand; a conflicted person is outside every scope but ScopeOwn.
type Scope string

// The scopes of a right.
const (
	ScopeOwn       Scope = "own"       // what the person made or is: own sheet, own receipt, own log
	ScopeOwnUnit   Scope = "own_unit"  // things of the unit the grant is bound to
	ScopeOwnBody   Scope = "own_body"  // things of units the grant's body recommends
	ScopeProxy     Scope = "proxy"     // things of such units that have no active contact (C17)
	ScopeAssigned  Scope = "assigned"  // things assigned to the person, own team's included
	ScopeRoll      Scope = "roll"      // sessions whose roll has the person
	ScopeHandled   Scope = "handled"   // objections the person is one of two handlers of
	ScopeAuthority Scope = "authority" // the competent authority's part of a ledger (S6.3c)
	ScopePublished Scope = "published" // what stands in a public notice
	ScopeAll       Scope = "all"       // everything, unless conflicted
)

// A Right lets a role do an act. What is not listed is refused. Source: M1, section 7.
type Right struct {
	Role   Role
	Act    Act
	Scope  Scope
	States []ApplicationState // of the application at hand, see Application.May; nil: any, and acts without one
	Clause string
}

// May reports whether a role may do an act on an application in a state, and on
// which ones. Acts that are not about an application pass the empty state; those
// that are go through [Application.May], which knows the state that decides.
func May(role Role, act Act, state ApplicationState) (Scope, bool) {
	for _, r := range Rights {
		if r.Role == role && r.Act == act && (r.States == nil || slices.Contains(r.States, state)) {
			return r.Scope, true
		}
	}
	return "", false
}

// May reports whether a role may do an act on this application, and on which ones
// besides. What may be seen follows the stage the application reached, so that
// withdrawing or lapsing hides nothing and opens nothing; what may be done follows
// the state it is in.
//
// Source: M1, section 7.
func (a Application) May(role Role, act Act) (Scope, bool) {
	if slices.Contains(sights, act) {
		return May(role, act, a.Stage())
	}
	return May(role, act, a.State)
}

// sights are the acts that only look at an application.
var sights = []Act{ActSeeApplication, ActSeeFiles, ActSeeName, ActSeeCompleteness, ActSeeScores, ActSeeAggregates}

// Holds reports whether a thing of a unit, which a body recommends, is within the
// scope for the holder of a grant. A scope that asks for more than unit and body
// holds nothing here: the feature that knows the rest decides.
func (s Scope) Holds(g Grant, unit UnitID, body BodyID) bool {
	switch s {
	case ScopeOwnUnit:
		return g.UnitID != 0 && g.UnitID == unit
	case ScopeOwnBody:
		return g.BodyID != 0 && g.BodyID == body
	}
	return s == ScopeAll
}

// MayInvite reports whom a role may invite: the office everybody, a recommending
// body the people of its units, a leader the contact of the own unit.
//
// Source: A6, section 7.
func MayInvite(by, as Role) bool {
	switch {
	case by == RoleOffice:
		return slices.Contains(Roles, as)
	case by == RoleRecommender:
		return as.OfUnit()
	case by.Leads():
		return as == RoleContact
	}
	return false
}
