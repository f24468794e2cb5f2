package ask

import "encoding/json"

// MostEntries is how many entries a list takes without a Most rule.
const MostEntries = 20

// A List is the field of a list question: entries in order, each with an id
// that stays its own whatever comes and goes around it.
type List[T any] struct {
	ids  []string
	rows map[string]*T
}

// All returns the entries in order.
func (l *List[T]) All() []T {
	all := make([]T, 0, len(l.ids))
	for _, id := range l.ids {
		all = append(all, *l.rows[id])
	}
	return all
}

// Len counts the entries.
func (l *List[T]) Len() int { return len(l.ids) }

// put makes ids the entries of the list. What an entry holds is never thrown
// away: questions may be bound to it.
func (l *List[T]) put(ids []string) {
	if l.rows == nil {
		l.rows = map[string]*T{}
	}
	for _, id := range ids {
		if l.rows[id] == nil {
			l.rows[id] = new(T)
		}
	}
	l.ids = ids
}

// Entries asks for a list: the questions of each entry, as of makes them, and
// after them the head, which takes entries in and out and ends the list. A
// question of an entry is named "list.id.field" and says where it belongs (List,
// Entry, No); of may branch on what the entry holds, and name its questions
// freely. The rules are the head's; its section and clause are the entries' too,
// unless their questions have their own. Least and Most bound the entries.
//
// A press of Keep(id) adds an entry, Drop(id) takes it out, ActDone ends the
// answer, which is the list of ids.
func Entries[T any](name string, field *List[T], of func(*T) []Question, rules ...Rule) []Question {
	head := listHead(name, field, rules)
	head.Fields = of(new(T))
	var all []Question
	for i, id := range field.ids {
		for _, q := range Of(name, id, i+1, of(field.rows[id])...) {
			q.inList = true
			all = append(all, q.under(head))
		}
	}
	return append(all, head)
}

// Of makes questions those of one entry of a table whose entries are given, such
// as its years: they are named "list.id.field", and their texts "list.field".
func Of(list, id string, no int, questions ...Question) []Question {
	all := make([]Question, len(questions))
	for i, q := range questions {
		q.field, q.List, q.Entry, q.No = q.Name, list, id, no
		q.Name = list + "." + id + "." + q.field
		About(with{"No": no})(&q)
		all[i] = q
	}
	return all
}

// Text names the question's text under its form's: the name, or of an entry's
// question "list.field", or what Wording says.
func (q Question) Text() string {
	if q.text != "" {
		return q.text
	}
	if q.List == "" {
		return q.Name
	}
	return q.List + "." + q.field
}

// InList reports whether the question belongs to an entry that a person has
// added, so that there may be any number of it.
func (q Question) InList() bool { return q.inList }

// under gives a question the head's section and clause where it has none.
func (q Question) under(head Question) Question {
	if q.Section == "" {
		q.Section = head.Section
	}
	if q.Clause == "" {
		q.Clause = head.Clause
	}
	return q
}

// EntryIDs reads the ids of a stored list answer; what is none has no entries.
func EntryIDs(raw json.RawMessage) []string {
	ids, err := decode[[]string](raw)
	if err != nil {
		return nil
	}
	return ids
}
