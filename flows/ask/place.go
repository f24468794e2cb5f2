package ask

import "slices"

// Current is where the conversation stands: the first applicable question
// without an answer. It is false when everything is answered.
func Current(f Filled) (Question, bool) {
	return at(f, slices.IndexFunc(f.Questions, func(q Question) bool { return !q.answered }))
}

// Find returns the applicable question with the name.
func Find(f Filled, name string) (Question, bool) { return at(f, f.index(name)) }

// Next is the question after the named one, answered or not. It is false after
// the last one and for a name that does not apply.
func Next(f Filled, name string) (Question, bool) {
	i := f.index(name)
	if i < 0 {
		return Question{}, false
	}
	return at(f, i+1)
}

// Before is the question before the named one, answered or not. It is false
// before the first one and for a name that does not apply.
func Before(f Filled, name string) (Question, bool) { return at(f, f.index(name)-1) }

func (f Filled) index(name string) int {
	return slices.IndexFunc(f.Questions, func(q Question) bool { return q.Name == name })
}

func at(f Filled, i int) (Question, bool) {
	if i < 0 || i >= len(f.Questions) {
		return Question{}, false
	}
	return f.Questions[i], true
}
