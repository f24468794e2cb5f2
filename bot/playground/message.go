package playground

import (
	"cmp"
	"slices"
	"time"
)

// A Chat is where messages stand. Only private chats exist now; Kind leaves
// room for groups and channels.
type Chat struct {
	ID   int64  // of a private chat: the person's
	Kind string // private
}

// Senders of a message.
const (
	fromBot     = "bot"
	fromPerson  = "person"
	fromService = "service"
)

// Kinds of a message.
const (
	kindText     = "text"
	kindPhoto    = "photo"
	kindDocument = "document"
	kindSticker  = "sticker"
	kindVoice    = "voice"
	kindVideo    = "video"
	kindLocation = "location"
	kindDice     = "dice"
	kindContact  = "contact"
	kindService  = "service"
)

// A message as both sides see it. Text is the caption of a photo or document.
type message struct {
	ID        int64         `json:"id"`
	ChatID    int64         `json:"chat"`
	Sender    string        `json:"sender"`
	At        time.Time     `json:"at"`
	EditedAt  time.Time     `json:"edited_at,omitzero"`
	Kind      string        `json:"kind"`
	Text      string        `json:"text,omitempty"`
	Entities  []Entity      `json:"entities,omitempty"`
	Files     []string      `json:"files,omitempty"` // file ids; of a photo: its sizes, smallest first
	Album     string        `json:"album,omitempty"`
	Keyboard  [][]inlineKey `json:"keyboard,omitempty"`
	Markup    *replyMarkup  `json:"markup,omitempty"` // what the message did to the person's own keyboard
	Protected bool          `json:"protected,omitempty"`
	Above     bool          `json:"above,omitempty"` // caption above the picture
	Spoiler   bool          `json:"spoiler,omitempty"`
	Origin    *origin       `json:"origin,omitempty"`
	ReplyTo   int64         `json:"reply_to,omitempty"`
	Contact   *wireContact  `json:"contact,omitempty"`
	Location  *wirePlace    `json:"location,omitempty"`
	Dice      *wireDice     `json:"dice,omitempty"`
	Pinned    int64         `json:"pinned,omitempty"` // a service message that tells of a pin
}

// origin says whose words were forwarded.
type origin struct {
	Name string    `json:"name"`
	At   time.Time `json:"at"`
	Bot  bool      `json:"bot,omitempty"`
}

func (m *message) isMedia() bool { return m.Kind == kindPhoto || m.Kind == kindDocument }

// add puts a new message at the end of its chat and tells the page.
func (s *Server) add(a *account, m *message) *message {
	s.lastID++
	m.ID, m.ChatID = s.lastID, a.ID
	if m.At.IsZero() {
		m.At = s.config.Clock.Now()
	}
	a.log = append(a.log, m)
	s.messages[m.ID] = m
	if m.Sender == fromBot {
		a.Unread++
	}
	s.tell(event{name: "message", person: a.ID, message: m.ID})
	s.tell(event{name: "person", person: a.ID})
	return m
}

// message finds a message of one chat, nil if it is not there.
func (s *Server) message(chat, id int64) *message {
	if m := s.messages[id]; m != nil && m.ChatID == chat {
		return m
	}
	return nil
}

// edited marks a message as edited now and tells the page.
func (s *Server) edited(m *message) {
	m.EditedAt = s.config.Clock.Now()
	s.changed(m)
}

// changed tells the page that a message looks different.
func (s *Server) changed(m *message) {
	s.tell(event{name: "message", person: m.ChatID, message: m.ID})
	if a := s.people[m.ChatID]; len(a.log) > 0 && a.log[len(a.log)-1] == m {
		s.tell(event{name: "person", person: a.ID})
	}
}

// remove takes a message out of its chat.
func (s *Server) remove(a *account, m *message) {
	at, found := slices.BinarySearchFunc(a.log, m.ID, byID)
	if !found {
		return
	}
	a.log = slices.Delete(a.log, at, at+1)
	delete(s.messages, m.ID)
	if m.Sender == fromBot && m.ID > a.ReadTo && a.Unread > 0 {
		a.Unread--
	}
	s.tell(event{name: "delete", person: a.ID, message: m.ID})
	s.tell(event{name: "person", person: a.ID})
}

func byID(m *message, id int64) int { return cmp.Compare(m.ID, id) }
