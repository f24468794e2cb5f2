package flows

import (
	"fmt"

	"luling/store"
)

// Refused is the outcome that tells a person why a turn was undone. A form
// that was not asked stays where it was; one that refused itself is left.
func (h *House) Refused(tx *store.Tx, c Conversation, in Input, r *Refusal) (Outcome, error) {
	if !aside(c, in) {
		c.leave()
	}
	return h.instead(tx, c, in, Say("refused."+r.Name, r.Data))
}

// Failed is the outcome that apologises for a turn that could not be run. The
// person stands where he stood.
func (h *House) Failed(tx *store.Tx, c Conversation, in Input) (Outcome, error) {
	return h.instead(tx, c, in, Say("hall.failed", Ask(tx)))
}

// aside reports whether the input was not meant for the active form.
func aside(c Conversation, in Input) bool {
	if in.Event == Pressed {
		p, err := parseData(in.Data)
		return err != nil || p.form == ""
	}
	_, _, is := command(in)
	return is && c.Form != ""
}

// instead shows something in the place of what a turn would have shown, with
// the way back to the form or to the menu.
func (h *House) instead(tx *store.Tx, c Conversation, in Input, r Reply) (Outcome, error) {
	if err := identify(tx, in); err != nil {
		return Outcome{}, fmt.Errorf("identify: %w", err)
	}
	c.Person = tx.Actor().ID
	if c.Form == "" {
		c.Subject = ""
	}
	switch {
	case c.Form != "":
		c.cover()
		r.Buttons = [][]Button{Row(Button{Text: "button.to_question", Do: doShow, Style: "primary"}, Menu())}
	case c.Person != 0:
		r.Buttons = [][]Button{Row(Menu())}
	}
	r.Anew = in.Event == Pressed && !in.Live
	return Outcome{Conversation: c, Reply: r}, nil
}

// RefusalOf finds the refusal in an error of Turn, or nil.
func RefusalOf(err error) *Refusal { return refusal(err) }
