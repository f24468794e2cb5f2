package bot

import (
	"context"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// keyboard gives the chat the keyboard that the screen wants beside it, or takes
// it away, by a short message of its own: a message has one markup, and the
// screen's are its buttons. What the chat has is remembered; if the process dies
// in between it is done once more, never left undone.
func (s *sender) keyboard(ctx context.Context, w *wish, p page) error {
	if w.transient || p.contact == w.Keyboard {
		return nil
	}
	params, err := s.render.keys(w.Language, w.Chat, p.contact)
	if err != nil {
		return err
	}
	if err := s.yield(ctx, s.pace.Reply, w.Chat); err != nil {
		return err
	}
	var m models.Message
	if err := s.call(ctx, "sendMessage", params, &m); err != nil {
		return err
	}
	w.Keyboard = p.contact
	if p.contact {
		w.offer = m.ID
	}
	s.seen.keyboard(w.Chat, w.Keyboard)
	s.marks.keyboard(w.Chat, w.Keyboard)
	return nil
}

// keys is the message that gives the keyboard with the button that shares the
// person's own number, or takes it away.
func (r renderer) keys(lang string, chat int64, give bool) (*tg.SendMessageParams, error) {
	if !give {
		html, err := r.texts.HTML(lang, "form.contact_taken", nil)
		return page{html: html, markup: &models.ReplyKeyboardRemove{RemoveKeyboard: true}}.message(chat), err
	}
	label, err := r.texts.Plain(lang, "button.share_phone", nil)
	if err != nil {
		return nil, err
	}
	html, err := r.texts.HTML(lang, "form.contact_offered", nil)
	return page{html: html, markup: &models.ReplyKeyboardMarkup{
		Keyboard:       [][]models.KeyboardButton{{{Text: label, RequestContact: true}}},
		ResizeKeyboard: true, OneTimeKeyboard: true,
	}}.message(chat), err
}
