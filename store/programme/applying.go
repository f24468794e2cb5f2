package programme

import (
	"fmt"
	"time"
)

// Accepts reports whether an application may be submitted at an instant: the
// round is applying, from the beginning of OpensOn to the end of ClosesOn and its
// grace. Late permits are not looked at.
//
// Source: B6, ruling 5.
func (r Round) Accepts(now time.Time) bool {
	return r.Phase == RoundApplying && !now.Before(r.OpensOn.Starts()) && now.Before(r.acceptsUntil())
}

// Delivery is how long a press may be on its way: the messenger drops older ones.
const Delivery = 150 * time.Second

// Confirms reports whether a leader's confirmation received at an instant is in
// time. Ruling: what is typed or sent counts by the messenger's date of the
// message, however late it is delivered. A press bears no date, so its receipt
// counts; only the confirmation of a complete application, which nobody can change
// any more, may be received until 150 seconds after the end of the grace.
//
// Source: B6, ruling 5.
func (r Round) Confirms(received time.Time) bool {
	return r.Accepts(received) || r.Accepts(received.Add(-Delivery))
}

// Late reports whether an instant is after the last day: what is accepted then is
// marked.
func (r Round) Late(at time.Time) bool { return !at.Before(r.ClosesOn.Ends()) }

// acceptsUntil is the first instant at which nothing is accepted any more.
func (r Round) acceptsUntil() time.Time {
	return r.ClosesOn.Ends().Add(time.Duration(r.GraceHours) * time.Hour)
}

// ApplicationNumber is the official number of an application, such as
// 2026-吉州-003: year, the body's short name, running number within the body.
//
// Source: C11, section 9.
func ApplicationNumber(year int, short string, serial int) string {
	return fmt.Sprintf("%d-%s-%03d", year, short, serial)
}
