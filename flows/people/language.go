package people

import (
	"slices"

	"luling/flows"
	"luling/store"
)

var languages = []string{"zh", "en"}

// language asks in which language to speak; the argument may say so at once.
func language(tx *store.Tx, arg string) (flows.Reply, error) {
	if slices.Contains(languages, arg) {
		return speak(tx, flows.Press{Arg: arg})
	}
	var keys []flows.Button
	for _, l := range languages {
		keys = append(keys, flows.Button{Text: "language." + l, Act: "people.language", Arg: l})
	}
	r := flows.Say("people.language", nil, keys)
	r.Aside = true
	return r, nil
}

// speak changes the language, and leads back into an active form. Of a stranger nothing is kept: this screen is in
// the language he chose, the next one in that of his messenger again.
func speak(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	if !slices.Contains(languages, p.Arg) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	who := tx.Actor()
	who.Language = p.Arg
	tx.As(who, tx.Grant())
	if who.ID == 0 {
		return flows.Say("hall.stranger", nil), nil
	}
	if err := tx.PutPerson(who); err != nil {
		return flows.Reply{}, err
	}
	r := flows.Say("people.spoken", nil, flows.Row(flows.Menu()))
	r.Resume = true
	return r, nil
}
