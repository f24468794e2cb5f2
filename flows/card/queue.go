package card

import (
	"maps"
	"slices"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// A Queue counts the applications of a round that the actor may know of, by stage.
type Queue struct {
	Round  programme.Round
	Filter store.ApplicationFilter
	counts map[programme.ApplicationState]int
}

// Queued reads the queue of a round. Source: D1, L6.
func Queued(tx *store.Tx, round programme.Round) (q Queue, err error) {
	q.Round = round
	if q.Filter, err = Scope(tx, round.ID); err != nil {
		return q, err
	}
	q.counts, err = tx.CountApplications(q.Filter)
	return q, err
}

// Count is how many are at a stage; at none: in all.
func (q Queue) Count(at Stage) (n int) {
	if at != nil {
		return at.Count(q.counts)
	}
	for _, c := range q.counts {
		n += c
	}
	return n
}

// Lines are the stages somebody is at, each with whose turn it is and by when the
// next step is expected.
func (q Queue) Lines() (lines []map[string]any) {
	for _, s := range Stages {
		if n := s.Count(q.counts); n > 0 {
			lines = append(lines, map[string]any{
				"State": s.Name(), "Count": n, "Holder": holderOf(s[0]), "Expected": q.Round.Expected(s[0]).String(),
			})
		}
	}
	return lines
}

// Sooner lists the states by the date of their next step, those without a date
// last and otherwise as an application goes through them.
func (q Queue) Sooner() []programme.ApplicationState {
	states := slices.Concat(flat()...)
	slices.SortStableFunc(states, func(a, b programme.ApplicationState) int {
		x, y := q.Round.Expected(a), q.Round.Expected(b)
		switch {
		case x.IsZero() && y.IsZero():
			return 0
		case x.IsZero():
			return 1
		case y.IsZero():
			return -1
		}
		return x.Compare(y)
	})
	return states
}

func flat() (all [][]programme.ApplicationState) {
	for _, s := range Stages {
		all = append(all, s)
	}
	return all
}

// Keys are a button to the list of each stage somebody is at, but of the one shown.
func (q Queue) Keys(shown Stage) (keys []flows.Button) {
	for _, line := range q.Lines() {
		if line["State"] != shown.Name() {
			about := maps.Clone(line)
			keys = append(keys, flows.Button{Text: "card.button.stage", Data: about, Act: "desk.list", Arg: line["State"].(string) + "/1"})
		}
	}
	return keys
}
