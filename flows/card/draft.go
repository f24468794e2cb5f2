package card

import (
	"errors"
	"fmt"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// A Draft is an application's form with the answers of now.
type Draft struct {
	Form   *Form
	Row    store.Draft // zero if nobody opened the form yet
	Filled ask.Filled
	Files  Files
}

// Draft reads the application's form with its stored answers.
func (a Application) Draft(tx *store.Tx) (d Draft, err error) {
	if d.Form, err = a.Form(tx); err != nil {
		return d, err
	}
	d.Row, err = tx.Draft(FormName, a.Subject())
	if errors.Is(err, store.ErrNotFound) {
		d.Filled = ask.Fill(d.Form, nil)
		return d, nil
	}
	if err != nil {
		return d, err
	}
	rows, err := tx.Answers(d.Row.ID)
	if err != nil {
		return d, fmt.Errorf("draft of application %d: %w", a.ID, err)
	}
	d.Filled = ask.Fill(d.Form, flows.Answers(rows))
	d.Files, err = FilesOf(tx, d.Row.ID)
	return d, err
}

// Done counts the questions that apply and those that have their answer; a list
// counts once, however many entries it has.
func (d Draft) Done() (done, total int) { return ask.Progress(d.Filled) }

// Gaps is what stands against sending the application: questions without an
// answer are not among them, hard conditions are.
//
// Source: S4; C5–C7.
func (d Draft) Gaps() []programme.Gap { return d.Form.Gaps(d.Files) }

// Whole reports whether every question has its answer and no condition is open.
func (d Draft) Whole() bool {
	_, open := ask.Current(d.Filled)
	return !open && len(d.Gaps()) == 0
}
