package flows

import (
	"strings"
	"time"

	"luling/store"
	"luling/store/programme"
)

// A View says which face of a form is shown.
type View string

// The faces of a form. The zero View is the current question.
const (
	ViewQuestion View = ""
	ViewOverview View = "overview" // sections with their state
	ViewSection  View = "section"  // answers of one section
	ViewEntry    View = "entry"    // answers of one entry of a list
	ViewReview   View = "review"   // everything answered: gaps or the button that submits
	ViewHelp     View = "help"     // the clause behind the question
	ViewCalendar View = "calendar" // the question with a calendar under it
	ViewConflict View = "conflict" // a colleague answered differently
	ViewAside    View = "aside"    // something else is on the screen: a refusal, an apology
)

// A Conversation is where one person stands. It may be lost at any moment: the
// screen's row and the answers say enough to make it again.
type Conversation struct {
	ID       string             // in form buttons; a rebuilt conversation keeps it
	Since    int64              `json:",omitempty"` // oldest revision whose buttons still hold: later ones came of themselves
	Revision int64              // of the screen that is wanted
	Person   programme.PersonID `json:",omitempty"`
	Form     string             `json:",omitempty"`
	Subject  string             `json:",omitempty"`
	Focus    string             `json:",omitempty"` // question chosen; "": the first without an answer
	Asks     string             `json:",omitempty"` // question the screen shows
	Way      string             `json:",omitempty"` // question it leads to, if it is asked again on the way there
	View     View               `json:",omitempty"`
	Section  string             `json:",omitempty"` // section shown, entry as "list.id", or page of the calendar or the options
	Return   View               `json:",omitempty"` // where an answer leads back to
	Under    string             `json:",omitempty"` // face that something else stands over
	Home     View               `json:",omitempty"` // where the list leads back to whose entry is shown
	Seen     int64              `json:",omitempty"` // version of the draft the screen was made from
	Made     time.Time          `json:",omitzero"`  // of a rebuilt one, which has not Seen: when the screen was made
	Last     Last               `json:",omitzero"`
	Menu     string             `json:",omitempty"` // role and language whose commands the chat shows
	Unused   int                `json:",omitempty"` // early messages that were not taken
	Told     Told               `json:",omitzero"`  // what the screen says about the latest input
}

// Last is the latest typed answer, so that a continuation or a correction finds it.
type Last struct {
	Message  int
	Question string
	Typed    string    // what was refused, at most 16 KiB; a continuation is joined to it
	Full     time.Time `json:",omitzero"` // when it was sent, if it was as long as a message can be
}

// Fits reports whether the conversation belongs to the screen's row. One that
// does not is stale and is rebuilt.
func (c Conversation) Fits(s store.Screen) bool {
	return c.ID != "" && c.ID == s.Conversation && c.Revision == s.Wanted
}

// Rebuild makes the conversation again from the screen's row. It keeps the
// conversation's id: the row says exactly what the screen asked, so the buttons
// the person sees stay good.
func Rebuild(s store.Screen) Conversation {
	c := Conversation{
		ID: s.Conversation, Revision: s.Wanted, Person: s.PersonID,
		Form: s.Form, Subject: s.Subject, Focus: s.Asks, Asks: s.Asks, Made: s.UpdatedAt,
	}
	if c.ID == "" {
		c.ID = newID()
	}
	c.face(s.View)
	return c
}

// leave ends the active form; its answers stay where they are.
func (c *Conversation) leave() {
	*c = Conversation{ID: c.ID, Revision: c.Revision, Person: c.Person, Menu: c.Menu}
}

// open turns to another form.
func (c *Conversation) open(f FormRef) {
	*c = Conversation{ID: newID(), Revision: c.Revision, Person: c.Person, Menu: c.Menu, Form: f.Form, Subject: f.Subject, Focus: f.Focus}
}

// Face is the view as the screen's row keeps it: "view/section/return", and
// "/home" where a list is entered from another face; "aside:" and the face that
// something else stands over.
func (c Conversation) Face() string {
	if c.View == ViewAside && c.Under != "" {
		return string(ViewAside) + ":" + c.Under
	}
	face := string(c.View) + "/" + c.Section + "/" + string(c.Return)
	if c.Home != ViewQuestion {
		face += "/" + string(c.Home)
	}
	return face
}

// face reads what Face wrote.
func (c *Conversation) face(s string) {
	if under, is := covered(s); is {
		c.View, c.Under = ViewAside, under
		return
	}
	part := append(strings.SplitN(s, "/", 4), "")
	if len(part) > 3 {
		c.View, c.Section, c.Return, c.Home = View(part[0]), part[1], View(part[2]), View(part[3])
	}
}

// holds reports whether the buttons of a revision still act.
func (c Conversation) holds(revision int64) bool {
	return revision == c.Revision || c.Since != 0 && c.Since <= revision && revision <= c.Revision
}

// Shown notes the revision of the screen a turn has led to. A screen that
// changed of itself, because a file arrived, leaves the buttons before it good.
func (c *Conversation) Shown(revision int64, event Event) {
	if !event.Internal() || c.Since == 0 {
		c.Since = revision
	}
	c.Revision = revision
}
