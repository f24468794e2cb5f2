package apply

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// A heldCase is a held file before somebody who decides about it.
type heldCase struct {
	card.File
	application card.Application
	draft       store.Draft
}

// decidable finds the held file of a button, for those who decide about it; nil:
// it was decided already, or taken out.
func decidable(tx *store.Tx, p flows.Press) (*heldCase, error) {
	c, err := readHeld(tx, programme.FileID(p.Object))
	if err != nil {
		return nil, err
	}
	bench, err := judges(tx, c.application)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(bench.people, func(j programme.Person) bool { return j.ID == tx.Actor().ID }) ||
		!card.May(tx, programme.ActSeeFiles, c.application.Application) {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if !c.Held() || c.application.State != programme.AppDraft {
		return nil, nil
	}
	return c, nil
}

// readHeld reads a file with the application it was sent into. One of another form,
// or of none, is refused.
func readHeld(tx *store.Tx, id programme.FileID) (*heldCase, error) {
	none := flows.Refuse("not_allowed", flows.Ask(tx))
	f, err := tx.File(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, none
	}
	if err != nil {
		return nil, err
	}
	c := &heldCase{}
	if c.draft, err = tx.DraftByID(f.DraftID); err != nil {
		return nil, err
	}
	of, err := strconv.ParseInt(c.draft.Subject, 10, 64)
	if c.draft.Form != card.FormName || err != nil {
		return nil, none
	}
	if c.File, err = card.FileOf(tx, f); err == nil {
		c.application, err = card.Read(tx, programme.ApplicationID(of))
	}
	return c, err
}

// see sends the held file to whoever decides about it, so that he knows what he
// decides about.
func see(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	c, err := decidable(tx, p)
	if err != nil || c == nil {
		return flows.Toast("apply.held_over", nil), err
	}
	if c.State != programme.FileStored {
		return flows.Toast("apply.held_coming", nil), nil
	}
	r := flows.Toast("card.files_sent", map[string]any{"Files": 1})
	r.Files = []flows.Sent{{
		Key:    fmt.Sprintf("%s/see/person-%d/%d", card.FileObject(c.ID), tx.Actor().ID, p.At.Unix()),
		FileID: int64(c.ID), Caption: "card.file", Protect: true,
		Data: map[string]any{"Unit": c.application.Unit.Name, "Name": c.Name, "Hash": card.Short(c.SHA256)},
	}}
	return r, nil
}

// clearFile is the statement that the file is not secret.
func clearFile(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	c, err := decidable(tx, p)
	if err != nil || c == nil {
		return flows.Toast("apply.held_over", nil), err
	}
	if err := tx.Journal(store.Entry{Act: card.ClearAct, Object: card.FileObject(c.ID), Clause: programme.Ours}); err != nil {
		return flows.Reply{}, err
	}
	return decided(tx, c, "apply.cleared")
}

// purge takes the file out for good, on the word that it was a mistake to send it.
// Its name and caption go with it; the journal says only that it was done.
func purge(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	c, err := decidable(tx, p)
	if err != nil || c == nil {
		return flows.Toast("apply.held_over", nil), err
	}
	if err := takeOut(tx, c.draft, int64(c.ID)); err != nil {
		return flows.Reply{}, err
	}
	if err := purged(tx, &c.File.File); err != nil {
		return flows.Reply{}, err
	}
	return decided(tx, c, "apply.purged")
}

// decided tells whoever sent the file what was said, and takes the buttons from
// every request about it.
func decided(tx *store.Tx, c *heldCase, text string) (flows.Reply, error) {
	sender, err := tx.Person(c.UploadedBy)
	if err != nil {
		return flows.Reply{}, err
	}
	data := map[string]any{"Name": c.Name, "By": tx.Actor().Name, "Role": "role." + string(tx.Grant().Role)}
	err = card.Tell(tx, card.Letter{Key: card.FileObject(c.ID) + "/decided", Text: text, Data: data}, sender)
	r := flows.Say(text, data, flows.Row(flows.Menu()))
	r.Spent = card.FileObject(c.ID) + "/held"
	return r, err
}

// facts are what texts mention of the case.
func (c *heldCase) facts(tx *store.Tx) (map[string]any, error) {
	people, err := judges(tx, c.application)
	if err != nil {
		return nil, err
	}
	data := people.facts(c.application, c.File.File, c.Mark)
	data["By"], err = card.Name(tx, c.UploadedBy)
	return data, err
}
