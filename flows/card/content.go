package card

import (
	"bytes"
	"encoding/json"
	"fmt"

	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// contentFormat grows when the shape of Content changes; old snapshots keep theirs.
const contentFormat = 1

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
	Sections []Section          `json:"sections"`
}

// A Section is one of the nine parts of the form.
type Section struct {
	Name    string   `json:"name"`
	Answers []Answer `json:"answers"`
}

// An Answer is one question's answer. Shown is as [ask.Question.Shown] gives it,
// or of Kind "unit_facts" and "study_facts" what was on record.
type Answer struct {
	Name   string         `json:"name"`
	Clause string         `json:"clause,omitempty"`
	Shown  map[string]any `json:"shown"`
	Files  []Evidence     `json:"files,omitempty"`
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

// Content composes what the draft says now. Answers whose question does not
// apply, is only about filling in, or was skipped are left out.
func (d Draft) Content() Content {
	f := d.Form
	c := Content{
		Format: contentFormat, Number: f.Official(), Year: f.Round.Year, Rules: f.Round.Rules,
		Category: f.Category, Unit: f.Unit.Name, Body: f.Body.Name,
	}
	for _, q := range d.Filled.Questions {
		a, ok := d.Filled.Answers[q.Name]
		if !ok || a.Skipped || len(a.Value) == 0 || q.Name == "category_change" {
			continue
		}
		c.add(q.Section, d.answer(q, a.Value))
	}
	return c
}

func (c *Content) add(section string, a Answer) {
	if n := len(c.Sections); n == 0 || c.Sections[n-1].Name != section {
		c.Sections = append(c.Sections, Section{Name: section})
	}
	last := &c.Sections[len(c.Sections)-1]
	last.Answers = append(last.Answers, a)
}

func (d Draft) answer(q ask.Question, value json.RawMessage) Answer {
	a := Answer{Name: q.Name, Clause: q.Clause, Shown: q.Shown(value)}
	switch q.Kind {
	case ask.KindFacts:
		a.Shown = map[string]any{"Kind": q.Name + "_facts", "Facts": q.About}
	case ask.KindFiles:
		a.Files = d.Files.evidence(value)
		a.Shown = map[string]any{"Kind": string(q.Kind)}
	}
	return a
}

func (fs Files) evidence(value json.RawMessage) (list []Evidence) {
	var ids []int64
	_ = json.Unmarshal(value, &ids) // an accepted files answer is a list of ids
	for _, id := range ids {
		f := fs[id]
		list = append(list, Evidence{id, f.Name, f.Caption, f.Type, f.Size, f.SHA256, string(f.State)})
	}
	return list
}

// Content is what the application says: from its latest snapshot once it was
// submitted, from the draft before. frozen is nil for a draft.
func (a Application) Content(tx *store.Tx) (c Content, frozen *programme.Snapshot, err error) {
	if !Frozen(a.Stage()) {
		d, err := a.Draft(tx)
		if err != nil {
			return c, nil, err
		}
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
