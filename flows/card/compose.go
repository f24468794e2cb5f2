package card

import (
	"encoding/json"

	"luling/flows/ask"
)

// kindTable is the Kind of a list's or table's answer in a content.
const kindTable = "table"

// private are the lists that only the unit and the office see. Source: C14.
var private = map[string]bool{"related": true}

// Content composes what the draft says now. Answers whose question does not
// apply, is only about filling in, was skipped, or was taken over and not
// confirmed yet are left out.
func (d Draft) Content() Content {
	f := d.Form
	c := Content{
		Format: contentFormat, Number: f.Official(), Year: f.Round.Year, Rules: f.Round.Rules,
		Category: f.Category, Unit: f.Unit.Name, Body: f.Body.Name,
	}
	if p := f.proxy; p != nil {
		c.Typed = &Typed{p.By, p.Of}
	}
	for _, q := range d.Filled.Questions {
		a, ok := d.Filled.Answers[q.Name]
		switch {
		case !ok || a.Skipped || a.Prefilled || len(a.Value) == 0 || q.Name == "category_change":
		case q.Kind == ask.KindList:
			*c.table(q.Section, q.Name) = d.head(q, *c.table(q.Section, q.Name))
		case q.Entry != "":
			c.table(q.Section, q.List).put(q.Entry, d.answer(q, a.Value))
		default:
			c.add(q.Section, d.answer(q, a.Value))
		}
	}
	return c
}

// add puts an answer at the end of the section, which is the last one or a new one.
func (c *Content) add(section string, a Answer) *Answer {
	if n := len(c.Sections); n == 0 || c.Sections[n-1].Name != section {
		c.Sections = append(c.Sections, Section{Name: section})
	}
	last := &c.Sections[len(c.Sections)-1]
	last.Answers = append(last.Answers, a)
	return &last.Answers[len(last.Answers)-1]
}

// table is the list's or table's answer in the section, made when it is first
// asked for.
func (c *Content) table(section, name string) *Answer {
	if n := len(c.Sections); n > 0 && c.Sections[n-1].Name == section {
		answers := c.Sections[n-1].Answers
		for i := range answers {
			if answers[i].Name == name {
				return &answers[i]
			}
		}
	}
	return c.add(section, Answer{Name: name, Shown: map[string]any{"Kind": kindTable}, Private: private[name]})
}

// put adds an answer to the entry, which is the last one or a new one.
func (a *Answer) put(entry string, of Answer) {
	if n := len(a.Entries); n == 0 || a.Entries[n-1].ID != entry {
		a.Entries = append(a.Entries, Entry{ID: entry})
	}
	last := &a.Entries[len(a.Entries)-1]
	last.Answers = append(last.Answers, of)
}

// head finishes a list: its clause, and what the activities come to.
func (d Draft) head(q ask.Question, a Answer) Answer {
	a.Clause = q.Clause
	if q.Name == "activities" {
		s := d.Form.Service()
		a.Shown = map[string]any{"Kind": kindTable, "Times": s.Times, "Forms": s.Forms, "Served": s.Served}
	}
	return a
}

func (d Draft) answer(q ask.Question, value json.RawMessage) Answer {
	a := Answer{Name: q.Name, Clause: q.Clause, About: labelled(q), Shown: q.Shown(value)}
	if text := q.Text(); text != q.Name {
		a.Text = text
	}
	if q.Entry != "" { // the table says the clause, the place and the list
		a.Name, a.Clause = a.Text, ""
		a.Text = ""
	}
	switch q.Kind {
	case ask.KindFacts:
		a.Shown = map[string]any{"Kind": q.Name + "_facts", "Facts": q.About}
	case ask.KindFiles:
		a.Files = d.Files.evidence(value)
		a.Shown = map[string]any{"Kind": string(q.Kind)}
	}
	return a
}

// labelled is what the label of an answer mentions: of an item its number and
// name; a column of a table says neither row nor year.
func labelled(q ask.Question) map[string]any {
	switch {
	case q.Entry != "":
		return map[string]any{"No": 0}
	case q.Text() == "proof":
		return map[string]any{"No": q.About["No"], "Name": q.About["Name"]}
	}
	return nil
}

func (fs Files) evidence(value json.RawMessage) (list []Evidence) {
	var ids []int64
	_ = json.Unmarshal(value, &ids) // an accepted files answer is a list of ids
	for _, id := range ids {
		f, shown := fs[id]
		if !shown {
			continue
		}
		list = append(list, Evidence{id, f.Name, f.Caption, f.Type, f.Size, f.SHA256, string(f.State)})
	}
	return list
}
