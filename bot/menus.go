package bot

import (
	"context"

	"github.com/go-telegram/bot/models"

	"luling/flows"
	"luling/locales"
	"luling/store/programme"
)

// menuParams are those of setMyCommands. The library's own type says which
// scope it is only in its multipart form.
type menuParams struct {
	Commands []models.BotCommand `json:"commands"`
	Scope    scope               `json:"scope"`
	Language string              `json:"language_code,omitempty"`
}

type scope struct {
	Type string `json:"type"`
	Chat int64  `json:"chat_id,omitempty"`
}

// publicMenu sets the commands a stranger sees, in every language.
func (s *sender) publicMenu(ctx context.Context, house *flows.House) error {
	for _, lang := range locales.Languages {
		list, err := s.commands(house, programme.RolePublic, lang)
		if err != nil {
			return err
		}
		params := menuParams{Commands: list, Scope: scope{Type: "all_private_chats"}, Language: code(lang)}
		if err := s.call(ctx, "setMyCommands", params, nil); err != nil {
			s.log.Warn("public commands not set", "error", err)
		}
	}
	return nil
}

// ownMenu sets the commands of one person's role in that person's language.
// They are for show: rights are checked when a command comes.
func (s *sender) ownMenu(ctx context.Context, house *flows.House, chat int64, role programme.Role, lang string) {
	list, err := s.commands(house, role, lang)
	if err != nil {
		s.log.Error("commands cannot be rendered", "error", err)
		return
	}
	params := menuParams{Commands: list, Scope: scope{Type: "chat", Chat: chat}}
	if err := s.call(ctx, "setMyCommands", params, nil); err != nil {
		s.log.Warn("commands not set", "class", ClassOf(err))
	}
}

func (s *sender) commands(house *flows.House, role programme.Role, lang string) (list []models.BotCommand, err error) {
	for _, c := range house.Commands(role) {
		text, err := s.render.texts.Plain(lang, "command."+c.Name, nil)
		if err != nil {
			return nil, err
		}
		list = append(list, models.BotCommand{Command: c.Name, Description: text})
	}
	return list, nil
}

// code is the messenger's code of a language; the first one is everybody's.
func code(lang string) string {
	if lang == locales.Languages[0] {
		return ""
	}
	return lang
}
