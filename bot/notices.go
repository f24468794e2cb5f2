package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"luling/store"
	"luling/store/failpoint"
	"luling/store/files"
	"luling/store/programme"
)

const (
	lease   = time.Minute // how long a claimed notice or job is left alone
	handful = 50          // claimed at once
)

// a post sends what was promised: it claims notices, hands each to its chat's
// lane, and writes down what became of it.
type post struct {
	*sender
	folder *files.Folder
	write  func(ctx context.Context, f func(*store.Tx) error) error
	done   func() // a chat may be ready for its next notice
}

// a letter is a claimed notice with everything needed to send it.
type letter struct {
	store.Notice
	lang string
	file *programme.File
}

// claim takes a handful of due notices and puts them into the lanes. It returns
// how many there were.
func (p *post) claim(ctx context.Context) (int, error) {
	var letters []letter
	err := p.write(ctx, func(tx *store.Tx) error {
		letters = nil
		notices, err := tx.ClaimNotices(handful, lease)
		for _, n := range notices {
			l, err := address(tx, n)
			if err != nil {
				return err
			}
			letters = append(letters, l)
		}
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("claim notices: %w", err)
	}
	for _, l := range letters {
		p.lanes.add(l.Chat, func(ctx context.Context) { p.deliver(ctx, l) }, p.show)
	}
	return len(letters), nil
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

// deliver sends one notice and records the outcome. Nothing is tried twice
// here: a repeat is a matter of the row.
func (p *post) deliver(ctx context.Context, l letter) {
	wait := p.pace.Reply
	if l.Class != store.ClassReply {
		wait = p.pace.Bulk
	}
	if err := p.yield(ctx, wait, l.Chat); err != nil {
		return
	}
	_ = failpoint.Hit("sender.before-notice")
	id, err := p.send(ctx, l)
	_ = failpoint.Hit("sender.after-notice")
	record := p.outcome(l, id, err)
	if err := p.write(context.WithoutCancel(ctx), record); err != nil {
		p.log.Error("outcome of a notice not written", "notice", l.ID, "error", err)
	}
	p.done()
}

func (p *post) send(ctx context.Context, l letter) (int, error) {
	if l.file != nil {
		return p.sendFile(ctx, l)
	}
	page, err := p.words(l)
	if err != nil {
		return 0, &CallError{Method: "render", Class: Refused, err: err}
	}
	var m models.Message
	err = p.call(ctx, "sendMessage", page.message(l.Chat), &m)
	return m.ID, err
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
	err := p.call(ctx, "sendDocument", &tg.SendDocumentParams{
		ChatID: l.Chat, Document: &models.InputFileString{Data: l.file.TelegramID}, Caption: caption, ProtectContent: l.Protect,
	}, &m)
	if ClassOf(err) != Refused || l.file.SHA256 == "" {
		return m.ID, err
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

// outcome is what to write down about a sent notice.
func (p *post) outcome(l letter, id int, err error) func(*store.Tx) error {
	var e *CallError
	class := ClassOf(err)
	switch {
	case err == nil:
		return func(tx *store.Tx) error { return tx.NoticeSent(l.ID, id) }
	case class == Unreachable && l.PersonID != 0:
		return func(tx *store.Tx) error { return tx.NoticeUnreachable(l.PersonID) }
	case class == Unsure:
		return func(tx *store.Tx) error { return tx.NoticeUnknown(l.ID, string(class)) }
	case class == TooMany && errors.As(err, &e):
		return func(tx *store.Tx) error { return tx.NoticeRetry(l.ID, tx.Now().Add(e.RetryAfter), string(class)) }
	case class == NotSent:
		return func(tx *store.Tx) error { return tx.NoticeRetry(l.ID, tx.Now().Add(delay(l.Tries)), string(class)) }
	}
	p.log.Error("notice refused", "notice", l.ID, "text", l.Text, "error", err)
	return func(tx *store.Tx) error { return tx.NoticeFailed(l.ID, string(class)) }
}

// delay grows with the tries, from a second to five minutes.
func delay(tries int) time.Duration {
	return min(time.Second<<min(max(tries-1, 0), 9), 5*time.Minute)
}
