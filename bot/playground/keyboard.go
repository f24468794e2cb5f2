package playground

import (
	"encoding/json"
	"net/url"
	"slices"
	"unicode/utf8"
)

// Bounds of a keyboard.
const (
	maxButtons     = 100
	maxInRow       = 8
	maxPressData   = 64  // bytes
	maxCopy        = 256 // characters
	maxPlaceholder = 64  // characters
)

// inlineKey is a button under a message. Exactly one of its actions is set.
type inlineKey struct {
	Text       string          `json:"text"`
	Icon       string          `json:"icon_custom_emoji_id,omitempty"`
	Style      string          `json:"style,omitempty"`
	URL        string          `json:"url,omitempty"`
	Data       *string         `json:"callback_data,omitempty"`
	Copy       *copyText       `json:"copy_text,omitempty"`
	Disabled   *struct{}       `json:"disabled,omitempty"`
	WebApp     json.RawMessage `json:"web_app,omitempty"`
	Login      json.RawMessage `json:"login_url,omitempty"`
	Switch     *string         `json:"switch_inline_query,omitempty"`
	SwitchHere *string         `json:"switch_inline_query_current_chat,omitempty"`
	SwitchTo   json.RawMessage `json:"switch_inline_query_chosen_chat,omitempty"`
}

type copyText struct {
	Text string `json:"text"`
}

// kind is what the page does with a press.
func (k inlineKey) kind() string {
	switch {
	case k.Data != nil:
		return "callback"
	case k.URL != "":
		return "url"
	case k.Copy != nil:
		return "copy"
	case k.Disabled != nil:
		return "disabled"
	}
	return "other"
}

// copied is the text that a press puts on the clipboard, "" if it does not.
func (k inlineKey) copied() string {
	if k.Copy == nil {
		return ""
	}
	return k.Copy.Text
}

func (k inlineKey) actions() (n int) {
	for _, set := range []bool{
		k.URL != "", k.Data != nil, k.Copy != nil, k.Disabled != nil, k.WebApp != nil,
		k.Login != nil, k.Switch != nil, k.SwitchHere != nil, k.SwitchTo != nil,
	} {
		if set {
			n++
		}
	}
	return n
}

var styles = []string{"", "primary", "success", "danger"}

func (k inlineKey) check() error {
	switch {
	case k.Text == "":
		return bad("can't parse inline keyboard button: button text must be non-empty")
	case k.actions() == 0:
		return bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
	case k.actions() > 1:
		return bad("can't parse inline keyboard button: exactly one action is allowed, button %q has %d", k.Text, k.actions())
	case k.Data != nil && (*k.Data == "" || len(*k.Data) > maxPressData):
		return bad("BUTTON_DATA_INVALID")
	case k.Copy != nil && !between(k.Copy.Text, 1, maxCopy):
		return bad("BUTTON_COPY_TEXT_INVALID")
	case !slices.Contains(styles, k.Style):
		return bad("button style %q is not one of primary, success, danger", k.Style)
	case k.URL != "" && !validURL(k.URL):
		return bad("inline keyboard button URL '%s' is invalid: Wrong HTTP URL", k.URL)
	}
	return nil
}

func between(text string, least, most int) bool {
	n := utf8.RuneCountInString(text)
	return n >= least && n <= most
}

func validURL(raw string) bool {
	u, err := url.Parse(raw)
	return err == nil && (slices.Contains([]string{"http", "https"}, u.Scheme) && u.Host != "" || u.Scheme == "tg")
}

// checkShape holds for both sorts of keyboard. Empty rows are dropped, as the
// platform does.
func checkShape[K any](rows [][]K) ([][]K, error) {
	rows = slices.DeleteFunc(rows, func(row []K) bool { return len(row) == 0 })
	total := 0
	for _, row := range rows {
		if len(row) > maxInRow {
			return nil, bad("REPLY_MARKUP_TOO_LONG: %d buttons in a row, at most %d", len(row), maxInRow)
		}
		total += len(row)
	}
	if total > maxButtons {
		return nil, bad("REPLY_MARKUP_TOO_LONG: %d buttons, at most %d", total, maxButtons)
	}
	return rows, nil
}

func checkInline(rows [][]inlineKey) ([][]inlineKey, error) {
	for _, row := range rows {
		for _, k := range row {
			if err := k.check(); err != nil {
				return nil, err
			}
		}
	}
	return checkShape(rows)
}
