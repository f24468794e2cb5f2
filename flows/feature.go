package flows

import (
	"time"

	"luling/store"
	"luling/store/programme"
)

// A Feature is one thing the bot can do, with everything that belongs to it.
// Features do not know each other: what one leaves for the next is a record.
type Feature struct {
	Name     string                                               // first word of its texts, acts, forms and jobs
	Commands []Command                                            // in the order /help shows them
	Acts     map[string]Act                                       // buttons outside forms, by the word after "Name."
	Forms    map[string]OpenForm                                  // conversations, by full form name ("apply", "apply.return")
	Say      func(tx *store.Tx, text string) (Reply, bool, error) // text outside any form; false: not for me
	Todo     func(tx *store.Tx) ([]Task, error)                   // what waits for the actor
	Due      func(tx *store.Tx, now time.Time) error              // posts what falls due; any number of times
	Filed    func(tx *store.Tx, in Input) (Reply, bool, error)    // file sent outside any form; false: not for me
	Fetched  func(tx *store.Tx, f programme.File) (Reply, error)  // what Filed took is here, or was refused
	Jobs     map[string]Work                                      // slow work, by the word after "Name."
}

// A Command is a word after a slash.
type Command struct {
	Name   string           // 1 to 32 of a-z, 0-9 and _
	Also   []string         // what people type instead, such as 进度
	Who    []programme.Role // nil: everybody, strangers too
	Menu   bool             // also a button of the menu
	Clause bool             // in a form it shows the clause behind the question
	Run    func(tx *store.Tx, arg string) (Reply, error)
}

// An Act is what a button outside a form does. Rights are checked by Run
// inside the transaction; Who only keeps others from reaching it at all.
type Act struct {
	Who []programme.Role // nil: everybody
	Run func(tx *store.Tx, p Press) (Reply, error)
}

// A Press is a button outside a form as it came back. Nothing in it is trusted.
type Press struct {
	Object  int64  // id of the thing acted on, 0 if none
	Version int64  // the thing's version when the button was made, 0 if none
	Arg     string // further detail, such as a page or a section
	At      time.Time
}

// An OpenForm loads the form for a subject, or refuses: it checks the actor's
// rights and the subject's state each time an input for the form arrives.
type OpenForm func(tx *store.Tx, subject string) (Form, error)

// A Task is one thing that waits for somebody.
type Task struct {
	Text   string // name of the line
	Data   any
	Due    programme.Date // zero: no date
	Button Button
}

// Allows reports whether a role is among who; nobody listed means everybody.
func Allows(who []programme.Role, role programme.Role) bool {
	if who == nil {
		return true
	}
	for _, r := range who {
		if r == role {
			return true
		}
	}
	return false
}
