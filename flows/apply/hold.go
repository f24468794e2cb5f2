package apply

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// hold looks at the files of a question: one whose name or caption looks secret
// is brought before the leaders, once, and its sender is told.
//
// Source: C5.
func hold(tx *store.Tx, a card.Application, question string) error {
	if !strings.HasSuffix(question, "_files") {
		return nil
	}
	d, err := tx.Draft(card.FormName, a.Subject())
	if err != nil {
		return err
	}
	files, err := tx.FilesOf(d.ID)
	if err != nil {
		return err
	}
	for _, f := range files {
		if f.Field == question && kept(f) && card.LooksSecret(f) {
			if err := askAbout(tx, a, f); err != nil {
				return err
			}
		}
	}
	return nil
}

func kept(f programme.File) bool {
	return f.State == programme.FilePending || f.State == programme.FileStored
}

func askAbout(tx *store.Tx, a card.Application, f programme.File) error {
	leaders, err := card.Leaders(tx, a.UnitID)
	if err != nil {
		return err
	}
	data := map[string]any{"Unit": a.Unit.Name, "Name": f.Name, "Caption": f.Caption, "By": tx.Actor().Name, "Leaders": len(leaders)}
	key := card.FileObject(f.ID) + "/held"
	err = card.Tell(tx, card.Letter{
		Key: key, Text: "apply.held_leader", Data: data, Buttons: [][]flows.Button{
			flows.Row(flows.Button{Text: "apply.button.clear", Act: "apply.clear", Object: int64(f.ID)}),
			flows.Row(flows.Button{Text: "apply.button.purge", Act: "apply.purge", Object: int64(f.ID), Style: "danger"}),
		},
	}, leaders...)
	if err != nil {
		return err
	}
	return card.Tell(tx, card.Letter{Key: key + "/sender", Text: "apply.held", Data: data}, tx.Actor())
}

// heldFile finds a held file a leader decides about, and the application it was
// sent into. gone means that it was decided already or taken out.
func heldFile(tx *store.Tx, id programme.FileID) (f programme.File, d store.Draft, gone bool, err error) {
	f, err = tx.File(id)
	if err == nil {
		d, err = tx.DraftByID(f.DraftID)
	}
	if errors.Is(err, store.ErrNotFound) || err == nil && d.Form != card.FormName {
		return f, d, false, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if err != nil {
		return f, d, false, err
	}
	of, err := strconv.ParseInt(d.Subject, 10, 64)
	if err != nil {
		return f, d, false, fmt.Errorf("application of file %d: %w", id, err)
	}
	if _, err = card.Find(tx, programme.ActSeeFiles, of); err != nil {
		return f, d, false, err
	}
	_, err = tx.LastEntry(card.FileObject(id), card.ClearAct)
	if errors.Is(err, store.ErrNotFound) {
		return f, d, !kept(f), nil
	}
	return f, d, err == nil, err
}

// clearFile is a leader's statement that the file is not secret.
func clearFile(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	f, _, gone, err := heldFile(tx, programme.FileID(p.Object))
	if err != nil || gone {
		return flows.Toast("apply.held_over", nil), err
	}
	if err := tx.Journal(store.Entry{Act: card.ClearAct, Object: card.FileObject(f.ID), Clause: programme.Ours}); err != nil {
		return flows.Reply{}, err
	}
	return decided(tx, f, "apply.cleared")
}

// purge takes the file out for good, on a leader's word that it was a mistake to
// send it. Its name and caption go with it; the journal says only that it was done.
func purge(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	f, d, gone, err := heldFile(tx, programme.FileID(p.Object))
	if err != nil || gone {
		return flows.Toast("apply.held_over", nil), err
	}
	if d.ClosedAt != nil {
		return flows.Reply{}, flows.Refuse("form_gone", nil)
	}
	if err := takeOut(tx, d, int64(f.ID)); err != nil {
		return flows.Reply{}, err
	}
	from := f.State
	f.State, f.Reason, f.Name, f.Caption = programme.FileRemoved, "secret", "", ""
	if err := tx.PutFile(f, from); err != nil {
		return flows.Reply{}, err
	}
	if err := tx.Journal(store.Entry{Act: "purge_file", Object: card.FileObject(f.ID), Clause: programme.Ours}); err != nil {
		return flows.Reply{}, err
	}
	return decided(tx, f, "apply.purged")
}

// takeOut removes the file from every answer of the draft.
func takeOut(tx *store.Tx, d store.Draft, id int64) error {
	rows, err := tx.Answers(d.ID)
	if err != nil {
		return err
	}
	for _, row := range rows {
		var ids []int64
		if json.Unmarshal(row.Value, &ids) != nil || !slices.Contains(ids, id) {
			continue
		}
		if row.Value, err = ask.Remove(row.Value, id); err != nil {
			return err
		}
		row.Done, row.By = row.Done && len(ids) > 1, tx.Actor().ID
		if err := tx.PutAnswer(&d, row); err != nil {
			return err
		}
	}
	return nil
}

// decided tells whoever sent the file what the leader said.
func decided(tx *store.Tx, f programme.File, text string) (flows.Reply, error) {
	sender, err := tx.Person(f.UploadedBy)
	if err != nil {
		return flows.Reply{}, err
	}
	data := map[string]any{"Name": f.Name, "By": tx.Actor().Name, "Role": "role." + string(tx.Grant().Role)}
	err = card.Tell(tx, card.Letter{Key: card.FileObject(f.ID) + "/decided", Text: text, Data: data}, sender)
	return flows.Say(text, data, flows.Row(flows.Menu())), err
}
