package programme

import "time"

// An Approval says under which number the activity was approved, or that none is
// needed. Who set it is known only if the office did so in chat.
//
// Source: A1; since 2022 such activities are approved.
type Approval struct {
	Number  string
	Waived  bool // no number is needed, for the reason
	Reason  string
	By      PersonID
	At      time.Time
	Version int64 // of what the office set, 0: the programme file holds
}

// Settled reports whether public texts may go out without a warning.
func (a Approval) Settled() bool { return a.Number != "" || a.Waived }
