package programme

// A StudyYearState is where a covered unit's year of study stands (6.4).
type StudyYearState string

// The states of a study year.
const (
	YearOpen    StudyYearState = "open"
	YearHalf    StudyYearState = "half"
	YearMet     StudyYearState = "met"
	YearBehind  StudyYearState = "behind"
	YearAtRisk  StudyYearState = "at_risk"
	YearUnmet   StudyYearState = "unmet"
	YearExcused StudyYearState = "excused"
)

// The moves of a study year that people make; all others follow from what was
// held and from the date, see [StudyRules.Standing].
const (
	MoveAcceptProof Move = "accept_proof"
	MoveExcuse      Move = "excuse"
)

// StudyYearMoves are the office's corrections, with a reason.
var StudyYearMoves = append(
	[]Rule[StudyYearState]{{YearUnmet, MoveAcceptProof, YearMet, office, Ours}},
	each([]StudyYearState{YearOpen, YearHalf, YearMet, YearBehind, YearAtRisk, YearUnmet},
		MoveExcuse, YearExcused, office, Ours)...,
)

// Standing is where a year stands on a day, from the sessions that count in it and
// the number needed. Enough sessions are enough on any day; the day decides only
// what too few of them mean.
//
// Source: S4.1a; checkpoints ours, 6.4.
func (s StudyRules) Standing(year, needed, counted int, today Date) StudyYearState {
	past := func(d Date) bool { return d.Before(today) }
	switch {
	case counted >= needed:
		return YearMet
	case past(s.BackEntryBy.In(year + 1)):
		return YearUnmet
	case past(s.FullBy.In(year)):
		return YearAtRisk
	case counted > 0:
		return YearHalf
	case past(s.HalfBy.In(year)):
		return YearBehind
	}
	return YearOpen
}

// NeededIn is how many sessions a site owes in a calendar year, by the date it was
// named; 0 means that it is excused. Years before the naming owe nothing.
//
// Source: S6.3a; 6.4, ruling 9.
func (s StudyRules) NeededIn(year int, named Date) int {
	switch {
	case year < named.Year:
		return 0
	case year > named.Year, !s.OneAfter.In(year).Before(named):
		return s.Needed
	case !s.NoneAfter.In(year).Before(named):
		return min(1, s.Needed)
	}
	return 0
}
