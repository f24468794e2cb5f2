package playground

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
)

// Refusals of a person's actions.
var (
	ErrNoPerson  = errors.New("no such person")
	ErrNoMessage = errors.New("no such message")
	ErrNoButton  = errors.New("no such button")
	ErrPayload   = errors.New("start payload must be at most 64 of A-Z a-z 0-9 _ -")
	ErrBlocked   = errors.New("the person has blocked the bot")
	ErrEmpty     = errors.New("nothing to send")
	ErrTooLong   = errors.New("too long")
	ErrNotOwn    = errors.New("not the person's own text")
	ErrClosed    = errors.New("the box is closed")
	ErrNoFile    = errors.New("no such file")
	ErrNoUpdate  = errors.New("no such update")
)

var payload = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// An account is a person with the private chat and what the box remembers.
type account struct {
	Person  `json:"-"`
	Chat    `json:"-"`
	ID      int64   `json:"id"`
	Started bool    `json:"started,omitempty"`
	Blocked bool    `json:"blocked,omitempty"`
	Unread  int     `json:"unread,omitempty"`
	ReadTo  int64   `json:"read_to,omitempty"`
	Pinned  []int64 `json:"pinned,omitempty"`
	Toasts  []Toast `json:"toasts,omitempty"`

	log []*message // oldest first
}

func newAccount(p Person) *account {
	return &account{ID: p.ID, Person: p, Chat: Chat{ID: p.ID, Kind: "private"}}
}

func (s *Server) account(person int64) (*account, error) {
	if s.closed {
		return nil, ErrClosed
	}
	a, ok := s.people[person]
	if !ok {
		return nil, fmt.Errorf("%w: %d", ErrNoPerson, person)
	}
	return a, nil
}

// reachable finds the chat the bot writes to, or says why it may not.
func (s *Server) reachable(chat int64) (*account, error) {
	a, ok := s.people[chat]
	switch {
	case !ok:
		return nil, bad("chat not found")
	case a.Blocked:
		return nil, forbidden("bot was blocked by the user")
	case !a.Started:
		return nil, forbidden("bot can't initiate conversation with a user")
	}
	return a, nil
}

// setBlocked records a block or its end, which the bot hears of.
func (s *Server) setBlocked(a *account, blocked bool) int64 {
	if a.Blocked == blocked {
		return 0
	}
	a.Blocked = blocked
	s.tell(event{name: "person", person: a.ID})
	return s.pushMembership(a)
}

// Block makes the person block the bot and returns the my_chat_member update.
// Blocking twice is one block; the second returns 0.
func (s *Server) Block(person int64) (int64, error) { return s.block(person, true) }

// Unblock ends a block. It returns 0 if there was none.
func (s *Server) Unblock(person int64) (int64, error) { return s.block(person, false) }

func (s *Server) block(person int64, blocked bool) (int64, error) {
	defer s.lock()()
	a, err := s.account(person)
	if err != nil {
		return 0, err
	}
	return s.setBlocked(a, blocked), nil
}

// Read marks everything the person got as seen.
func (s *Server) Read(person int64) error {
	defer s.lock()()
	a, err := s.account(person)
	if err != nil {
		return err
	}
	a.Unread, a.ReadTo = 0, s.lastID
	s.tell(event{name: "person", person: a.ID})
	return nil
}

// People returns the ids of the people, as configured.
func (s *Server) People() []int64 { return slices.Clone(s.order) }

// lock takes the mutex for a change; what it returns gives it back and has the
// state saved.
func (s *Server) lock() func() {
	s.mu.Lock()
	return func() {
		s.saver.changed(s)
		s.mu.Unlock()
	}
}
