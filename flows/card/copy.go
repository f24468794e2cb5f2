package card

import (
	"cmp"
	"errors"
	"slices"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// Earlier is the unit's newest application of another round that was submitted or
// withdrawn, nil if there is none.
//
// Source: C16.
func (a Application) Earlier(tx *store.Tx) (*Application, error) {
	all, err := tx.Applications(store.ApplicationFilter{UnitID: a.UnitID})
	if err != nil {
		return nil, err
	}
	var found *Application
	for _, of := range all {
		if of.RoundID == a.RoundID || of.SubmittedAt == nil && of.State != programme.AppWithdrawn {
			continue
		}
		e, err := With(tx, of)
		if err != nil {
			return nil, err
		}
		if found == nil || cmp.Or(cmp.Compare(e.Round.Year, found.Round.Year), cmp.Compare(e.ID, found.ID)) > 0 {
			found = &e
		}
	}
	return found, nil
}

// copied are the kinds of question whose answers last: what is counted, dated,
// paid, attached or declared is said anew each year.
var copied = []ask.Kind{ask.KindText, ask.KindLongText, ask.KindChoice, ask.KindChoices, ask.KindPerson, ask.KindList}

// Copied are the answers of an earlier application that the present form would
// take, by questions of the same names. A category that is not open to the unit any
// more, and what the form has no question for, are left out.
//
// Source: C16.
func (a Application) Copied(tx *store.Tx, earlier Application) ([]store.Answer, error) {
	d, err := tx.Draft(FormName, earlier.Subject())
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	rows, err := tx.Answers(d.ID)
	if err != nil {
		return nil, err
	}
	return a.taken(tx, flows.Answers(rows))
}

// taken lists the answers of old that the form takes. Each that is taken may open
// further questions, so the form is asked until it has no more.
func (a Application) taken(tx *store.Tx, old map[string]ask.Answer) (list []store.Answer, err error) {
	taken := map[string]ask.Answer{}
	for more := true; more; {
		f, err := a.Form(tx)
		if err != nil {
			return nil, err
		}
		filled := ask.Fill(f, taken)
		list, more = lasting(filled, taken), false
		for _, q := range filled.Questions {
			if _, has := taken[q.Name]; !has && lasts(q, old[q.Name]) {
				taken[q.Name], more = ask.Answer{Value: old[q.Name].Value, Done: old[q.Name].Done}, true
			}
		}
	}
	return list, nil
}

// counted are texts that hold the numbers of a year.
var counted = []string{"targets.value", "targets.reached"}

func lasts(q ask.Question, old ask.Answer) bool {
	return slices.Contains(copied, q.Kind) && !slices.Contains(counted, q.Text()) && q.Name != "category_change" && len(old.Value) > 0 && !old.Skipped && !old.Prefilled
}

// lasting are the answers that the form accepted, in its order.
func lasting(filled ask.Filled, taken map[string]ask.Answer) (list []store.Answer) {
	for _, q := range filled.Questions {
		if a, ok := filled.Answers[q.Name]; ok && len(taken[q.Name].Value) > 0 {
			list = append(list, store.Answer{Name: q.Name, Value: a.Value, Done: a.Done})
		}
	}
	return list
}
