package playground

import (
	"slices"
	"time"
)

// A Message is what a person sees.
type Message struct {
	ID            int64
	Date          time.Time
	Edited        bool
	FromBot       bool
	Kind          string // text, photo, document, sticker, voice, video, location, dice, contact, service
	Text          string // plain; of a photo or document its caption
	Entities      []Entity
	HTML          string // safe, as the page draws it
	File          *File  // without content, see Content
	FileID        string // of File
	Album         string
	Keyboard      [][]Button // under the message
	ReplyKeyboard [][]Button // instead of the person's own keyboard
	Remove        bool       // takes the reply keyboard away
	ForceReply    bool
	Placeholder   string
	ReplyTo       int64
	Forwarded     bool
	Protected     bool
}

// A Button of either keyboard. Of Data, URL and Copy at most one is set.
type Button struct {
	Text           string
	Kind           string // callback, url, copy, disabled, other; of a reply keyboard: text
	Data           string
	URL            string
	Copy           string
	Style          string
	RequestContact bool
}

// Messages returns what a person sees now, oldest first; of an unknown person
// nothing.
func (s *Server) Messages(person int64) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.people[person]
	if a == nil {
		return nil
	}
	out := make([]Message, 0, len(a.log))
	for _, m := range a.log {
		out = append(out, s.look(m))
	}
	return out
}

func (s *Server) look(m *message) Message {
	v := Message{
		ID: m.ID, Date: m.At, Edited: !m.EditedAt.IsZero(), FromBot: m.Sender == fromBot, Kind: m.Kind,
		Text: m.Text, Entities: slices.Clone(m.Entities), HTML: renderHTML(m.Text, m.Entities), Album: m.Album,
		ReplyTo: m.ReplyTo, Forwarded: m.Origin != nil, Protected: m.Protected,
	}
	if n := len(m.Files); n > 0 {
		f := s.files.byID[m.Files[n-1]]
		v.FileID = f.ID
		v.File = &File{Name: f.Name, MIME: f.MIME, Caption: m.Text, Photo: m.Kind == kindPhoto}
	}
	for _, row := range m.Keyboard {
		v.Keyboard = append(v.Keyboard, lookRow(row, inlineKey.button))
	}
	if r := m.Markup; r != nil {
		v.Remove, v.ForceReply, v.Placeholder = r.Remove, r.Force, r.Placeholder
		for _, row := range r.Rows {
			v.ReplyKeyboard = append(v.ReplyKeyboard, lookRow(row, replyKey.button))
		}
	}
	return v
}

func lookRow[K any](row []K, button func(K) Button) []Button {
	out := make([]Button, 0, len(row))
	for _, k := range row {
		out = append(out, button(k))
	}
	return out
}

func (k inlineKey) button() Button {
	b := Button{Text: k.Text, Kind: k.kind(), URL: k.URL, Style: k.Style}
	if k.Data != nil {
		b.Data = *k.Data
	}
	if k.Copy != nil {
		b.Copy = k.Copy.Text
	}
	return b
}

func (k replyKey) button() Button {
	return Button{Text: k.Text, Kind: "text", Style: k.Style, RequestContact: k.Contact}
}

// Content returns the bytes of a file by its id. Errors: ErrNoFile.
func (s *Server) Content(fileID string) ([]byte, error) {
	s.mu.Lock()
	f := s.files.byID[fileID]
	s.mu.Unlock()
	if f == nil {
		return nil, ErrNoFile
	}
	return s.files.store.get(f.Hash)
}

// Toasts returns the answers to a person's presses, oldest first, at most the
// last 200. One of an empty text only stopped the spinner.
func (s *Server) Toasts(person int64) []Toast {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.people[person]; a != nil {
		return slices.Clone(a.Toasts)
	}
	return nil
}

// Commands returns what a person's client lists.
func (s *Server) Commands(person int64) []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.people[person]; a != nil {
		return s.menus.resolve(a)
	}
	return nil
}

// Calls returns the log of Bot API calls, oldest first, at least the last 20,000.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}
