package apply

import (
	"errors"
	"fmt"
	"strconv"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// form is the application form as the contact fills it in.
type form struct{ *card.Form }

// openForm loads the form of the application named by the subject, for those
// who may edit it while it can still be sent.
func openForm(tx *store.Tx, subject string) (flows.Form, error) {
	id, err := strconv.ParseInt(subject, 10, 64)
	if err != nil {
		return nil, flows.Refuse("form_gone", nil)
	}
	a, err := fillable(tx, id)
	if err != nil {
		return nil, err
	}
	accepts, err := a.Accepts(tx)
	if err != nil {
		return nil, err
	}
	if !accepts {
		return nil, flows.Refuse("apply.round_closed", map[string]any{"ClosesOn": a.Round.ClosesOn.String()})
	}
	f, err := a.Form(tx)
	if err != nil {
		return nil, err
	}
	return form{f}, nil
}

// Keeps implements [flows.Keeping]: a leader may give the application back.
func (form) Keeps() {}

// Offers implements [flows.Offering]: before sending, a look at the evidence.
func (f form) Offers(flows.View) [][]flows.Button {
	return [][]flows.Button{flows.Row(adviceButton(f.Application))}
}

// Gaps implements [flows.Gapped].
func (f form) Gaps(tx *store.Tx, d store.Draft) ([]flows.Gap, error) {
	files, err := card.FilesOf(tx, d.ID)
	if err != nil {
		return nil, fmt.Errorf("gaps of the application: %w", err)
	}
	var gaps []flows.Gap
	for _, g := range f.Form.Gaps(files) {
		gaps = append(gaps, gap(f.Application, g))
	}
	return gaps, nil
}

// gap leads to the question that closes it, or to where study sessions and held
// files are dealt with, by a button whose text mentions the gap's number.
func gap(a card.Application, g programme.Gap) flows.Gap {
	about := g.About
	if about == nil {
		about = map[string]any{}
	}
	shown := flows.Gap{Text: g.Name, Data: about, Clause: g.Clause, Question: g.Question}
	switch {
	case g.Question == "study":
		shown.Question, shown.Button = "", &flows.Button{Text: "apply.button.mend_study", Act: "study.unit", Object: int64(a.UnitID)}
	case g.Name == "gap.held":
		shown.Button = &flows.Button{Text: "apply.button.waiting_files", Act: "apply.waiting", Object: int64(a.ID)}
	}
	return shown
}

// Submit sends the application to the unit's leaders.
func (f form) Submit(tx *store.Tx) (flows.Reply, error) {
	a := f.Application
	if !card.May(tx, programme.ActSend, a.Application) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	a.Category = f.Category
	if err := tx.PutApplication(&a.Application); err != nil {
		return flows.Reply{}, fmt.Errorf("send application: %w", err)
	}
	err := tx.Make(&a.Application, programme.MoveSendToLeader, "")
	if errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrNotAllowed) {
		return handled(tx, a)
	}
	if err != nil {
		return flows.Reply{}, err
	}
	return sent(tx, a)
}
