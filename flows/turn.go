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
	switch {
	case shuts(tx, in):
		return shut(tx, c, in), nil
	case in.Flooded:
		return h.instead(tx, c, in, Say("hall.too_much", nil))
	}
	t := turn{h: h, tx: tx, c: c, in: in}
	if err := t.take(); err != nil {
		return Outcome{}, err
	}
	t.c.Person = tx.Actor().ID // an invitation may just have made him known
	return Outcome{Conversation: t.c, Reply: t.reply, Again: t.again}, nil
}

// identify puts the person, the role he acts in and the date of his message on
// the transaction. Who he is comes from the messenger; what he is, from grants
// that are active now, colleagues' whose deputy he is today among them.
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
	hats, err := tx.Hats(p.ID)
	if err != nil {
		return err
	}
	tx.As(p, hat(p, hats))
	return heard(tx, p, in)
}

// heard notes that who writes can be written to again, and gets what was meant
// for him: the messenger tells of no first word.
func heard(tx *store.Tx, p programme.Person, in Input) error {
	if p.UnreachableAt == nil || p.BlockedAt != nil || in.Event == Left || in.Event.Internal() {
		return nil
	}
	return tx.Reached(p.ID)
}

// hat is the grant the person chose to act under, or the first active one.
func hat(p programme.Person, hats []programme.Grant) (g programme.Grant) {
	for _, x := range hats {
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
	case t.in.Event == Reported:
		return t.reported()
	case t.in.Event == Pressed:
		return t.press()
	case t.in.Event == Corrected && t.in.File != nil:
		return t.captioned()
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
	case c.Clause && t.c.Form != "" && t.c.Asks != "":
		return t.form((*session).clause)
	case c.Name == cancel && t.c.Form != "":
		if err := t.form((*session).leave); refusal(err) == nil {
			return err
		}
	}
	return t.answer(c.Run(t.tx, arg))
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
	switch {
	case t.c.Form != "" && r.Resume:
		return t.resume(r)
	case t.c.Form != "" && r.Aside:
		return t.aside(r)
	}
	if r.Close || r.Text != "" {
		t.c.leave()
		t.c.Subject = r.Place
	}
	t.reply = r
	return nil
}
