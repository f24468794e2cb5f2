package pace

import (
	"cmp"
	"time"
)

// Limits say how fast messages may go out. A zero field is its default.
type Limits struct {
	PrivatePerSecond int  // to one person, after a burst of five; default 1
	GroupPerMinute   int  // to one group, in any minute, edits included; default 20
	BulkPerSecond    int  // notices and announcements together, after a burst of five; default 25
	Off              bool // no limits; a pause still holds
}

const burst = 5

// A rule lets burst messages through at once and then one per interval.
type rule struct{ interval time.Duration }

// private is the rule of one person's chat. Source: the messenger's FAQ.
func (l Limits) private() rule {
	return rule{time.Second / time.Duration(cmp.Or(l.PrivatePerSecond, 1))}
}

// group takes the burst out of the minute, so that no minute has more than
// its number, wherever it begins. Fewer than one beside the burst is one.
func (l Limits) group() rule {
	return rule{time.Minute / time.Duration(max(cmp.Or(l.GroupPerMinute, 20)-burst, 1))}
}

// bulk and its burst stay below the thirty a second the messenger takes.
func (l Limits) bulk() rule {
	return rule{time.Second / time.Duration(cmp.Or(l.BulkPerSecond, 25))}
}

// of is the rule of a chat: the messenger numbers groups below zero.
func (l Limits) of(chat int64) rule {
	if chat < 0 {
		return l.group()
	}
	return l.private()
}
