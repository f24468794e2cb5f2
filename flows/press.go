package flows

import (
	"errors"

	"luling/store"
)

// press takes a button. Buttons of forms act only in the conversation and
// revision they were made for; all others are whole acts, which look for
// themselves whether what they were made for still stands.
func (t *turn) press() error {
	p, err := parseData(t.in.Data)
	switch {
	case err != nil:
		return t.stale()
	case p.command != "":
		return t.command(p.command, p.arg)
	case p.act != "" && t.in.Live && !t.in.Offered: // the second tap of a double one: the first result is on the screen
		return t.stale()
	case p.act != "":
		return t.act(p)
	case p.form != t.c.ID || !t.c.holds(p.revision) || t.c.Form == "":
		return t.stale()
	}
	return t.form(func(s *session) error { return s.press(p) })
}

func (t *turn) act(p pressed) error {
	a, known := t.h.acts[p.act]
	if !known || !Allows(a.Who, role(t.tx)) {
		return Refuse("not_allowed", Ask(t.tx))
	}
	p.press.At = t.in.At
	r, err := a.Run(t.tx, p.press)
	r.Anew = r.Anew || !t.in.Live
	return t.answer(r, err)
}

// stale answers a button whose time has passed: no record changes, and unless the
// live screen is where the person pressed, it is shown again at the bottom. That
// of a form is made anew: what the stored one asked may be asked no longer.
func (t *turn) stale() error {
	t.reply = Toast("toast.stale", nil)
	t.again = !t.in.Live
	if !t.again || t.c.View == ViewAside {
		return nil
	}
	_, err := t.tx.Draft(t.c.Form, t.c.Subject)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	err = t.form(func(s *session) error {
		s.told = t.c.Told
		return nil
	})
	if refusal(err) != nil { // the form is closed: what is stored says enough
		return nil
	}
	return err
}

// Ask says whom to ask: the office, by name and telephone number.
func Ask(tx *store.Tx) map[string]any {
	office := tx.Programme().Office
	return map[string]any{"Office": office.Name, "Phone": office.Phone}
}
