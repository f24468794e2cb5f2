package people

import (
	"fmt"
	"strconv"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// Unnamed stands in the place of a name that whoever made an invitation did not
// know. Who used it says his name himself.
const Unnamed = "（待本人填写）"

// A selfForm asks somebody for his own name, post and phone. Its subject is the
// person.
type selfForm struct {
	Name  string
	Post  string
	Phone string
}

func openSelf(tx *store.Tx, _ flows.Press) (flows.Reply, error) {
	return flows.Open("people.self", strconv.FormatInt(int64(tx.Actor().ID), 10)), nil
}

// openSelfForm opens it for the person himself, as long as he has no name: a
// name that is known is changed by nobody alone.
func openSelfForm(tx *store.Tx, subject string) (flows.Form, error) {
	me := tx.Actor()
	if me.ID == 0 || me.Name != Unnamed || subject != strconv.FormatInt(int64(me.ID), 10) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return &selfForm{}, nil
}

// Questions implements [ask.Form].
func (f *selfForm) Questions() []ask.Question {
	in := ask.In("self")
	return []ask.Question{
		ask.Text("name", &f.Name, in, ask.Length(2, MostName)),
		ask.Text("post", &f.Post, in, ask.Length(1, MostName), ask.Optional()),
		ask.Phone("phone", &f.Phone, in, ask.Optional()),
	}
}

// Submit makes the person known by his name.
func (f *selfForm) Submit(tx *store.Tx) (flows.Reply, error) {
	me := tx.Actor()
	me.Name, me.Post, me.Phone = f.Name, f.Post, f.Phone
	if err := tx.PutPerson(me); err != nil {
		return flows.Reply{}, err
	}
	err := tx.Journal(store.Entry{Act: "say_name", Object: fmt.Sprintf("person/%d", me.ID), Clause: programme.Ours})
	if err != nil {
		return flows.Reply{}, err
	}
	tx.As(me, tx.Grant())
	return home(tx, "people.welcome")
}
