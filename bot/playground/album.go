package playground

import (
	"crypto/rand"
	"encoding/json"
)

// givenMedia is one picture or document of an album or an edit.
type givenMedia struct {
	Type     string   `json:"type"`
	Media    string   `json:"media"`
	Caption  string   `json:"caption"`
	Mode     string   `json:"parse_mode"`
	Entities []Entity `json:"caption_entities"`
	Above    bool     `json:"show_caption_above_media"`
	Spoiler  bool     `json:"has_spoiler"`
}

// media reads the parameter of that name: one object or several.
func (c *call) media() []givenMedia {
	raw := c.args["media"]
	if len(raw) == 0 {
		return nil
	}
	if raw[0] == '{' {
		raw = append(append(json.RawMessage{'['}, raw...), ']')
	}
	var all []givenMedia
	if json.Unmarshal(raw, &all) != nil {
		return nil
	}
	return all
}

// compose makes the message of one given medium.
func (s *Server) compose(c *call, g givenMedia) (message, error) {
	if g.Type != kindPhoto && g.Type != kindDocument {
		return message{}, bad("media of type %q is not supported", g.Type)
	}
	text, all, err := captionOf(g.Caption, g.Mode, g.Entities)
	if err != nil {
		return message{}, err
	}
	ids, err := s.find(c, g.Type, g.Media)
	return message{Kind: g.Type, Text: text, Entities: all, Files: ids, Above: g.Above, Spoiler: g.Spoiler}, err
}

// sendMediaGroup sends 2 to 10 pictures, or 2 to 10 documents, as an album.
func (s *Server) sendMediaGroup(c *call) (any, error) {
	given := c.media()
	if len(given) < 2 || len(given) > 10 {
		return nil, bad("there must be 2 to 10 media in an album")
	}
	a, err := s.reachable(c.chatID("chat_id"))
	if err != nil {
		return nil, err
	}
	to, err := s.repliesTo(a, c)
	if err != nil {
		return nil, err
	}
	album := make([]message, len(given))
	for i, g := range given {
		if g.Type != given[0].Type {
			return nil, bad("documents can't be mixed with other media types")
		}
		if album[i], err = s.compose(c, g); err != nil {
			return nil, err
		}
	}
	if err := s.charge(a, len(album)); err != nil {
		return nil, err
	}
	return s.postAlbum(a, album, to, c.flag("protect_content")), nil
}

func (s *Server) postAlbum(a *account, album []message, to int64, protected bool) (out []*wireMessage) {
	id := rand.Text()
	for i := range album {
		m := &album[i]
		m.Sender, m.Album, m.ReplyTo, m.Protected = fromBot, id, to, protected
		out = append(out, s.wire(s.add(a, m)))
	}
	return out
}

// editMessageMedia changes the picture or document of a message. A text can't
// become one.
func (s *Server) editMessageMedia(c *call) (any, error) {
	a, m, err := s.editable(c)
	switch {
	case err != nil:
		return nil, err
	case !m.isMedia():
		return nil, bad("there is no media in the message to edit")
	}
	wanted, err := s.compose(c, c.media()[0])
	if err != nil {
		return nil, err
	}
	if m.Album != "" && wanted.Kind != m.Kind {
		return nil, bad("message type in an album can't be changed")
	}
	return s.edit(c, a, m, wanted)
}
