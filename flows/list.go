package flows

import (
	"strconv"
	"strings"

	"luling/flows/ask"
	"luling/store"
)

// add puts an entry into the list on the screen and turns to it. Without an id
// it is a new one; an id is that of an entry that was taken out.
func (s *session) add(q ask.Question, id string) error {
	if id == "" {
		id = s.newEntry(q.Name, 0)
	}
	ok, err := s.relist(q, ask.Keep(id))
	if err == nil && ok {
		s.turnTo(q.Name, id)
	}
	return err
}

// unlist takes an entry out of the list on the screen; its answers stay where
// they are, so that it may be put back.
func (s *session) unlist(q ask.Question, id string) error {
	ok, err := s.relist(q, ask.Drop(id))
	if err == nil && ok {
		s.told.Dropped = q.Name + "." + id
		s.c.Focus, s.c.View, s.c.Return = q.Name, ViewQuestion, s.c.Home
	}
	return err
}

// relist stores what a press makes of a list, and reports whether it was allowed.
func (s *session) relist(q ask.Question, press string) (bool, error) {
	out := q.Understand(ask.Input{Choice: press})
	if out.Kind != ask.Valid {
		s.told.refuse(out.Refusal)
		return false, nil
	}
	return true, s.put(store.Answer{Name: q.Name, Value: out.Value})
}

// newEntry is an id no entry of the list ever had, so many after the first such.
func (s *session) newEntry(list string, after int) string {
	most := 0
	for name := range s.rows {
		rest, is := strings.CutPrefix(name, list+".")
		id, _, _ := strings.Cut(rest, ".")
		if n, err := strconv.Atoi(id); is && err == nil {
			most = max(most, n)
		}
	}
	for _, id := range ask.EntryIDs(s.rows[list].Value) {
		if n, err := strconv.Atoi(id); err == nil {
			most = max(most, n)
		}
	}
	return strconv.Itoa(most + 1 + after)
}

// turnTo focuses an entry's first question without an answer, else that of the
// next entry the person left open, else the list.
func (s *session) turnTo(list, id string) {
	s.c.Focus, s.c.View = list, ViewQuestion
	ids := append([]string{id}, ask.EntryIDs(s.rows[list].Value)...)
	if s.c.Return == ViewEntry {
		ids = ids[:1]
	}
	for _, id := range ids {
		if open := s.open(list, id); open != "" && (id == ids[0] || s.own(list, id)) {
			s.c.Focus = open
			return
		}
	}
}

// open is an entry's first question without an answer, "" if there is none.
func (s *session) open(list, id string) string {
	for _, q := range s.ofEntry(list, id) {
		if !q.Answered() {
			return q.Name
		}
	}
	return ""
}

// own reports whether the person gave an answer of an entry, or some are
// prefilled: a colleague may be at work on others.
func (s *session) own(list, id string) bool {
	for _, q := range s.ofEntry(list, id) {
		if row, has := s.rows[q.Name]; has && (q.Prefilled() || row.By == s.tx.Actor().ID) {
			return true
		}
	}
	return false
}

// onward leaves a question of an entry: on to what the entry still lacks, else
// to its list, unless the person came from another face and the list was ended.
// It reports whether it knows where to go.
func (s *session) onward(name string) bool {
	q, ok := ask.Find(s.filled, name)
	if !ok || !q.InList() {
		return false
	}
	s.turnTo(q.List, q.Entry)
	head, _ := ask.Find(s.filled, q.List)
	return s.c.Focus != q.List || s.c.Return == ViewQuestion || s.c.Return != ViewEntry && !head.Answered()
}

// ahead is the question after another; a list that follows is entered by its head.
func (s *session) ahead(name string) (ask.Question, bool) {
	next, ok := ask.Next(s.filled, name)
	if ok && next.InList() {
		return ask.Find(s.filled, next.List)
	}
	return next, ok
}

// open shows one entry with its answers.
func (s *session) openEntry(q ask.Question, id string) {
	s.c.View, s.c.Section, s.c.Home = ViewEntry, q.Name+"."+id, s.c.Return
	s.c.Return = ViewQuestion
}

// entryOf is the list and the id of the entry shown; false if it is gone.
func (s *session) entryOf() (head ask.Question, id string, ok bool) {
	list, id, _ := strings.Cut(s.c.Section, ".")
	head, ok = ask.Find(s.filled, list)
	for _, has := range ask.EntryIDs(s.rows[list].Value) {
		if ok && has == id {
			return head, id, true
		}
	}
	return head, id, false
}
