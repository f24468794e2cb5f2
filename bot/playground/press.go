package playground

import (
	"crypto/rand"
	"fmt"
	"strings"
	"time"
)

// answerable is how long a press may be answered.
const answerable = 15 * time.Minute

const maxToast = 200 // characters

// A press of a callback button waits for its answer.
type press struct {
	ID      string    `json:"id"`
	Person  int64     `json:"person"`
	Message int64     `json:"message"`
	At      time.Time `json:"at"`
}

// presses are those nobody answered yet.
type presses struct {
	byID  map[string]*press
	order []*press // oldest first; answered ones may linger
}

func (p *presses) add(one *press) {
	p.byID[one.ID] = one
	p.order = append(p.order, one)
}

// expire forgets presses too old to be answered.
func (p *presses) expire(now time.Time) {
	for len(p.order) > 0 && now.Sub(p.order[0].At) > answerable {
		delete(p.byID, p.order[0].ID)
		p.order = p.order[1:]
	}
}

// A Toast is the answer to a press, as the person sees it. An empty text only
// stops the button's spinner.
type Toast struct {
	Text    string    `json:"text"`
	Alert   bool      `json:"alert,omitempty"`
	URL     string    `json:"url,omitempty"` // opened by the client
	Message int64     `json:"message"`       // under which the button stands
	At      time.Time `json:"at"`
}

const keptToasts = 200

type wirePress struct {
	ID       string    `json:"id"`
	From     *wireUser `json:"from"`
	Message  any       `json:"message,omitempty"`
	Instance string    `json:"chat_instance"`
	Data     string    `json:"data"`
}

// Press presses a button the person sees, counted from 0, and returns the id
// of the callback query. Errors: ErrNoMessage, ErrNoButton, ErrBlocked.
func (s *Server) Press(person, messageID int64, row, column int) (string, error) {
	defer s.lock()()
	a, err := s.account(person)
	if err != nil {
		return "", err
	}
	m := s.message(a.ID, messageID)
	if m == nil {
		return "", fmt.Errorf("%w: %d", ErrNoMessage, messageID)
	}
	if row < 0 || row >= len(m.Keyboard) || column < 0 || column >= len(m.Keyboard[row]) {
		return "", fmt.Errorf("%w: row %d, column %d", ErrNoButton, row, column)
	}
	key := m.Keyboard[row][column]
	if key.Data == nil {
		return "", fmt.Errorf("%w: %q sends nothing to the bot", ErrNoButton, key.Text)
	}
	return s.press(a, messageID, *key.Data)
}

// PressData sends a press with made-up data, as a modified client can: of any
// message, the person's own or not, there or deleted.
func (s *Server) PressData(person, messageID int64, data string) (string, error) {
	defer s.lock()()
	a, err := s.account(person)
	if err != nil {
		return "", err
	}
	return s.press(a, messageID, data)
}

func (s *Server) press(a *account, messageID int64, data string) (string, error) {
	if a.Blocked {
		return "", ErrBlocked
	}
	now := s.config.Clock.Now()
	s.presses.expire(now)
	p := &press{ID: rand.Text(), Person: a.ID, Message: messageID, At: now}
	s.presses.add(p)
	w := wirePress{ID: p.ID, From: a.user(), Data: data, Instance: fmt.Sprint("c", a.ID)}
	if m := s.messages[messageID]; m != nil {
		w.Message = s.wire(m)
	} else {
		w.Message = map[string]any{"chat": a.chat(), "message_id": messageID, "date": 0}
	}
	s.push(onPress, fmt.Sprint("user ", a.ID), w)
	return p.ID, nil
}

// answerCallbackQuery ends a press's spinner, once, within 15 minutes. Answers
// are not cached, whatever cache_time says.
func (s *Server) answerCallbackQuery(c *call) (any, error) {
	s.presses.expire(s.config.Clock.Now())
	p := s.presses.byID[c.text("callback_query_id")]
	text, address := c.text("text"), c.text("url")
	switch {
	case p == nil:
		return nil, bad("query is too old and response timeout expired or query ID is invalid")
	case !between(text, 0, maxToast):
		return nil, bad("MESSAGE_TOO_LONG")
	case address != "" && !s.opensBot(address):
		return nil, bad("URL_INVALID")
	}
	delete(s.presses.byID, p.ID)
	s.toast(p, Toast{Text: text, Alert: c.flag("show_alert"), URL: address})
	return true, nil
}

// opensBot says whether an address is a deep link to this bot, the only kind a
// press may open.
func (s *Server) opensBot(address string) bool {
	start, ok := strings.CutPrefix(address, "https://t.me/"+s.config.Username+"?start=")
	if !ok {
		start, ok = strings.CutPrefix(address, "t.me/"+s.config.Username+"?start=")
	}
	return ok && payload.MatchString(start)
}

func (s *Server) toast(p *press, t Toast) {
	t.Message, t.At = p.Message, s.config.Clock.Now()
	s.tell(event{name: "toast", person: p.Person, toast: &t})
	a := s.people[p.Person]
	if a == nil {
		return
	}
	if a.Toasts = append(a.Toasts, t); len(a.Toasts) > keptToasts {
		a.Toasts = append([]Toast(nil), a.Toasts[len(a.Toasts)-keptToasts:]...)
	}
}
