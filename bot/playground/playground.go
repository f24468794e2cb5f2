// Package playground is a Telegram in a box: the demonstration's messenger and
// the Telegram of every test.
//
// It speaks the Bot API over HTTP to an unchanged bot, with the platform's
// limits, rates and refusals; it shows people's chats on a page; and it lets a
// test act for a person, look at what that person sees and break what may
// break. All state stands in memory behind one mutex and, if a file is named,
// survives the process.
//
// What a client would do with a message beyond showing it, such as sounds,
// effects and previews of links, is accepted and has no effect.
//
// It knows nothing of the bot it serves. It has private chats only, one bot,
// and of the Bot API the methods and parameters of table.json; whatever is not
// in that table is refused by name, even where the platform would overlook it.
// It does not draw stickers, fetch addresses from the network or translate.
package playground

import (
	"fmt"
	"log/slog"
	"time"
)

// A Clock tells the box's time. Expiry, rates and the length of a long poll
// follow it; the grace of a save or of a lost bot does not.
type Clock interface {
	Now() time.Time
	After(time.Duration) <-chan time.Time
}

// Words is one label in both languages of the page.
type Words struct {
	Zh string `json:"zh"`
	En string `json:"en"`
}

// A Person has an account, and a private chat with the bot whose id is the
// person's own.
type Person struct {
	ID       int64  // positive and unique
	First    string // not empty
	Last     string
	Username string // without @
	Lang     string // language code of the person's client, such as zh-hans
	Phone    string // shared by Contact
	Role     Words  // shown on the page
	Start    string // payload the START button sends: at most 64 of A-Z a-z 0-9 _ -
}

// Config says what a box holds and how it behaves.
type Config struct {
	Clock    Clock // nil: the machine's
	Token    string
	Username string // of the bot, without @
	Title    string // the bot's display name
	People   []Person
	File     string // where the state is kept; "": in memory only
	Limits   Limits // zero: the platform's

	Advance func(time.Duration) error // moves the clock for the page; nil hides its buttons
	Restart func() error              // kills and restarts the bot for the page; nil hides it
	Log     *slog.Logger              // nil: silent
}

// New returns a box in the state its file tells of, or a fresh one if there is
// no such file. People of the file who are no longer configured are forgotten.
// Errors: a config that names no token, a person twice or a bad payload; a
// file that cannot be read.
func New(c Config) (*Server, error) {
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("playground: %w", err)
	}
	s := newServer(c)
	if err := s.load(); err != nil {
		return nil, fmt.Errorf("playground: load %s: %w", c.File, err)
	}
	s.begin()
	return s, nil
}

func (c *Config) check() error {
	if c.Token == "" || c.Username == "" {
		return fmt.Errorf("token and username must be given")
	}
	if c.Clock == nil {
		c.Clock = wall{}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	seen := map[int64]bool{}
	for _, p := range c.People {
		switch {
		case p.ID <= 0 || p.First == "":
			return fmt.Errorf("person %d needs a positive id and a first name", p.ID)
		case seen[p.ID]:
			return fmt.Errorf("person %d stands twice", p.ID)
		case p.Start != "" && !payload.MatchString(p.Start):
			return fmt.Errorf("person %d: %w", p.ID, ErrPayload)
		}
		seen[p.ID] = true
	}
	return nil
}

// wall is the machine's clock.
type wall struct{}

func (wall) Now() time.Time                         { return time.Now() }
func (wall) After(d time.Duration) <-chan time.Time { return time.After(d) }
