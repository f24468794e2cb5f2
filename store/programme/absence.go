package programme

import "time"

// An AbsenceID names an Absence.
type AbsenceID int64

// MostAbsence is how many days an Absence lasts at most, both ends counted.
// Source: A9 (P).
const MostAbsence = 90

// An Absence is a time in which a colleague exercises somebody's role besides
// his own. The colleague holds the same role for the same body and acts in his
// own name; what he does is written down as done for the one who is away, who
// keeps the role.
//
// Source: A9.
type Absence struct {
	ID        AbsenceID
	GrantID   GrantID  // the role of the one who is away
	DeputyID  PersonID // the colleague
	FromOn    Date     // first day
	UntilOn   Date     // last day, part of it
	Reason    string   // why it ended early; empty if it did not
	CreatedBy PersonID
	CreatedAt time.Time
	EndedAt   *time.Time // set when it ended early or its end was told
}

// Covers reports whether the absence, which nobody ended, holds on a day.
func (a Absence) Covers(day Date) bool {
	return a.EndedAt == nil && !day.Before(a.FromOn) && !a.UntilOn.Before(day)
}

// Meets reports whether two absences that nobody ended have a day in common.
func (a Absence) Meets(b Absence) bool {
	return a.EndedAt == nil && b.EndedAt == nil && !a.UntilOn.Before(b.FromOn) && !b.UntilOn.Before(a.FromOn)
}

// MayBeAbsent reports whether holders of the role name a deputy. A reviewer's
// deputy could neither score nor vote, so reviewers wait for what is left to do.
//
// Source: A9, ruling 12.
func (r Role) MayBeAbsent() bool { return r == RoleRecommender || r == RoleOffice }
