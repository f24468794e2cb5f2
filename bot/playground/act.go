package playground

import (
	"fmt"
	"strings"
	"time"
)

// What a person does. Each action is one that the person's client would send;
// its result is the id of the update the bot gets, or 0 if the bot did not ask
// for updates of that kind.

// push queues an update and wakes the bot.
func (s *Server) push(kind, lane string, body any) int64 {
	id := s.queue.push(s.config.Clock.Now(), kind, lane, body)
	if id != 0 {
		s.arrived.fire()
	}
	return id
}

// say puts a person's message into the chat and on its way to the bot.
func (s *Server) say(a *account, m *message) int64 {
	m.Sender = fromPerson
	a.Started = true
	s.add(a, m)
	return s.push(onMessage, fmt.Sprint("chat ", a.ID), s.wire(m))
}

// talker finds a person who may write now.
func (s *Server) talker(person int64) (*account, error) {
	a, err := s.account(person)
	if err == nil && a.Blocked {
		err = ErrBlocked
	}
	return a, err
}

// Send sends a text of 1 to 4096 UTF-16 units, trimmed as the client does. A
// first message begins the chat as START does.
// Errors: ErrNoPerson, ErrBlocked, ErrEmpty, ErrTooLong.
func (s *Server) Send(person int64, text string) (int64, error) {
	return s.SendAs(person, Message{Text: text})
}

// SendAs sends a text with the formatting of m.Entities, as a reply to
// m.ReplyTo, forwarded if m.Forwarded. What else m says is left aside;
// commands, addresses and the like are marked as the platform does.
func (s *Server) SendAs(person int64, m Message) (int64, error) {
	defer s.lock()()
	a, err := s.talker(person)
	if err != nil {
		return 0, err
	}
	one, err := typed(m.Text, m.Entities)
	if err != nil {
		return 0, err
	}
	if one.ReplyTo = m.ReplyTo; m.ReplyTo != 0 && s.message(a.ID, m.ReplyTo) == nil {
		return 0, fmt.Errorf("%w: %d", ErrNoMessage, m.ReplyTo)
	}
	if m.Forwarded {
		one.Origin = s.stranger()
	}
	return s.say(a, one), nil
}

// typed makes a text message of what somebody typed.
func typed(text string, given []Entity) (*message, error) {
	text, all, err := words(text, "", given)
	switch {
	case err != nil:
		return nil, err
	case text == "":
		return nil, ErrEmpty
	case units(text) > maxText:
		return nil, fmt.Errorf("%w: %d of %d", ErrTooLong, units(text), maxText)
	}
	return &message{Kind: kindText, Text: text, Entities: all}, nil
}

func (s *Server) stranger() *origin {
	return &origin{Name: "王小明", At: s.config.Clock.Now().Add(-time.Hour)}
}

// Start presses START, with a deep link's payload or "". Who has blocked the
// bot unblocks it by that. Errors: ErrPayload.
func (s *Server) Start(person int64, load string) (int64, error) {
	defer s.lock()()
	a, err := s.account(person)
	if err != nil {
		return 0, err
	}
	if load != "" && !payload.MatchString(load) {
		return 0, ErrPayload
	}
	s.setBlocked(a, false)
	one, err := typed(strings.TrimSpace("/start "+load), nil)
	if err != nil {
		return 0, err
	}
	return s.say(a, one), nil
}

// Edit changes the person's own text, of which the bot hears as edited_message.
// Errors: ErrNoMessage, ErrNotOwn.
func (s *Server) Edit(person, messageID int64, text string) (int64, error) {
	defer s.lock()()
	a, err := s.talker(person)
	if err != nil {
		return 0, err
	}
	m := s.message(a.ID, messageID)
	switch {
	case m == nil:
		return 0, fmt.Errorf("%w: %d", ErrNoMessage, messageID)
	case m.Sender != fromPerson || m.Kind != kindText || m.Origin != nil:
		return 0, fmt.Errorf("%w: %d", ErrNotOwn, messageID)
	}
	one, err := typed(text, nil)
	if err != nil {
		return 0, err
	}
	m.Text, m.Entities = one.Text, one.Entities
	s.edited(m)
	return s.push(onEdited, fmt.Sprint("chat ", a.ID), s.wire(m)), nil
}

// Forward forwards several texts at once, as one does with marked messages,
// and returns their updates in order.
func (s *Server) Forward(person int64, texts ...string) ([]int64, error) {
	defer s.lock()()
	a, err := s.talker(person)
	if err != nil {
		return nil, err
	}
	var all []*message
	for _, text := range texts {
		one, err := typed(text, nil)
		if err != nil {
			return nil, err
		}
		one.Origin = s.stranger()
		all = append(all, one)
	}
	var ids []int64
	for _, one := range all {
		ids = append(ids, s.say(a, one))
	}
	return ids, nil
}
