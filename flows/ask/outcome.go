package ask

import "encoding/json"

// An OutcomeKind is one of four things that can become of an input.
type OutcomeKind int

// Outcomes, from nothing to an answer.
const (
	Missing      OutcomeKind = iota // nothing was given
	Unrecognised                    // what was given was not understood at all
	Invalid                         // understood, but not allowed here
	Valid                           // an answer
)

// String returns the outcome's word.
func (k OutcomeKind) String() string {
	words := [...]string{"missing", "unrecognised", "invalid", "valid"}
	if k < 0 || int(k) >= len(words) {
		return "unknown"
	}
	return words[k]
}

// An Outcome is what became of an input. Value is set when Kind is Valid,
// Refusal when it is not.
type Outcome struct {
	Kind    OutcomeKind
	Value   json.RawMessage // the whole answer to store, for files and choices too
	Done    bool            // the answer is complete; false while files or choices are gathered
	Refusal *Refusal
	Echo    *Echo // set when what was understood differs from what was typed
}

// An Echo is what was understood, to be shown beside what was typed.
type Echo struct {
	Typed string         // without control characters, at most 40 characters
	Shown map[string]any // as Question.Shown returns
	Hedge string         // 约, 不到, 左右 … if there was one, else ""
}
