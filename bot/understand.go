package bot

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/go-telegram/bot/models"

	"luling/flows"
	"luling/flows/ask"
	"luling/locales"
	"luling/store"
	"luling/store/files"
)

// an arrival is one update on its way through a batch.
type arrival struct {
	update  int64
	press   string // id to answer, "" unless a button was pressed
	input   flows.Input
	raw     json.RawMessage
	tries   int
	ignored bool                  // only marked as seen
	done    func(*store.Tx) error // of an input of ours: runs in the same turn
}

// understand turns an update into an arrival. Kinds the bot does not want and
// chats that are not a person's own give false: they are only marked as seen.
func understand(raw json.RawMessage, now time.Time) (arrival, bool) {
	a := arrival{update: updateID(raw), raw: raw}
	var u models.Update
	if err := json.Unmarshal(raw, &u); err != nil {
		return a, false
	}
	switch {
	case u.Message != nil:
		return a, a.message(u.Message, flows.Texted)
	case u.EditedMessage != nil:
		return a, a.message(u.EditedMessage, flows.Corrected)
	case u.CallbackQuery != nil:
		return a, a.pressed(u.CallbackQuery, now)
	case u.MyChatMember != nil:
		return a, a.member(u.MyChatMember, now)
	}
	return a, false
}

func (a *arrival) from(u models.User, chat int64, message int, at time.Time) {
	a.input.From, a.input.Chat, a.input.Message, a.input.At = u.ID, chat, message, at.UTC()
	a.input.Language = locales.Match(u.LanguageCode)
}

func (a *arrival) message(m *models.Message, event flows.Event) bool {
	if m.From == nil || m.From.IsBot || m.Chat.Type != models.ChatTypePrivate {
		return false
	}
	a.from(*m.From, m.Chat.ID, m.ID, time.Unix(int64(max(m.Date, m.EditDate)), 0))
	a.input.Event, a.input.Text = event, m.Text
	a.content(m)
	if event == flows.Corrected {
		a.input.Event, a.input.Other = event, ""
		return m.Text != "" || a.input.File != nil
	}
	return true
}

// content finds what the message carries besides text.
func (a *arrival) content(m *models.Message) {
	in := &a.input
	switch {
	case m.Text != "":
	case m.Document != nil:
		in.Event, in.File = flows.Filed, document(m)
	case len(m.Photo) > 0:
		in.Event, in.File = flows.Filed, photo(m)
	case m.Contact != nil:
		in.Event = flows.Shared
		in.Contact = &ask.Contact{Phone: m.Contact.PhoneNumber, Own: m.Contact.UserID == m.From.ID}
	default:
		in.Event, in.Other = flows.Odd, odd(m)
	}
}

func document(m *models.Message) *flows.Incoming {
	d := m.Document
	return &flows.Incoming{
		TelegramID: d.FileID, UniqueID: d.FileUniqueID, Name: files.CleanName(d.FileName), Type: d.MimeType,
		Size: d.FileSize, Caption: m.Caption, Album: m.MediaGroupID,
	}
}

// photo takes the largest size; pictures have no name, so they are named by the time they came.
func photo(m *models.Message) *flows.Incoming {
	p := m.Photo[len(m.Photo)-1]
	return &flows.Incoming{
		TelegramID: p.FileID, UniqueID: p.FileUniqueID, Size: int64(p.FileSize), Type: "image/jpeg",
		Name:    fmt.Sprintf("photo-%d-%d.jpg", m.Date, m.ID),
		Caption: m.Caption, Album: m.MediaGroupID, Photo: true,
	}
}

func odd(m *models.Message) string {
	switch {
	case m.Sticker != nil:
		return "sticker"
	case m.Voice != nil, m.Audio != nil:
		return "voice"
	case m.Video != nil, m.VideoNote != nil, m.Animation != nil:
		return "video"
	case m.Location != nil, m.Venue != nil:
		return "location"
	}
	return "other"
}

func (a *arrival) pressed(q *models.CallbackQuery, now time.Time) bool {
	a.press = q.ID
	chat, message := q.From.ID, 0
	switch m := q.Message; {
	case m.Message != nil:
		chat, message = m.Message.Chat.ID, m.Message.ID
	case m.InaccessibleMessage != nil:
		chat, message = m.InaccessibleMessage.Chat.ID, m.InaccessibleMessage.MessageID
	}
	a.from(q.From, chat, message, now)
	a.input.Event, a.input.Data = flows.Pressed, q.Data
	return !q.From.IsBot && chat == q.From.ID
}

func (a *arrival) member(m *models.ChatMemberUpdated, now time.Time) bool {
	if m.Chat.Type != models.ChatTypePrivate {
		return false
	}
	a.from(m.From, m.Chat.ID, 0, now)
	a.input.Event = flows.Returned
	if m.NewChatMember.Type == models.ChatMemberTypeBanned {
		a.input.Event = flows.Left
	}
	return true
}
