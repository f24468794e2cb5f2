package playground

import (
	"reflect"
	"slices"
)

const notModified = "message is not modified: specified new message content and reply markup are exactly the same " +
	"as a current content and reply markup of the message"

// editable finds the bot's own message that the call names.
func (s *Server) editable(c *call) (*account, *message, error) {
	a, err := s.reachable(c.chatID("chat_id"))
	if err != nil {
		return nil, nil, err
	}
	m := s.message(a.ID, c.number("message_id"))
	switch {
	case m == nil:
		return nil, nil, bad("message to edit not found")
	case m.Sender != fromBot || m.Origin != nil || !m.editsKeyboard():
		return nil, nil, bad("message can't be edited")
	}
	return a, m, nil
}

// edit makes m what it should be, with the call's keyboard or none, unless it
// is that already.
func (s *Server) edit(c *call, a *account, m *message, wanted message) (any, error) {
	keyboard, _, err := c.markup()
	if err != nil {
		return nil, err
	}
	sameContent, sameKeys := wanted.says(m), sameKeyboard(keyboard, m.Keyboard)
	if sameContent && sameKeys {
		return nil, bad(notModified)
	}
	if err := s.charge(a, 1); err != nil {
		return nil, err
	}
	m.Kind, m.Text, m.Entities, m.Files = wanted.Kind, wanted.Text, wanted.Entities, wanted.Files
	m.Above, m.Spoiler, m.Keyboard = wanted.Above, wanted.Spoiler, keyboard
	if sameContent {
		s.changed(m) // clients call a message edited only if its words are others
	} else {
		s.edited(m)
	}
	return s.wire(m), nil
}

// says tells whether two messages have the same content.
func (m message) says(other *message) bool {
	return m.Kind == other.Kind && m.Text == other.Text && slices.EqualFunc(m.Entities, other.Entities, Entity.equal) &&
		slices.Equal(m.Files, other.Files) && m.Above == other.Above && m.Spoiler == other.Spoiler
}

func sameKeyboard(a, b [][]inlineKey) bool {
	return len(a) == 0 && len(b) == 0 || reflect.DeepEqual(a, b)
}

// editMessageText changes a text and its keyboard; without a keyboard in the
// call the message loses the one it had.
func (s *Server) editMessageText(c *call) (any, error) {
	text, all, err := c.body()
	if err != nil {
		return nil, err
	}
	a, m, err := s.editable(c)
	switch {
	case err != nil:
		return nil, err
	case m.Kind != kindText:
		return nil, bad("there is no text in the message to edit")
	}
	return s.edit(c, a, m, message{Kind: kindText, Text: text, Entities: all})
}

// editMessageCaption changes the text under a picture or document.
func (s *Server) editMessageCaption(c *call) (any, error) {
	text, all, err := c.caption()
	if err != nil {
		return nil, err
	}
	a, m, err := s.editable(c)
	switch {
	case err != nil:
		return nil, err
	case !m.isMedia():
		return nil, bad("there is no caption in the message to edit")
	}
	wanted := m.content()
	wanted.Text, wanted.Entities = text, all
	wanted.Above = c.flag("show_caption_above_media")
	return s.edit(c, a, m, wanted)
}

// editMessageReplyMarkup changes only the keyboard.
func (s *Server) editMessageReplyMarkup(c *call) (any, error) {
	a, m, err := s.editable(c)
	if err != nil {
		return nil, err
	}
	return s.edit(c, a, m, m.content())
}
