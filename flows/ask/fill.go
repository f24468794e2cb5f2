package ask

import (
	"encoding/json"
	"maps"
	"slices"
)

// An Answer is what is stored for one question.
type Answer struct {
	Value   json.RawMessage `json:"value,omitempty"` // nil if there is none
	Skipped bool            `json:"skipped,omitempty"`
	Done    bool            `json:"done,omitempty"` // files and choices: 完成 was pressed

	Prefilled bool `json:"prefilled,omitempty"` // offered from an earlier form: no answer until it is confirmed
}

// A Filled is a form as its stored answers make it.
type Filled struct {
	Questions []Question                 // those that apply, in order; each knows whether it is answered
	Answers   map[string]Answer          // accepted ones of those questions, by name; gathered ones even before 完成
	Rejected  map[string]json.RawMessage // by name: stored, but no longer accepted; to be asked again
	Hidden    []string                   // names of stored answers whose question does not apply, sorted
}

// Fill sets every stored answer, prefilled ones too, into the form's fields.
// Questions are asked for once for each level of branches, not for each answer,
// until nothing changes. A field whose question turns out not to apply holds what
// it held before.
//
// A form whose branches contradict themselves (a question that its own answer
// removes) is left as it stands after as many levels as there are answers.
func Fill(form Form, answers map[string]Answer) Filled {
	f := filling{answers: answers}
	for range len(answers) + 2 {
		before := f.accepted
		f.level(form.Questions())
		if maps.EqualFunc(before, f.accepted, func(_, _ Answer) bool { return true }) {
			break
		}
	}
	return f.filled()
}

// A filling is a form while its answers are being set.
type filling struct {
	answers   map[string]Answer
	questions []Question
	accepted  map[string]Answer
	rejected  map[string]json.RawMessage
	undo      []func() // put the fields back as they were; the last first, for two may share a field
}

// level sets the answers of the questions that apply now, and no others.
func (f *filling) level(questions []Question) {
	for _, restore := range slices.Backward(f.undo) {
		restore()
	}
	f.questions, f.accepted, f.rejected = questions, make(map[string]Answer, len(questions)), map[string]json.RawMessage{}
	f.undo = make([]func(), 0, len(questions))
	for i := range questions {
		f.set(&questions[i])
	}
}

func (f *filling) set(q *Question) {
	answer, stored := f.answers[q.Name]
	q.answered = stored && answer.Skipped && q.Optional
	switch {
	case q.answered:
		f.accepted[q.Name] = answer
	case stored && len(answer.Value) > 0:
		f.put(q, answer)
	}
}

func (f *filling) put(q *Question, answer Answer) {
	if q.as == nil {
		return
	}
	restore := q.as.keep()
	err := q.Set(answer.Value)
	if err == nil && answer.Done {
		err = q.as.complete(*q, answer.Value)
	}
	if err != nil {
		restore()
		f.rejected[q.Name] = answer.Value
		return
	}
	f.undo = append(f.undo, restore)
	f.accepted[q.Name] = answer
	q.prefilled = answer.Prefilled
	q.answered = (answer.Done || !q.Kind.Gathers()) && !answer.Prefilled
}

func (f *filling) filled() Filled {
	hidden := maps.Clone(f.answers)
	for _, q := range f.questions {
		delete(hidden, q.Name)
	}
	return Filled{f.questions, f.accepted, f.rejected, slices.Sorted(maps.Keys(hidden))}
}
