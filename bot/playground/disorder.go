package playground

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Replay delivers an update once more, under its old id, though the bot may
// have confirmed it. It is confirmed by the next getUpdates beyond its id.
// Errors: ErrNoUpdate, also for one older than the last 10,000.
func (s *Server) Replay(updateID int64) error {
	defer s.lock()()
	q := &s.queue
	old := q.old[updateID]
	if at := slices.IndexFunc(q.Waiting, func(u *update) bool { return u.ID == updateID }); at >= 0 {
		old = q.Waiting[at]
	}
	if old == nil {
		return fmt.Errorf("%w: %d", ErrNoUpdate, updateID)
	}
	again := *old
	again.Delivered = false
	again.Expires = s.config.Clock.Now().Add(keepPress)
	q.Again = append(q.Again, &again)
	q.due(again.Expires)
	s.arrived.fire()
	return nil
}

// Shuffle puts the undelivered updates into another order that the platform
// might have chosen: messages of one chat keep theirs, as do the presses of
// one person, and nothing else does. Ids stay ascending, so updates get other
// ones; it returns the new id of each old one. The same seed gives the same
// order.
func (s *Server) Shuffle(seed uint64) map[int64]int64 {
	defer s.lock()()
	dice := rand.New(rand.NewPCG(seed, seed))
	var places []*update
	lanes := map[string][]update{}
	var draw []string
	for _, u := range s.queue.Waiting {
		if !u.Delivered {
			places = append(places, u)
			lanes[u.Lane] = append(lanes[u.Lane], *u)
			draw = append(draw, u.Lane)
		}
	}
	dice.Shuffle(len(draw), func(i, j int) { draw[i], draw[j] = draw[j], draw[i] })
	moved := map[int64]int64{}
	for i, u := range places {
		next := lanes[draw[i]][0]
		lanes[draw[i]] = lanes[draw[i]][1:]
		moved[next.ID] = u.ID
		next.ID = u.ID
		*u = next
	}
	return moved
}
