package office

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

const (
	blockForm   = "office.block"
	unblockForm = "office.unblock"
)

// Bounds of a reason, in characters. Source: 6, common rules.
const leastReason, mostReason = 10, 500

// a blocking asks for the reason of shutting a person out, or of letting him in.
type blocking struct {
	person programme.Person
	reason string
	do     func(tx *store.Tx, id programme.PersonID, reason string) error
}

// begin opens the form about the person of a button, for the officer who pressed it.
func begin(form string) func(*store.Tx, flows.Press) (flows.Reply, error) {
	return func(tx *store.Tx, p flows.Press) (flows.Reply, error) {
		return flows.Open(form, fmt.Sprintf("%d/%d", p.Object, tx.Actor().ID)), nil
	}
}

func openBlock(tx *store.Tx, subject string) (flows.Form, error) {
	f, err := openFor(tx, subject)
	if err == nil && f.person.BlockedAt != nil {
		return nil, flows.Refuse("form_gone", nil)
	}
	f.do = (*store.Tx).Block
	return f, err
}

func openUnblock(tx *store.Tx, subject string) (flows.Form, error) {
	f, err := openFor(tx, subject)
	if err == nil && f.person.BlockedAt == nil {
		return nil, flows.Refuse("form_gone", nil)
	}
	f.do = (*store.Tx).Unblock
	return f, err
}

// openFor finds the person of a subject, if the actor may shut him out.
func openFor(tx *store.Tx, subject string) (*blocking, error) {
	who, by, _ := strings.Cut(subject, "/")
	id, err := strconv.ParseInt(who, 10, 64)
	if err != nil || by != fmt.Sprint(tx.Actor().ID) {
		return &blocking{}, flows.Refuse("form_gone", nil)
	}
	p, err := outsider(tx, id)
	return &blocking{person: p}, err
}

// outsider is a person whom the actor may shut out: neither himself nor anybody of
// the office.
func outsider(tx *store.Tx, id int64) (programme.Person, error) {
	if err := may(tx, programme.ActBlock); err != nil {
		return programme.Person{}, err
	}
	p, err := tx.Person(programme.PersonID(id))
	if errors.Is(err, store.ErrNotFound) {
		return p, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if err != nil {
		return p, err
	}
	own, err := ofOffice(tx, p.ID)
	if err == nil && own {
		err = flows.Refuse("office.colleague", map[string]any{"Name": p.Name})
	}
	return p, err
}

func ofOffice(tx *store.Tx, id programme.PersonID) (bool, error) {
	grants, err := tx.Grants(id)
	for _, g := range grants {
		if g.Role == programme.RoleOffice {
			return true, err
		}
	}
	return id == tx.Actor().ID, err
}

// Questions implements [ask.Form].
func (f *blocking) Questions() []ask.Question {
	about := ask.About(map[string]any{"Name": f.person.Name})
	return []ask.Question{ask.LongText("reason", &f.reason, ask.In("reason"), ask.Length(leastReason, mostReason), about)}
}

// Submit shuts the person out, or lets him in.
func (f *blocking) Submit(tx *store.Tx) (flows.Reply, error) {
	if err := f.do(tx, f.person.ID, f.reason); err != nil {
		return flows.Reply{}, err
	}
	return personPage(tx, flows.Press{Object: int64(f.person.ID)})
}
