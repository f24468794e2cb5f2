package playground

// How what the box holds is spelled in the Bot API.

func (s *Server) bot() *wireUser {
	return &wireUser{ID: s.botID, IsBot: true, First: s.config.Title, Username: s.config.Username}
}

func (a *account) user() *wireUser {
	p := a.Person
	return &wireUser{ID: p.ID, First: p.First, Last: p.Last, Username: p.Username, Lang: p.Lang}
}

func (a *account) chat() wireChat {
	p := a.Person
	return wireChat{ID: a.ID, Kind: a.Kind, First: p.First, Last: p.Last, Username: p.Username}
}

// wire spells a message as the Bot API does, with the message it replies to.
func (s *Server) wire(m *message) *wireMessage {
	w := s.wireAlone(m)
	if to := s.message(m.ChatID, m.ReplyTo); to != nil {
		w.ReplyTo = s.wireAlone(to)
	}
	if pinned := s.message(m.ChatID, m.Pinned); pinned != nil {
		w.Pinned = s.wireAlone(pinned)
	}
	return w
}

func (s *Server) wireAlone(m *message) *wireMessage {
	a := s.people[m.ChatID]
	w := &wireMessage{
		ID: m.ID, From: s.bot(), Date: m.At.Unix(), Chat: a.chat(),
		Protected: m.Protected, Album: m.Album, Above: m.Above, Spoiler: m.Spoiler,
		Contact: m.Contact, Location: m.Location, Dice: m.Dice,
	}
	if m.Sender == fromPerson {
		w.From = a.user()
	}
	if !m.EditedAt.IsZero() {
		w.EditDate = m.EditedAt.Unix()
	}
	if len(m.Keyboard) > 0 {
		w.Markup = &wireMarkup{m.Keyboard}
	}
	w.Origin = s.wireOrigin(m.Origin)
	s.wireContent(w, m)
	return w
}

func (s *Server) wireOrigin(o *origin) *wireOrigin {
	switch {
	case o == nil:
		return nil
	case o.Bot:
		return &wireOrigin{Type: "user", Date: o.At.Unix(), User: s.bot()}
	}
	return &wireOrigin{Type: "hidden_user", Date: o.At.Unix(), Name: o.Name}
}

func (s *Server) wireContent(w *wireMessage, m *message) {
	switch m.Kind {
	case kindText:
		w.Text, w.Entities = m.Text, m.Entities
	case kindPhoto:
		w.Caption, w.CaptionEntities = m.Text, m.Entities
		for _, id := range m.Files {
			w.Photo = append(w.Photo, *s.files.wire(id))
		}
	case kindDocument:
		w.Caption, w.CaptionEntities = m.Text, m.Entities
		w.Document = s.files.wire(m.Files[0])
	case kindSticker:
		w.Sticker = s.files.wire(m.Files[0])
	case kindVoice:
		w.Voice = s.files.wire(m.Files[0])
	case kindVideo:
		w.Video = s.files.wire(m.Files[0])
	}
}
