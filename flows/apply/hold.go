package apply

import (
	"encoding/json"
	"errors"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// Filed implements [flows.Filing]: a file that may be secret is held whatever way
// it came, and one that is taken out while it is held is purged.
//
// Source: C5.
func (f form) Filed(tx *store.Tx, file programme.File) error {
	switch file.State {
	case programme.FilePending, programme.FileStored:
		why, err := suspicion(tx, file)
		if err != nil || why == "" {
			return err
		}
		return hold(tx, f.Application, file, why)
	case programme.FileRemoved:
		return takenOut(tx, f.Application, file)
	}
	return nil
}

// suspicion says why a file may be secret: the word of its name or caption that
// says so, or [card.Again]; "" if nothing does.
func suspicion(tx *store.Tx, file programme.File) (string, error) {
	if mark := card.SecretMark(file.Name, file.Caption); mark != "" {
		return mark, nil
	}
	if file.SHA256 != "" {
		_, err := tx.LastEntry(contentObject(file.SHA256), card.PurgeAct)
		if !errors.Is(err, store.ErrNotFound) {
			return card.Again, err
		}
	}
	before, err := tx.FilesOf(file.DraftID)
	for _, f := range before {
		if f.Reason == store.Purged && f.UniqueID != "" && f.UniqueID == file.UniqueID {
			return card.Again, err
		}
	}
	return "", err
}

// contentObject is a content's name in the journal: that it was purged holds
// wherever it is sent again.
func contentObject(sha256 string) string { return "content/" + sha256 }

// hold brings a file before those who decide about it, once, and tells its sender.
func hold(tx *store.Tx, a card.Application, file programme.File, why string) error {
	before, err := tx.EntriesOf([]string{card.FileObject(file.ID)}, card.HoldAct, card.ClearAct)
	if err != nil || len(before) > 0 {
		return err
	}
	mark, err := json.Marshal(card.Hold{Mark: why})
	if err != nil {
		return err
	}
	err = tx.Journal(store.Entry{Act: card.HoldAct, Object: card.FileObject(file.ID), Clause: programme.Ours, Data: mark})
	if err != nil {
		return err
	}
	return askJudges(tx, a, file, why)
}

// askJudges puts a held file before those who decide about it, and tells its sender.
func askJudges(tx *store.Tx, a card.Application, file programme.File, why string) error {
	bench, err := judges(tx, a)
	if err != nil {
		return err
	}
	data, key := bench.facts(a, file, why), card.FileObject(file.ID)+"/held"
	data["By"] = tx.Actor().Name
	err = card.Tell(tx, card.Letter{Key: key, Text: "apply.held_leader", Data: data, Buttons: judgement(file.ID)}, bench.people...)
	if err != nil {
		return err
	}
	list := flows.Button{Text: "apply.button.waiting", Act: "apply.waiting", Object: int64(a.ID)}
	return card.Tell(tx, card.Letter{
		Key: key + "/sender", Text: "apply.held", Data: data, Buttons: [][]flows.Button{flows.Row(list)},
	}, tx.Actor())
}

// judgement are the buttons of whoever decides about a held file.
func judgement(id programme.FileID) [][]flows.Button {
	return [][]flows.Button{
		flows.Row(flows.Button{Text: "apply.button.see", Act: "apply.see", Object: int64(id)}),
		flows.Row(flows.Button{Text: "apply.button.clear", Act: "apply.clear", Object: int64(id)}),
		flows.Row(flows.Button{Text: "apply.button.purge", Act: "apply.purge", Object: int64(id), Style: "danger"}),
	}
}

// A bench is who decides whether a held file is secret.
type bench struct {
	people []programme.Person
	office bool // in the place of leaders that the unit does not have here
}

// judges are the unit's leaders; of an application that is typed for a unit
// without any, the office, on the word of the unit's leader.
func judges(tx *store.Tx, a card.Application) (b bench, err error) {
	if b.people, err = card.Leaders(tx, a.UnitID); err != nil || len(b.people) > 0 {
		return b, err
	}
	proxied, err := a.Proxied(tx)
	if err != nil || !proxied {
		return b, err
	}
	b.people, err = tx.Holders(programme.RoleOffice, 0, 0)
	b.office = true
	return b, err
}

// facts are what texts mention of a held file.
func (b bench) facts(a card.Application, file programme.File, why string) map[string]any {
	return map[string]any{
		"Unit": a.Unit.Name, "Name": file.Name, "Caption": file.Caption, "Mark": why, "Again": why == card.Again,
		"Leaders": len(b.people), "Office": b.office,
	}
}
