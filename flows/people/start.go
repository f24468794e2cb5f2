package people

import (
	"errors"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// start greets, or takes the code of an invitation link.
func start(tx *store.Tx, arg string) (flows.Reply, error) {
	switch {
	case arg != "":
		return accept(tx, arg)
	case tx.Grant().ID == 0:
		return flows.Say("hall.stranger", nil), nil
	}
	return home(tx, "people.back")
}

// typedCode takes a text outside any form that has the shape of a typed code.
func typedCode(tx *store.Tx, text string) (flows.Reply, bool, error) {
	code, is := readTyped(text)
	if !is {
		return flows.Reply{}, false, nil
	}
	r, err := accept(tx, code)
	return r, true, err
}

// accept takes a code. Whatever is wrong with it is answered in the same words;
// it is an answer and no refusal, so that the try is counted.
func accept(tx *store.Tx, code string) (flows.Reply, error) {
	if shut, err := locked(tx); err != nil || shut {
		return codeRefused(tx), err
	}
	if typed, is := readTyped(code); is {
		code = typed
	}
	i, err := tx.InvitationByHash(hash(code))
	switch {
	case errors.Is(err, store.ErrNotFound) || err == nil && !usable(tx, i):
		return codeRefused(tx), wrong(tx)
	case err != nil:
		return flows.Reply{}, err
	}
	return welcome(tx, i)
}

func usable(tx *store.Tx, i programme.Invitation) bool {
	return i.UsedAt == nil && i.ExpiresAt.After(tx.Now())
}

func codeRefused(tx *store.Tx) flows.Reply {
	r := flows.Say("people.code_refused", nil)
	if tx.Grant().ID != 0 {
		r.Buttons = [][]flows.Button{flows.Row(flows.Menu())}
	}
	return r
}

// welcome gives the person of an invitation what it promises.
func welcome(tx *store.Tx, i programme.Invitation) (flows.Reply, error) {
	if err := admit(tx, i); err != nil {
		return flows.Reply{}, err
	}
	person, err := known(tx, i)
	if err != nil {
		return flows.Reply{}, err
	}
	tx.As(person, tx.Grant())
	if err := use(tx, i, person.ID); err != nil {
		return flows.Reply{}, err
	}
	g := programme.Grant{
		PersonID: person.ID, Role: i.Role, UnitID: i.UnitID, BodyID: i.BodyID,
		State: programme.GrantActive, GrantedBy: i.CreatedBy,
	}
	if i.Role.AsksFirst() && !i.Trusted {
		g.State = programme.GrantPending
	}
	if err := tx.AddGrant(&g); err != nil {
		return flows.Reply{}, err
	}
	if g.State == programme.GrantPending {
		return pending(tx, g)
	}
	return active(tx, g)
}

// admit refuses an invitation to who made it, and to who holds the role already;
// it stays open for somebody else.
func admit(tx *store.Tx, i programme.Invitation) error {
	if tx.Actor().ID == 0 {
		return nil
	}
	if i.CreatedBy == tx.Actor().ID {
		return flows.Refuse("people.own_invitation", nil)
	}
	grants, err := tx.Grants(tx.Actor().ID)
	if err != nil {
		return err
	}
	for _, g := range grants {
		if g.Role == i.Role && g.UnitID == i.UnitID && g.BodyID == i.BodyID {
			return flows.Refuse("people.held", map[string]any{"Role": string(g.Role), "State": string(g.State)})
		}
	}
	return nil
}

// known is the person who acts, made known if this is the first invitation.
func known(tx *store.Tx, i programme.Invitation) (programme.Person, error) {
	p := tx.Actor()
	if p.ID != 0 {
		return p, nil
	}
	p.Name, p.Post, p.Phone = i.Name, i.Post, i.Phone
	if p.Language == "" {
		p.Language = "zh"
	}
	err := tx.AddPerson(&p)
	return p, err
}

// active ends the turn of a role that is held at once: the new hat is worn.
func active(tx *store.Tx, g programme.Grant) (flows.Reply, error) {
	if err := handover(tx, g); err != nil {
		return flows.Reply{}, err
	}
	if err := put(tx, g); err != nil {
		return flows.Reply{}, err
	}
	if tx.Actor().Name == Unnamed {
		return openSelf(tx, flows.Press{})
	}
	return home(tx, "people.welcome")
}

// pending ends the turn of a role that asks first: the office is told, by those
// of its people who are not the one who asks.
func pending(tx *store.Tx, g programme.Grant) (flows.Reply, error) {
	if err := askOffice(tx, g); err != nil {
		return flows.Reply{}, err
	}
	return flows.Say("people.pending", map[string]any{"Name": tx.Actor().Name, "Role": string(g.Role)}), nil
}

// home is a screen that says who one is and what to do next.
func home(tx *store.Tx, text string) (flows.Reply, error) {
	hat, err := shown(tx, tx.Grant())
	if err != nil {
		return flows.Reply{}, err
	}
	hat["Name"] = tx.Actor().Name
	todo := flows.Button{Text: "command.todo", Act: "/todo"}
	return flows.Say(text, hat, flows.Row(flows.Menu(), todo)), nil
}
