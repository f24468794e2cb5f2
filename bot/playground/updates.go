package playground

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"
)

// How long the platform keeps an unconfirmed update, and how many.
const (
	keepUpdate = 24 * time.Hour
	keepPress  = 150 * time.Second
	maxWaiting = 100_000
	quietWeek  = 7 * 24 * time.Hour // after which update ids go on from a random number
	archived   = 10_000             // confirmed updates that Replay still knows
)

// Kinds of update this box makes.
const (
	onMessage    = "message"
	onEdited     = "edited_message"
	onPress      = "callback_query"
	onMembership = "my_chat_member"
)

// An update waits until the bot confirms it. Order holds within a lane: the
// messages of a chat are one, the presses of a person another.
type update struct {
	ID        int64           `json:"id"`
	Kind      string          `json:"kind"`
	Lane      string          `json:"lane"`
	Expires   time.Time       `json:"expires"`
	Body      json.RawMessage `json:"body"`
	Delivered bool            `json:"delivered,omitempty"`
}

func (u *update) encode(to []byte) []byte {
	to = strconv.AppendInt(append(to, `{"update_id":`...), u.ID, 10)
	to = append(to, `,"`+u.Kind+`":`...)
	return append(append(to, u.Body...), '}')
}

// queue holds unconfirmed updates in ascending order of id.
type queue struct {
	Waiting []*update `json:"waiting"`
	Again   []*update `json:"again,omitempty"` // confirmed before, to be delivered once more
	Next    int64     `json:"next"`
	LastAt  time.Time `json:"last_at,omitzero"`
	Allowed []string  `json:"allowed,omitempty"` // nil: the platform's default

	soonest time.Time // nothing expires before
	old     map[int64]*update
	ids     []int64 // of old, oldest first
}

func newQueue() queue { return queue{Next: 1001, old: map[int64]*update{}} }

// push adds an update of a kind the bot asked for and returns its id, or 0 if
// it did not ask or too many wait.
func (q *queue) push(now time.Time, kind, lane string, body any) int64 {
	q.expire(now)
	if q.Allowed != nil && !slices.Contains(q.Allowed, kind) || len(q.Waiting) >= maxWaiting {
		return 0
	}
	raw, err := json.Marshal(body)
	if err != nil {
		return 0
	}
	if len(q.Waiting) == 0 && !q.LastAt.IsZero() && now.Sub(q.LastAt) > quietWeek {
		q.Next = 1 + rand.Int64N(1_000_000_000)
	}
	keep := keepUpdate
	if kind == onPress {
		keep = keepPress
	}
	u := &update{ID: q.Next, Kind: kind, Lane: lane, Expires: now.Add(keep), Body: raw}
	q.Waiting = append(q.Waiting, u)
	q.due(u.Expires)
	q.Next, q.LastAt = q.Next+1, now
	return u.ID
}

// expire forgets what was kept long enough. It looks at the updates only when
// one of them is due.
func (q *queue) expire(now time.Time) {
	if q.soonest.IsZero() || !now.After(q.soonest) {
		return
	}
	q.soonest = time.Time{}
	late := func(u *update) bool {
		if now.After(u.Expires) {
			q.archive(u)
			return true
		}
		q.due(u.Expires)
		return false
	}
	q.Waiting = slices.DeleteFunc(q.Waiting, late)
	q.Again = slices.DeleteFunc(q.Again, late)
}

func (q *queue) due(at time.Time) {
	if q.soonest.IsZero() || at.Before(q.soonest) {
		q.soonest = at
	}
}

// confirm forgets every update before offset, as getUpdates does. An offset
// far beyond the newest id, as a bot has it after a quiet week, confirms
// nothing. A negative one keeps that many from the end.
func (q *queue) confirm(offset int64) {
	if offset < 0 {
		offset = q.fromEnd(int(-max(offset, -maxWaiting)))
	} else if offset > q.Next+10 {
		return
	}
	q.Again = slices.DeleteFunc(q.Again, func(u *update) bool { return u.Delivered && u.ID < offset })
	done := 0
	for done < len(q.Waiting) && q.Waiting[done].ID < offset {
		q.archive(q.Waiting[done])
		done++
	}
	clear(q.Waiting[:done])
	q.Waiting = q.Waiting[done:]
}

func (q *queue) archive(u *update) {
	q.old[u.ID] = u
	q.ids = append(q.ids, u.ID)
	if len(q.ids) > archived {
		delete(q.old, q.ids[0])
		q.ids = q.ids[1:]
	}
}

// fromEnd returns the id of the n-th update from the end.
func (q *queue) fromEnd(n int) int64 {
	if n >= len(q.Waiting) {
		return 0
	}
	return q.Waiting[len(q.Waiting)-n].ID
}

// batch marks up to limit updates as delivered and returns them.
func (q *queue) batch(now time.Time, limit int) (out []*update) {
	q.expire(now)
	for _, list := range [][]*update{q.Again, q.Waiting} {
		out = append(out, list[:min(len(list), limit-len(out))]...)
	}
	for _, u := range out {
		u.Delivered = true
	}
	return out
}

// unconfirmed counts what the bot has not confirmed.
func (q *queue) unconfirmed(now time.Time) int {
	q.expire(now)
	return len(q.Waiting) + len(q.Again)
}

// undelivered counts what the bot has not been given.
func (q *queue) undelivered(now time.Time) (n int) {
	q.expire(now)
	for _, list := range [][]*update{q.Again, q.Waiting} {
		for _, u := range list {
			if !u.Delivered {
				n++
			}
		}
	}
	return n
}
