package playground

import "time"

const deletable = 48 * time.Hour

// deleteMessage takes a message out of a chat.
func (s *Server) deleteMessage(c *call) (any, error) {
	a, err := s.reachable(c.chatID("chat_id"))
	if err != nil {
		return nil, err
	}
	m := s.message(a.ID, c.number("message_id"))
	switch {
	case m == nil:
		return nil, bad("message to delete not found")
	case !s.deletes(m):
		return nil, bad("message can't be deleted")
	}
	s.remove(a, m)
	return true, nil
}

// deleteMessages takes out those of 1 to 100 messages that are still there and
// young enough.
func (s *Server) deleteMessages(c *call) (any, error) {
	a, err := s.reachable(c.chatID("chat_id"))
	if err != nil {
		return nil, err
	}
	var ids []int64
	if c.object("message_ids", &ids); len(ids) < 1 || len(ids) > 100 {
		return nil, bad("message_ids must hold 1 to 100 identifiers")
	}
	for _, id := range ids {
		if m := s.message(a.ID, id); m != nil && s.deletes(m) {
			s.remove(a, m)
		}
	}
	return true, nil
}

// deletes says whether a message is young enough to be deleted.
func (s *Server) deletes(m *message) bool {
	return s.config.Clock.Now().Sub(m.At) <= deletable
}
