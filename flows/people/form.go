package people

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// A form invites one person to a place. Its subject is the place and who
// invites, such as "unit/12/5": two people who invite at once do not meet.
type form struct {
	at    place
	roles []programme.Role
	about map[string]any

	Role programme.Role
	Name string
	Post string
}

// openInvite opens the form for the place a button names.
func openInvite(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	return flows.Open("people.invite", fmt.Sprintf("%s/%d", p.Arg, tx.Actor().ID)), nil
}

func openForm(tx *store.Tx, subject string) (flows.Form, error) {
	i := strings.LastIndex(subject, "/")
	at, ok := readPlace(subject[:max(i, 0)])
	if !ok || subject[i+1:] != fmt.Sprint(tx.Actor().ID) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	f := &form{at: at}
	var err error
	if f.roles, err = at.invitable(tx); err != nil {
		return nil, err
	}
	if len(f.roles) == 0 {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	f.Role = f.roles[0]
	return f, f.tell(tx)
}

// tell gathers what the questions mention: the place, and its contact, whose
// role a new contact will end.
func (f *form) tell(tx *store.Tx) (err error) {
	f.about = map[string]any{"Place": f.at.kind(), "Contact": ""}
	if f.about["Where"], err = f.at.name(tx); err != nil || f.at.unit == 0 {
		return err
	}
	contacts, err := tx.Holders(programme.RoleContact, f.at.unit, 0)
	if len(contacts) > 0 {
		f.about["Contact"] = contacts[0].Name
	}
	return err
}

// Questions asks for the role where there is a choice, and for the person.
func (f *form) Questions() (qs []ask.Question) {
	in, about := ask.In("who"), ask.About(f.about)
	if len(f.roles) > 1 {
		var options []ask.Option
		for _, r := range f.roles {
			options = append(options, ask.Option{ID: string(r), Label: flows.Line{Text: "role." + string(r)}})
		}
		qs = append(qs, ask.Choice("role", &f.Role, options, in, about))
	}
	return append(qs,
		ask.Text("name", &f.Name, ask.Length(2, MostName), in, ask.About(map[string]any{"Role": string(f.Role)}), about),
		ask.Text("post", &f.Post, ask.Length(1, MostName), in, ask.Optional()),
	)
}

// Submit makes the invitation and shows its two secrets, once.
func (f *form) Submit(tx *store.Tx) (flows.Reply, error) {
	if !slices.Contains(f.roles, f.Role) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	i, code, err := Invite(tx, programme.Invitation{
		Role: f.Role, UnitID: f.at.unit, BodyID: f.at.body, Name: f.Name, Post: f.Post,
	})
	if err != nil {
		return flows.Reply{}, err
	}
	return f.invited(i, code), nil
}

// invited shows the secrets; what stays of the screen has none.
func (f *form) invited(i programme.Invitation, code Code) flows.Reply {
	about := map[string]any{
		"Name": f.Name, "Role": string(f.Role), "Where": f.about["Where"], "Contact": f.about["Contact"],
		"Until": i.ExpiresAt, "AsksFirst": f.Role.AsksFirst(),
	}
	again := flows.Button{Text: "people.button.again", Act: "people.invite", Arg: f.at.String()}
	keys := flows.Row(again, flows.Menu())
	kept := flows.Say("people.invited_before", about, keys)
	shown := maps.Clone(about)
	shown["Link"], shown["Typed"] = code.Link, grouped(code.Typed)
	r := flows.Say("people.invited", shown, keys)
	r.Instead = &kept
	return r
}
