package card

import (
	"bytes"
	"encoding/json"
	"fmt"

	"luling/store"
	"luling/store/programme"
)

// contentFormat grows when the shape of Content changes; old snapshots keep theirs
// and are read as before. In format 1 there were no entries, and an answer's
// label bore its own name.
const contentFormat = 2

// A Content is everything an application says at one moment, in a form that can
// be shown without knowing the questions it came from. It holds no instant and
// nobody who looked at it, so that the same application gives the same bytes.
//
// Source: C12.
type Content struct {
	Format   int                `json:"format"`
	Number   string             `json:"number"` // the official number it gets or has
	Year     int                `json:"year"`   // of the round
	Rules    string             `json:"rules"`  // version of the programme file
	Category programme.Category `json:"category"`
	Unit     string             `json:"unit"` // full name
	Body     string             `json:"body"`
	Typed    *Typed             `json:"typed,omitempty"` // by whom it was typed for the unit (C17)
	Sections []Section          `json:"sections"`
}

// Typed is who typed an application for its unit, as a content names him.
type Typed struct {
	By string `json:"by"`
	Of string `json:"of"` // the body or office he stands for
}

// A Section is one of the nine parts of the form.
type Section struct {
	Name    string   `json:"name"`
	Answers []Answer `json:"answers"`
}

// An Answer is one question's answer, or a whole list or table. Shown is as
// [ask.Question.Shown] gives it, or of Kind
//
//	unit_facts, study_facts  what was on record: Facts
//	table                    Entries hold the answers; of the activities Times, Forms, Served
type Answer struct {
	Name    string         `json:"name"`
	Text    string         `json:"text,omitempty"` // whose label it bears, "" for Name's
	Clause  string         `json:"clause,omitempty"`
	About   map[string]any `json:"about,omitempty"` // what the label mentions
	Shown   map[string]any `json:"shown"`
	Files   []Evidence     `json:"files,omitempty"`
	Entries []Entry        `json:"entries,omitempty"`
	Private bool           `json:"private,omitempty"` // for the unit and the office alone (C14)

	First int `json:"-"` // entries of the list on earlier pages
}

// An Entry is one row of a list or table.
type Entry struct {
	ID      string   `json:"id"` // stays the row's own between versions
	Answers []Answer `json:"answers"`
}

// Evidence is one file as an answer names it.
type Evidence struct {
	ID      int64  `json:"id"`
	Name    string `json:"name"`
	Caption string `json:"caption,omitempty"`
	Type    string `json:"type"`
	Size    int64  `json:"size"`
	SHA256  string `json:"sha256"`
	State   string `json:"state"`
}

// Content is what the application says: from its latest snapshot once it was
// submitted, from the draft before. frozen is nil for a draft.
func (a Application) Content(tx *store.Tx) (c Content, frozen *programme.Snapshot, err error) {
	if !Frozen(a.Stage()) {
		d, err := a.Draft(tx)
		if err != nil {
			return c, nil, err
		}
		d.Files = d.Files.shownTo(tx)
		return d.Content(), nil, nil
	}
	s, err := tx.Snapshot(a.ID)
	if err != nil {
		return c, nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(s.Content))
	decoder.UseNumber()
	if err := decoder.Decode(&c); err != nil {
		return c, nil, fmt.Errorf("read snapshot %d of application %d: %w", s.No, a.ID, err)
	}
	return c, &s, nil
}

// Frozen reports whether an application in a state speaks through its snapshot.
func Frozen(s programme.ApplicationState) bool {
	return s != programme.AppDraft && s != programme.AppAwaitingLeader
}
