package flows

import (
	"strings"

	"luling/flows/ask"
)

// mostTold bounds the notes and the refusals one screen repeats.
const mostTold = 12

// A Told is what a screen says about the input that led to it. It is kept until
// the person has surely seen it: a file that arrives, or the next one of an
// album, changes the screen and must not wipe off what was said before.
type Told struct {
	Saved    string        `json:",omitempty"` // question just answered
	Echo     bool          `json:",omitempty"` // it was read otherwise than it was typed
	Notes    []Line        `json:",omitempty"`
	Refusals []ask.Refusal `json:",omitempty"`
	Album    string        `json:",omitempty"` // of the file it is about
	Dropped  string        `json:",omitempty"` // entry just taken out of a list, as "list.id"
}

// carried is what was told before, if the person cannot have seen it yet.
func (c Conversation) carried(in Input) Told {
	album := in.File != nil && in.File.Album != "" && in.File.Album == c.Told.Album
	if in.Event == Arrived || in.Event == Filed && (in.Early || album) {
		return c.Told
	}
	return Told{}
}

// dropped is the list and the id of the entry just taken out.
func (t Told) dropped() (list, id string, ok bool) { return strings.Cut(t.Dropped, ".") }

// refuse says no to the input, or to a file of it.
func (t *Told) refuse(r *ask.Refusal) {
	if r != nil {
		t.Refusals = append(t.Refusals, *r)
	}
}

// kept is what the conversation remembers of it.
func (t Told) kept(in Input) Told {
	t.Notes = t.Notes[max(len(t.Notes)-mostTold, 0):]
	t.Refusals = t.Refusals[max(len(t.Refusals)-mostTold, 0):]
	if in.File != nil {
		t.Album = in.File.Album
	}
	return t
}
