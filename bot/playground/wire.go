package playground

// What the Bot API calls things, as far as this box has them.

type wireUser struct {
	ID       int64  `json:"id"`
	IsBot    bool   `json:"is_bot"`
	First    string `json:"first_name"`
	Last     string `json:"last_name,omitempty"`
	Username string `json:"username,omitempty"`
	Lang     string `json:"language_code,omitempty"`
}

type wireChat struct {
	ID       int64  `json:"id"`
	Kind     string `json:"type"`
	First    string `json:"first_name,omitempty"`
	Last     string `json:"last_name,omitempty"`
	Username string `json:"username,omitempty"`
}

type wireContact struct {
	Phone string `json:"phone_number"`
	First string `json:"first_name"`
	Last  string `json:"last_name,omitempty"`
	User  int64  `json:"user_id,omitempty"`
}

type wirePlace struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

type wireDice struct {
	Emoji string `json:"emoji"`
	Value int    `json:"value"`
}

type wireFile struct {
	ID       string `json:"file_id"`
	Unique   string `json:"file_unique_id"`
	Name     string `json:"file_name,omitempty"`
	MIME     string `json:"mime_type,omitempty"`
	Size     int64  `json:"file_size,omitempty"`
	Width    int    `json:"width,omitempty"`
	Height   int    `json:"height,omitempty"`
	Duration *int   `json:"duration,omitempty"`
	Emoji    string `json:"emoji,omitempty"`
	Type     string `json:"type,omitempty"` // of a sticker
	Path     string `json:"file_path,omitempty"`
}

type wireOrigin struct {
	Type string    `json:"type"`
	Date int64     `json:"date"`
	Name string    `json:"sender_user_name,omitempty"`
	User *wireUser `json:"sender_user,omitempty"`
}

type wireMarkup struct {
	Keyboard [][]inlineKey `json:"inline_keyboard"`
}

type wireMessage struct {
	ID              int64        `json:"message_id"`
	From            *wireUser    `json:"from,omitempty"`
	Date            int64        `json:"date"`
	Chat            wireChat     `json:"chat"`
	EditDate        int64        `json:"edit_date,omitempty"`
	Origin          *wireOrigin  `json:"forward_origin,omitempty"`
	ReplyTo         *wireMessage `json:"reply_to_message,omitempty"`
	Protected       bool         `json:"has_protected_content,omitempty"`
	Album           string       `json:"media_group_id,omitempty"`
	Text            string       `json:"text,omitempty"`
	Entities        []Entity     `json:"entities,omitempty"`
	Caption         string       `json:"caption,omitempty"`
	CaptionEntities []Entity     `json:"caption_entities,omitempty"`
	Above           bool         `json:"show_caption_above_media,omitempty"`
	Spoiler         bool         `json:"has_media_spoiler,omitempty"`
	Document        *wireFile    `json:"document,omitempty"`
	Photo           []wireFile   `json:"photo,omitempty"`
	Sticker         *wireFile    `json:"sticker,omitempty"`
	Voice           *wireFile    `json:"voice,omitempty"`
	Video           *wireFile    `json:"video,omitempty"`
	Contact         *wireContact `json:"contact,omitempty"`
	Location        *wirePlace   `json:"location,omitempty"`
	Dice            *wireDice    `json:"dice,omitempty"`
	Pinned          *wireMessage `json:"pinned_message,omitempty"`
	Markup          *wireMarkup  `json:"reply_markup,omitempty"`
}

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
