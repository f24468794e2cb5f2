package bot

import (
	"context"
	"encoding/json"
	"strconv"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"luling/store"
	"luling/store/files"
	"luling/store/programme"
)

// a letter is a claimed notice with everything needed to send it.
type letter struct {
	store.Notice
	lang string
	file *programme.File
}

// address looks up the language of the person and the file that goes with the notice.
func address(tx *store.Tx, n store.Notice) (l letter, err error) {
	l.Notice = n
	if n.PersonID != 0 {
		who, err := tx.Person(n.PersonID)
		if err != nil {
			return l, err
		}
		l.lang = who.Language
	}
	var doc struct{ File programme.FileID }
	if len(n.Document) > 0 {
		if err := json.Unmarshal(n.Document, &doc); err != nil {
			return l, err
		}
	}
	if doc.File != 0 {
		f, err := tx.File(doc.File)
		l.file = &f
		return l, err
	}
	return l, nil
}

// words renders the notice; one that may have arrived before is marked 补发.
func (p *post) words(l letter) (page, error) {
	reply := map[string]any{"Text": l.Text, "Protect": l.Protect}
	if len(l.Data) > 0 {
		reply["Data"] = json.RawMessage(l.Data)
	}
	if len(l.Buttons) > 0 {
		reply["Buttons"] = json.RawMessage(l.Buttons)
	}
	if l.Again() {
		reply = map[string]any{"Text": "notice.again", "Data": map[string]any{"Text": l.Text, "Data": reply["Data"]}, "Buttons": reply["Buttons"]}
	}
	content, err := json.Marshal(reply)
	if err != nil {
		return page{}, err
	}
	return p.render.page(l.lang, content, "", 0)
}

// sendFile sends our copy by the messenger's own id, or uploads it where that
// id is not good any more.
func (p *post) sendFile(ctx context.Context, l letter) (int, error) {
	var m models.Message
	caption := ""
	if l.Text != "" {
		var data any
		if len(l.Data) > 0 {
			if err := decode(l.Data, &data); err != nil {
				return 0, &CallError{Method: "render", Class: Refused, err: err}
			}
		}
		text, err := p.render.texts.Plain(l.lang, l.Text, data)
		if err != nil {
			return 0, &CallError{Method: "render", Class: Refused, err: err}
		}
		caption = cut(text, 1000)
	}
	if l.file.TelegramID != "" { // what we made ourselves the messenger has not seen
		err := p.call(ctx, "sendDocument", &tg.SendDocumentParams{
			ChatID: l.Chat, Document: &models.InputFileString{Data: l.file.TelegramID}, Caption: caption, ProtectContent: l.Protect,
		}, &m)
		if ClassOf(err) != Refused || l.file.SHA256 == "" {
			return m.ID, err
		}
	}
	content, err := p.folder.Open(l.file.SHA256)
	if err != nil {
		return 0, &CallError{Method: "sendDocument", Class: Refused, err: err}
	}
	defer content.Close()
	fields := map[string]string{"chat_id": strconv.FormatInt(l.Chat, 10), "caption": caption, "protect_content": strconv.FormatBool(l.Protect)}
	err = p.client.Upload(ctx, "sendDocument", fields, "document", files.CleanName(l.file.Name), content, &m)
	return m.ID, err
}
