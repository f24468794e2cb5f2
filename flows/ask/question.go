package ask

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"
)

// A Kind says how a question is asked and answered.
type Kind string

// Kinds of question, one file each.
const (
	KindText        Kind = "text"
	KindLongText    Kind = "long_text"
	KindNumber      Kind = "number"
	KindMoney       Kind = "money"
	KindYear        Kind = "year"
	KindDate        Kind = "date"
	KindPhone       Kind = "phone"
	KindChoice      Kind = "choice"
	KindChoices     Kind = "choices"
	KindScore       Kind = "score"
	KindPerson      Kind = "person"
	KindFiles       Kind = "files"
	KindDeclaration Kind = "declaration"
	KindFacts       Kind = "facts"
	KindList        Kind = "list"
)

// Gathers reports whether an answer of this kind comes in several inputs and is
// complete only when its Answer is Done.
func (k Kind) Gathers() bool { return k == KindFiles || k == KindChoices || k == KindList }

// An Option is one thing to choose.
type Option struct {
	ID    string // what is stored and what a button carries
	Label any    // a text's name (string), or a value with fields Zh and En
}

// A Question is one question of a form, bound to the field its answer goes to.
// It is a value: copies ask the same and write to the same field.
type Question struct {
	Name      string // unique in its form
	Section   string // groups questions for progress and the overview
	Clause    string // such as "S4.1a", for 帮助
	Kind      Kind
	Optional  bool           // may be skipped
	Options   []Option       // of choice, choices and declaration
	About     map[string]any // facts that its text mentions
	Suggested string         // an answer to offer, as it would be typed, "" for none
	List      string         // of an entry's question: the name of the list, else ""
	Entry     string         // and the id of the entry
	No        int            // and its place in the list, from 1
	Fields    []Question     // of a list: the questions of an empty entry

	field    string // of an entry's question: its name within the entry
	text     string // name of its text, "" if that is its own
	inList   bool
	limits   limits
	as       binding
	answered bool

	prefilled bool
}

// ErrRejected is wrapped by Set when the form no longer accepts a stored answer.
var ErrRejected = errors.New("answer not accepted")

// A binding is what a question's kind does with inputs and stored answers.
type binding interface {
	understand(q Question, in Input) Outcome
	set(q Question, raw json.RawMessage) error
	complete(q Question, raw json.RawMessage) error
	shown(q Question, raw json.RawMessage) (map[string]any, error)
	keep() (restore func())
}

// Understand says what an input means as an answer. It changes nothing: the
// caller stores Outcome.Value and fills the form again. Files and choices are
// added to those the bound field holds, so the form must be filled before.
func (q Question) Understand(in Input) Outcome {
	if q.as == nil {
		return refuse(RefusedNotUnderstood, with{"Text": quote(in.Text)})
	}
	return q.as.understand(q, in)
}

// Set decodes a stored answer into the bound field and checks it against the
// question's rules as they are now, save those that need today's date, which
// were kept when it was given. An answer that is not accepted leaves the field
// alone and gives an error that wraps ErrRejected and, if a rule refused it, the
// *Refusal. Setting twice is setting once.
func (q Question) Set(raw json.RawMessage) error {
	if q.as == nil {
		return fmt.Errorf("set %q: %w: question without a kind", q.Name, ErrRejected)
	}
	if err := q.as.set(q, raw); err != nil {
		return fmt.Errorf("set %q: %w", q.Name, err)
	}
	return nil
}

// Answered reports whether Fill found an accepted and complete answer, or for an
// optional question a skip. Of a question that did not come from Fill it is false.
func (q Question) Answered() bool { return q.answered }

// Prefilled reports whether Fill found an answer that the form accepts but nobody
// has confirmed: it comes from an earlier form.
func (q Question) Prefilled() bool { return q.prefilled }

// Shown returns a stored answer for templates: Kind, and by kind
//
//	text, long_text  Text
//	number           Number, Unit
//	money            Money (分)
//	year             Year
//	date             Date (YYYY-MM-DD), Month (YYYY-MM if only the month is known, else "")
//	phone            Phone
//	choice           ID, Label
//	choices          Chosen: maps with ID, Label
//	score            Score (hundredths)
//	person           Name, Post, Phone
//	files            Files (IDs of our records)
//	declaration      Agreed
//	facts            Seen
//	list             IDs (of the entries)
//
// What cannot be decoded, or chose an option that is gone, has Kind
// "unreadable" and the stored JSON as Text.
func (q Question) Shown(raw json.RawMessage) map[string]any {
	if q.as != nil {
		if shown, err := q.as.shown(q, raw); err == nil {
			shown["Kind"] = string(q.Kind)
			return shown
		}
	}
	return map[string]any{"Kind": "unreadable", "Text": quote(string(raw))}
}

// benches are places to make questions at: rules work on a pointer, and a form
// asks for all its questions several times in each turn.
var benches = sync.Pool{New: func() any { return new(Question) }}

// newQuestion makes a question and applies its rules in order.
func newQuestion(name string, kind Kind, as binding, l limits, rules []Rule) Question {
	q := benches.Get().(*Question)
	*q = Question{Name: name, Kind: kind, as: as, limits: l}
	for _, rule := range rules {
		rule(q)
	}
	made := *q
	*q = Question{}
	benches.Put(q)
	return made
}
