package flows

import (
	"errors"
	"fmt"
	"strings"

	"luling/store"
	"luling/store/programme"
)

// An Outcome is what a turn leaves for the edge.
type Outcome struct {
	Conversation Conversation
	Reply        Reply
	Again        bool // show the live screen again although nothing changed
}

// Turn takes one input in one transaction. A *[Refusal] among the errors is for
// the person: the caller undoes the turn and shows [House.Refused] instead.
func (h *House) Turn(tx *store.Tx, c Conversation, in Input) (Outcome, error) {
	if err := identify(tx, in); err != nil {
		return Outcome{}, fmt.Errorf("identify: %w", err)
	}
	c.Person = tx.Actor().ID
	t := turn{h: h, tx: tx, c: c, in: in}
	if err := t.take(); err != nil {
		return Outcome{}, err
	}
	t.c.Person = tx.Actor().ID // an invitation may just have made him known
	return Outcome{Conversation: t.c, Reply: t.reply, Again: t.again}, nil
}

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
	c.Person, c.Asks = tx.Actor().ID, ""
	switch {
	case c.Form != "":
		c.View = ViewAside
		r.Buttons = [][]Button{Row(Button{Text: "button.to_question", Do: doShow, Style: "primary"}, Menu())}
	case c.Person != 0:
		r.Buttons = [][]Button{Row(Menu())}
	}
	r.Anew = in.Event == Pressed && !in.Live
	return Outcome{Conversation: c, Reply: r}, nil
}

// RefusalOf finds the refusal in an error of Turn, or nil.
func RefusalOf(err error) *Refusal { return refusal(err) }

// identify puts the person, the role he acts in and the date of his message on
// the transaction. Who he is comes from the messenger; what he is, from grants
// that are active now.
func identify(tx *store.Tx, in Input) error {
	tx.Sent(in.dated())
	p, err := tx.PersonByTelegram(in.From)
	if errors.Is(err, store.ErrNotFound) {
		tx.As(programme.Person{TelegramID: in.From, Language: in.Language}, programme.Grant{})
		return nil
	}
	if err != nil {
		return err
	}
	grants, err := tx.Grants(p.ID)
	if err != nil {
		return err
	}
	tx.As(p, hat(p, grants))
	return nil
}

// hat is the grant the person chose to act under, or the first active one.
func hat(p programme.Person, grants []programme.Grant) (g programme.Grant) {
	for _, x := range grants {
		if x.State != programme.GrantActive {
			continue
		}
		if x.ID == p.Hat {
			return x
		}
		if g.ID == 0 {
			g = x
		}
	}
	return g
}

// a turn in progress.
type turn struct {
	h     *House
	tx    *store.Tx
	c     Conversation
	in    Input
	reply Reply
	again bool
}

func (t *turn) take() error {
	switch word, arg, is := command(t.in); {
	case t.in.Event == Left || t.in.Event == Returned:
		return t.reach()
	case t.in.Event == Arrived:
		return t.arrived()
	case t.in.Event == Pressed:
		return t.press()
	case is:
		return t.command(word, arg)
	case t.c.Form != "":
		return t.form(func(s *session) error { return s.take(t.in) })
	}
	return t.say()
}

// command splits "/word argument". A full-width slash counts, a bot's name after @ is cut.
func command(in Input) (word, arg string, is bool) {
	s := strings.TrimSpace(in.Text)
	if in.Event != Texted || !strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "／") {
		return "", "", false
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "／"), "/")
	word, arg, _ = strings.Cut(s, " ")
	word, _, _ = strings.Cut(word, "@")
	return strings.ToLower(word), strings.TrimSpace(arg), true
}

func (t *turn) command(word, arg string) error {
	c, known := t.h.commands[word]
	switch {
	case !known || !Allows(c.Who, role(t.tx)):
		return Refuse("no_such_command", map[string]any{"Command": word})
	case c.Name == cancel && t.c.Form != "":
		if err := t.form((*session).leave); refusal(err) == nil {
			return err
		}
	}
	return t.answer(c.Run(t.tx, arg))
}

// say offers a text outside any form to the features. What none of them wants
// is answered by the menu, which says that it was not taken.
func (t *turn) say() error {
	for _, f := range t.h.Features {
		if f.Say == nil || t.in.Event != Texted {
			continue
		}
		if r, mine, err := f.Say(t.tx, t.in.Text); mine || err != nil {
			return t.answer(r, err)
		}
	}
	r, err := t.h.menu(t.tx, "")
	if greeting, known := r.Data.(map[string]any); known {
		greeting["Stray"] = stray(t.in)
	}
	return t.answer(r, err)
}

// stray is what came though nothing was asked, in one word.
func stray(in Input) string {
	switch in.Event {
	case Filed:
		return "file"
	case Shared:
		return "contact"
	case Odd:
		return in.Other
	case Corrected:
		return "edited"
	}
	return "text"
}

// answer takes what a feature replied: a screen, another form, or only a toast.
func (t *turn) answer(r Reply, err error) error {
	if err != nil {
		return err
	}
	if r.Form != nil {
		t.c.open(*r.Form)
		toast, files := r.Toast, r.Files
		err := t.form(func(s *session) error { return nil })
		t.reply.Toast, t.reply.Files = toast, append(files, t.reply.Files...)
		t.reply.Anew = t.reply.Anew || r.Anew
		return err
	}
	if r.Close || r.Text != "" {
		t.c.leave()
	}
	t.reply = r
	return nil
}

// reach notes that the person can or cannot be written to. Who comes back gets
// what was meant for him, and his screen.
func (t *turn) reach() error {
	p := t.tx.Actor()
	switch {
	case p.ID == 0:
		return nil
	case t.in.Event == Left:
		return t.tx.NoticeUnreachable(p.ID)
	}
	t.again = true
	return t.tx.Reached(p.ID)
}
