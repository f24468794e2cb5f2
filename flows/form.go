package flows

import (
	"luling/flows/ask"
	"luling/store"
)

// A Form is a conversation about one subject: its questions and what happens
// when they are answered. It is made anew for each turn.
type Form interface {
	ask.Form
	// Submit acts on the answers. It is called once the last question has its
	// answer, no gap is left and the person pressed the button.
	Submit(tx *store.Tx) (Reply, error)
}

// A Gapped form has conditions beyond its questions.
type Gapped interface {
	// Gaps lists what still stands against submitting, empty if nothing.
	Gaps(tx *store.Tx, d store.Draft) ([]Gap, error)
}

// A Keeping form keeps its draft after it was submitted, because its subject
// may come back to be changed.
type Keeping interface{ Keeps() }

// A Describing form has texts of its own that mention more than their name says.
type Describing interface {
	// About is the data of one of the form's own texts: "section." and a section's
	// name, or "submit".
	About(text string) map[string]any
}

// A Gap is one thing that stands against submitting.
type Gap struct {
	Text     string // name of the line
	Data     any
	Clause   string
	Question string  // where it is mended; "" if not in this form
	Button   *Button // or the button that leads where it is mended; its text mentions the gap's number, No
}
