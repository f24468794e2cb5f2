package flows

import (
	"time"

	"luling/flows/ask"
)

// An Event is the kind of an Input.
type Event string

// The kinds of input a turn takes.
const (
	Texted    Event = "text"     // Text as typed; commands included
	Pressed   Event = "press"    // Data of a button
	Filed     Event = "file"     // one document or picture
	Shared    Event = "contact"  // a phone number
	Odd       Event = "other"    // Other says what: sticker, voice, location, …
	Corrected Event = "edited"   // Text replaces that of an earlier message
	Left      Event = "left"     // the person blocked the bot
	Returned  Event = "returned" // and came back
	Arrived   Event = "arrived"  // a file's content is known; internal
	Reported  Event = "reported" // slow work has something to say; internal
)

// Internal reports whether nobody did it: it came of itself, and what it shows
// takes the place of what the person looks at.
func (e Event) Internal() bool { return e == Arrived || e == Reported }

// An Input is one thing a person did, as the edge understood it.
type Input struct {
	Event    Event
	From     int64 // messenger's id of the person
	Chat     int64
	Message  int // message it came in, or the message the button hung on
	At       time.Time
	Text     string
	Data     string
	File     *Incoming
	Contact  *ask.Contact
	Other    string
	Language string    // as the client says it
	Early    bool      // sent before the person could see the question that is asked now
	Blind    bool      // sent before the person could see the live screen, which may ask the same again
	Live     bool      // the button hung on the live screen
	Received *Received // what a download found; internal
	Report   *Report   // of slow work; internal
	Offered  bool      // the live screen has the button still
	Flooded  bool      // more came than one person may send; this is not taken, nor what follows at once
}

// dated is the messenger's date of a message; zero for what bears none.
func (in Input) dated() (at time.Time) {
	if in.Event != Pressed && !in.Event.Internal() {
		at = in.At
	}
	return at
}

// An Incoming is a file as the messenger announced it.
type Incoming struct {
	TelegramID string
	UniqueID   string
	Name       string
	Type       string
	Size       int64
	Caption    string
	Album      string
	Photo      bool
}
