package playground

import "slices"

// sendChatAction shows that the bot is at work.
func (s *Server) sendChatAction(c *call) (any, error) {
	a, err := s.reachable(c.chatID("chat_id"))
	if err != nil {
		return nil, err
	}
	known := []string{
		"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
		"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
	}
	if !slices.Contains(known, c.text("action")) {
		return nil, bad("wrong parameter action in request")
	}
	s.tell(event{name: "typing", person: a.ID})
	return true, nil
}

// getChat returns a chat with what the platform says of every chat.
func (s *Server) getChat(c *call) (any, error) {
	a, ok := s.people[c.chatID("chat_id")]
	if !ok {
		return nil, bad("chat not found")
	}
	full := struct {
		wireChat
		Accent    int             `json:"accent_color_id"`
		Reactions int             `json:"max_reaction_count"`
		Gifts     map[string]bool `json:"accepted_gift_types"`
		Pinned    *wireMessage    `json:"pinned_message,omitempty"`
	}{wireChat: a.chat(), Reactions: 11, Gifts: map[string]bool{}}
	if n := len(a.Pinned); n > 0 {
		if m := s.message(a.ID, a.Pinned[n-1]); m != nil {
			full.Pinned = s.wire(m)
		}
	}
	return full, nil
}

// pinChatMessage pins a message, of which a service message tells.
func (s *Server) pinChatMessage(c *call) (any, error) {
	a, err := s.reachable(c.chatID("chat_id"))
	if err != nil {
		return nil, err
	}
	m := s.message(a.ID, c.number("message_id"))
	if m == nil || m.Kind == kindService {
		return nil, bad("message to pin not found")
	}
	if slices.Contains(a.Pinned, m.ID) {
		return true, nil
	}
	a.Pinned = append(a.Pinned, m.ID)
	s.add(a, &message{Sender: fromService, Kind: kindService, Text: "📌 " + s.lastLine(a, m), Pinned: m.ID})
	return true, nil
}

// unpinChatMessage takes back one pin, the newest if none is named.
func (s *Server) unpinChatMessage(c *call) (any, error) {
	a, err := s.reachable(c.chatID("chat_id"))
	if err != nil {
		return nil, err
	}
	at := len(a.Pinned) - 1
	if c.has("message_id") {
		at = slices.Index(a.Pinned, c.number("message_id"))
	}
	if at < 0 {
		return nil, bad("message to unpin not found")
	}
	a.Pinned = slices.Delete(a.Pinned, at, at+1)
	return true, nil
}

// leaveChat is refused: nobody leaves a private chat.
func (s *Server) leaveChat(c *call) (any, error) {
	if s.people[c.chatID("chat_id")] == nil {
		return nil, bad("chat not found")
	}
	return nil, bad("chat member status can't be changed in private chats")
}

// setChatMenuButton sets the button beside the composer, of a chat or of all.
func (s *Server) setChatMenuButton(c *call) (any, error) {
	b := menuButton{Type: "default"}
	c.object("menu_button", &b)
	chat := c.chatID("chat_id")
	switch {
	case chat != 0 && s.people[chat] == nil:
		return nil, bad("chat not found")
	case !slices.Contains([]string{"default", "commands", "web_app"}, b.Type):
		return nil, bad("unsupported menu button type %q", b.Type)
	case b.Type == "web_app" && (b.Text == "" || b.WebApp == nil):
		return nil, bad("a web_app menu button needs a text and an address")
	}
	s.menus.Buttons[chat] = b
	return true, nil
}

// getChatMenuButton returns the button of a chat or of all.
func (s *Server) getChatMenuButton(c *call) (any, error) {
	chat := c.chatID("chat_id")
	if chat != 0 && s.people[chat] == nil {
		return nil, bad("chat not found")
	}
	if b, ok := s.menus.Buttons[chat]; ok {
		return b, nil
	}
	return menuButton{Type: "default"}, nil
}
