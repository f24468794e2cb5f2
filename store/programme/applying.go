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

// InGrace reports whether a submission is accepted only because of the grace.
func (r Round) InGrace(now time.Time) bool {
	return r.Accepts(now) && !now.Before(r.ClosesOn.Ends())
}

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
