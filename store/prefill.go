package store

import "slices"

const insertPrefilled = `INSERT INTO answers (draft_id, name, value, skipped, done, version, by, at, rival, rival_by, prefilled)
	VALUES (?, ?, ?, FALSE, ?, ?, ?, ?, NULL, 0, TRUE)
	ON CONFLICT (draft_id, name) DO NOTHING`

// Prefill offers answers of an earlier form: each is marked, and is none until
// somebody confirms it. Only Name, Value and Done are taken; one without a value
// and one whose question has an answer already are left out, so that a second
// call changes no answer. The draft gets its next version. ErrConflict as with
// PutAnswer.
//
// Source: policy default; C16.
func (tx *Tx) Prefill(d *Draft, answers []Answer) error {
	answers = slices.DeleteFunc(slices.Clone(answers), func(a Answer) bool { return len(a.Value) == 0 })
	if len(answers) == 0 {
		return nil
	}
	if err := tx.advance(d); err != nil {
		return named(err, "prefill draft %d", d.ID)
	}
	for _, a := range answers {
		if _, err := tx.exec(insertPrefilled, d.ID, a.Name, a.Value, a.Done, d.Version, tx.actor.ID, tx.now); err != nil {
			return named(err, "prefill %s of draft %d", a.Name, d.ID)
		}
	}
	return nil
}
