package playground

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A Command stands in the list a client shows.
type Command struct {
	Command     string `json:"command"` // without /
	Description string `json:"description"`
}

const (
	maxCommands    = 100
	maxDescription = 256
)

var (
	commandName  = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	languageCode = regexp.MustCompile(`^([a-z]{2})?$`)
)

// menus are the command lists by scope and language, and the menu buttons by
// chat, of which 0 is everybody's.
type menus struct {
	Commands map[string][]Command `json:"commands"`
	Buttons  map[int64]menuButton `json:"buttons,omitempty"`
}

type menuButton struct {
	Type   string          `json:"type"`
	Text   string          `json:"text,omitempty"`
	WebApp json.RawMessage `json:"web_app,omitempty"`
}

func chatScope(chat int64) string { return fmt.Sprint("chat ", chat) }

// resolve returns what a person's client shows: the first list set of chat,
// all private chats and default, each with the person's language and without.
func (m *menus) resolve(a *account) []Command {
	lang, _, _ := strings.Cut(strings.ToLower(a.Lang), "-")
	for _, scope := range []string{chatScope(a.ID), "all_private_chats", "default"} {
		for _, l := range []string{lang, ""} {
			if list, ok := m.Commands[scope+"/"+l]; ok {
				return slices.Clone(list)
			}
		}
	}
	return []Command{}
}

// scope reads scope and language_code into the key of a list.
func (s *Server) scope(c *call) (string, error) {
	given := struct {
		Type string `json:"type"`
		Chat int64  `json:"chat_id"`
	}{Type: "default"}
	c.object("scope", &given)
	lang := c.text("language_code")
	if !languageCode.MatchString(lang) {
		return "", bad("invalid language code specified")
	}
	switch given.Type {
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators":
		return given.Type + "/" + lang, nil
	case "chat":
		if s.people[given.Chat] == nil {
			return "", bad("chat not found")
		}
		return chatScope(given.Chat) + "/" + lang, nil
	case "chat_administrators", "chat_member":
		return "", bad("chat not found")
	}
	return "", bad("unsupported scope type %q", given.Type)
}

// tellScope has the page show the commands of those a list is for.
func (s *Server) tellScope(key string) {
	for _, id := range s.order {
		if scope, _, _ := strings.Cut(key, "/"); !strings.HasPrefix(scope, "chat ") || scope == chatScope(id) {
			s.tell(event{name: "person", person: id})
		}
	}
}

// setMyCommands sets the list of one scope and language.
func (s *Server) setMyCommands(c *call) (any, error) {
	key, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	var list []Command
	c.object("commands", &list)
	if len(list) > maxCommands {
		return nil, bad("BOT_COMMANDS_TOO_MUCH")
	}
	for i, one := range list {
		list[i].Command = strings.TrimPrefix(one.Command, "/")
		if !commandName.MatchString(list[i].Command) {
			return nil, bad("BOT_COMMAND_INVALID")
		}
		if !between(one.Description, 1, maxDescription) {
			return nil, bad("BOT_COMMAND_DESCRIPTION_INVALID")
		}
	}
	s.menus.Commands[key] = list
	s.tellScope(key)
	return true, nil
}

// getMyCommands returns the list of exactly that scope and language.
func (s *Server) getMyCommands(c *call) (any, error) {
	key, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	return append([]Command{}, s.menus.Commands[key]...), nil
}

// deleteMyCommands makes wider scopes show again.
func (s *Server) deleteMyCommands(c *call) (any, error) {
	key, err := s.scope(c)
	if err != nil {
		return nil, err
	}
	delete(s.menus.Commands, key)
	s.tellScope(key)
	return true, nil
}
