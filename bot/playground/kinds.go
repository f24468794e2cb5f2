package playground

import "fmt"

// Contact shares a contact: the person's own, with the id that proves it, or
// somebody else's.
func (s *Server) Contact(person int64, own bool) (int64, error) {
	return s.sayOther(person, kindContact, func(a *account) *message {
		c := &wireContact{Phone: a.Phone, First: a.First, Last: a.Last, User: a.Person.ID}
		if !own {
			c = &wireContact{Phone: "+8613900000000", First: "王小明"}
		}
		return &message{Contact: c}
	})
}

// Location shares a place.
func (s *Server) Location(person int64) (int64, error) {
	return s.sayOther(person, kindLocation, func(*account) *message {
		return &message{Location: &wirePlace{Latitude: 27.1138, Longitude: 114.9929}}
	})
}

// Dice throws a die.
func (s *Server) Dice(person int64) (int64, error) {
	return s.sayOther(person, kindDice, func(*account) *message {
		return &message{Dice: &wireDice{Emoji: "🎲", Value: 4}}
	})
}

// Sticker sends a sticker.
func (s *Server) Sticker(person int64) (int64, error) {
	return s.sayFile(person, kindSticker, "sticker.webp", "image/webp")
}

// Voice sends a spoken message of one second.
func (s *Server) Voice(person int64) (int64, error) {
	return s.sayFile(person, kindVoice, "voice.oga", "audio/ogg")
}

// Video sends a film of one second.
func (s *Server) Video(person int64) (int64, error) {
	return s.sayFile(person, kindVideo, "video.mp4", "video/mp4")
}

func (s *Server) sayOther(person int64, kind string, make func(*account) *message) (int64, error) {
	defer s.lock()()
	a, err := s.talker(person)
	if err != nil {
		return 0, err
	}
	m := make(a)
	m.Kind = kind
	return s.say(a, m), nil
}

// sayFile sends a file of a kind whose content does not matter here.
func (s *Server) sayFile(person int64, kind, name, mimeType string) (int64, error) {
	f, err := s.files.keep(kind, name, mimeType, []byte("the content of a "+kind))
	if err != nil {
		return 0, fmt.Errorf("send %s: %w", kind, err)
	}
	f.Width, f.Height, f.Seconds = 512, 512, 1
	if kind == kindVoice {
		f.Width, f.Height = 0, 0
	}
	if kind == kindSticker {
		f.Emoji = "👍"
	}
	return s.sayOther(person, kind, func(*account) *message {
		return &message{Files: s.files.register(f)}
	})
}
