package playground

// sendMessage sends a text.
func (s *Server) sendMessage(c *call) (any, error) {
	text, all, err := c.body()
	if err != nil {
		return nil, err
	}
	m, err := s.post(c, message{Kind: kindText, Text: text, Entities: all})
	if err != nil {
		return nil, err
	}
	return s.wire(m), nil
}

// post puts one message of the bot into the chat it names, if the chat may be
// written to and the rates allow it.
func (s *Server) post(c *call, m message) (*message, error) {
	a, err := s.reachable(c.chatID("chat_id"))
	if err != nil {
		return nil, err
	}
	if m.Keyboard, m.Markup, err = c.markup(); err != nil {
		return nil, err
	}
	if m.ReplyTo, err = s.repliesTo(a, c); err != nil {
		return nil, err
	}
	if err := s.charge(a, 1); err != nil {
		return nil, err
	}
	m.Sender, m.Protected = fromBot, c.flag("protect_content")
	return s.add(a, &m), nil
}

// repliesTo reads reply_parameters. Replies across chats and quotes of a part
// are not in this box.
func (s *Server) repliesTo(a *account, c *call) (int64, error) {
	var p struct {
		Message int64  `json:"message_id"`
		Chat    int64  `json:"chat_id"`
		Anyway  bool   `json:"allow_sending_without_reply"`
		Quote   string `json:"quote"`
	}
	if !c.object("reply_parameters", &p) {
		return 0, nil
	}
	switch {
	case p.Chat != 0 && p.Chat != a.ID || p.Quote != "":
		return 0, bad("replies across chats and quotes are not supported")
	case s.message(a.ID, p.Message) != nil:
		return p.Message, nil
	case p.Anyway:
		return 0, nil
	}
	return 0, bad("message to be replied not found")
}

// content is what a message says, apart from where, when and by whom.
func (m *message) content() message {
	return message{
		Kind: m.Kind, Text: m.Text, Entities: m.Entities, Files: m.Files, Above: m.Above, Spoiler: m.Spoiler,
		Contact: m.Contact, Location: m.Location, Dice: m.Dice,
	}
}

// copyMessage sends the content of a message again, without saying whose it was.
func (s *Server) copyMessage(c *call) (any, error) {
	from, err := s.source(c, "copy")
	if err != nil {
		return nil, err
	}
	m := from.content()
	if c.has("caption") && from.isMedia() {
		if m.Text, m.Entities, err = c.caption(); err != nil {
			return nil, err
		}
	}
	sent, err := s.post(c, m)
	if err != nil {
		return nil, err
	}
	return map[string]int64{"message_id": sent.ID}, nil
}

// forwardMessage sends a message again under its author's name.
func (s *Server) forwardMessage(c *call) (any, error) {
	from, err := s.source(c, "forward")
	if err != nil {
		return nil, err
	}
	m := from.content()
	if m.Origin = from.Origin; m.Origin == nil {
		author := s.people[from.ChatID]
		m.Origin = &origin{Name: author.First, At: from.At, Bot: from.Sender == fromBot}
	}
	sent, err := s.post(c, m)
	if err != nil {
		return nil, err
	}
	return s.wire(sent), nil
}

// source finds what to copy or forward.
func (s *Server) source(c *call, verb string) (*message, error) {
	if _, ok := s.people[c.chatID("from_chat_id")]; !ok {
		return nil, bad("chat not found")
	}
	m := s.message(c.chatID("from_chat_id"), c.number("message_id"))
	switch {
	case m == nil:
		return nil, bad("message to %s not found", verb)
	case m.Protected || m.Kind == kindService:
		return nil, bad("message can't be %s", map[string]string{"copy": "copied", "forward": "forwarded"}[verb])
	}
	return m, nil
}
