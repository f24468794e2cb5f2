package ask

import "slices"

// A State says how far a section is answered.
type State string

// States of a section: 已完成, 待补, 未填.
const (
	Complete State = "complete"
	Open     State = "open"
	Empty    State = "empty"
)

// A Section is one group of questions in the overview.
type Section struct {
	Name  string
	Done  int // answered questions; a list counts once
	Total int // applicable ones
	State State
	First string // name of its first question without an answer; of its first one when complete
}

// Sections lists the form's sections in the order of their first questions.
// Questions without a section are the section "".
func Sections(f Filled) []Section {
	var sections []Section
	lacking := map[string]bool{} // sections with an entry that lacks an answer
	for _, q := range f.Questions {
		i := slices.IndexFunc(sections, func(s Section) bool { return s.Name == q.Section })
		if i < 0 {
			i = len(sections)
			sections = append(sections, Section{Name: q.Section, First: q.Name})
		}
		sections[i].count(q, lacking[q.Section])
		lacking[q.Section] = lacking[q.Section] || q.inList && !q.answered
	}
	for i, s := range sections {
		sections[i].State = s.state(lacking[s.Name])
	}
	return sections
}

func (s *Section) count(q Question, lacking bool) {
	if s.Done == s.Total && !lacking && !q.answered {
		s.First = q.Name
	}
	if q.inList {
		return
	}
	s.Total++
	if q.answered {
		s.Done++
	}
}

func (s Section) state(lacking bool) State {
	switch {
	case lacking:
		return Open
	case s.Done == s.Total:
		return Complete
	case s.Done == 0:
		return Empty
	}
	return Open
}

// Progress counts the questions of a form and those that have their answer. A
// list counts once, however many entries it has, and has its answer when each of
// them has its own.
func Progress(f Filled) (done, total int) {
	lacking := map[string]bool{}
	for _, q := range f.Questions {
		if q.inList {
			lacking[q.List] = lacking[q.List] || !q.answered
			continue
		}
		total++
		if q.answered && !lacking[q.Name] {
			done++
		}
	}
	return done, total
}
