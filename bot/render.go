package bot

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/go-telegram/bot/models"

	"luling/flows"
	"luling/locales"
)

// longest is how many UTF-16 units a message may have; the platform's own limit is 4,096.
const longest = 4000

// a page is a screen or notice in words, ready to be sent.
type page struct {
	html    string
	markup  models.ReplyMarkup // nil for none
	protect bool
	contact bool // beside it there is a keyboard that shares the person's number
}

// a renderer turns data into words.
type renderer struct{ texts *locales.Texts }

// page renders what is stored as JSON; conversation and revision go into the
// buttons of forms.
func (r renderer) page(lang string, content []byte, conversation string, revision int64) (page, error) {
	var reply flows.Reply
	if err := decode(content, &reply); err != nil {
		return page{}, fmt.Errorf("decode screen: %w", err)
	}
	html, err := r.texts.HTML(lang, reply.Text, reply.Data)
	if err != nil {
		return page{}, fmt.Errorf("render %s: %w", reply.Text, err)
	}
	if n := locales.Length(html); n > longest || n == 0 {
		return page{}, fmt.Errorf("render %s: %d characters", reply.Text, n)
	}
	markup, err := r.markup(lang, reply, conversation, revision)
	if err != nil {
		return page{}, fmt.Errorf("buttons of %s: %w", reply.Text, err)
	}
	return page{html: html, markup: markup, protect: reply.Protect, contact: reply.Contact}, nil
}

func (r renderer) markup(lang string, reply flows.Reply, conversation string, revision int64) (models.ReplyMarkup, error) {
	rows, err := r.rows(lang, reply.Buttons, conversation, revision)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &models.InlineKeyboardMarkup{InlineKeyboard: rows}, nil
}

func (r renderer) rows(lang string, buttons [][]flows.Button, conversation string, revision int64) (rows [][]models.InlineKeyboardButton, err error) {
	for _, row := range buttons {
		var keys []models.InlineKeyboardButton
		for _, b := range row {
			k := models.InlineKeyboardButton{URL: b.URL, Style: b.Style}
			if k.Text, err = r.label(lang, b); err != nil {
				return nil, err
			}
			switch {
			case b.Inert:
				k.Disabled = &models.DisabledButton{}
			case b.URL == "":
				if k.CallbackData, err = flows.Data(b, conversation, revision); err != nil {
					return nil, err
				}
			}
			keys = append(keys, k)
		}
		if len(keys) > 0 {
			rows = append(rows, keys)
		}
	}
	return rows, nil
}

func (r renderer) label(lang string, b flows.Button) (string, error) {
	if b.Text != "" {
		return r.texts.Plain(lang, b.Text, b.Data)
	}
	return r.texts.Label(lang, b.Label)
}

// line renders a plain text whose data did not come through JSON yet.
func (r renderer) line(lang string, l flows.Line) (string, error) {
	raw, err := json.Marshal(l.Data)
	if err != nil {
		return "", err
	}
	var data any
	if err := decode(raw, &data); err != nil {
		return "", err
	}
	return r.texts.Plain(lang, l.Text, data)
}

// decode keeps numbers as they are written.
func decode(raw []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return d.Decode(into)
}

// apology is shown in the place of a screen that cannot be rendered, which is a
// fault of the program.
func (r renderer) apology(lang string) page {
	html, err := r.texts.HTML(lang, "hall.fault", nil)
	if err != nil {
		html = "-"
	}
	markup, err := r.markup(lang, flows.Reply{Buttons: [][]flows.Button{flows.Row(flows.Menu())}}, "", 0)
	if err != nil {
		return page{html: html}
	}
	return page{html: html, markup: markup}
}
