package playground

import "slices"

// replyMarkup is what a message does to the person's own keyboard: sets it,
// removes it, or asks for a reply.
type replyMarkup struct {
	Rows        [][]replyKey `json:"rows,omitempty"`
	Placeholder string       `json:"placeholder,omitempty"`
	Remove      bool         `json:"remove,omitempty"`
	Force       bool         `json:"force,omitempty"`
	Once        bool         `json:"once,omitempty"`
}

type replyKey struct {
	Text     string `json:"text"`
	Style    string `json:"style,omitempty"`
	Contact  bool   `json:"request_contact,omitempty"`
	Location bool   `json:"request_location,omitempty"`
}

// givenMarkup is reply_markup of any of its four kinds.
type givenMarkup struct {
	Inline      [][]inlineKey `json:"inline_keyboard"`
	Keyboard    [][]replyKey  `json:"keyboard"`
	Remove      bool          `json:"remove_keyboard"`
	Force       bool          `json:"force_reply"`
	Once        bool          `json:"one_time_keyboard"`
	Placeholder string        `json:"input_field_placeholder"`
}

// markup reads reply_markup of a new message.
func (c *call) markup() ([][]inlineKey, *replyMarkup, error) {
	var g givenMarkup
	if !c.object("reply_markup", &g) {
		return nil, nil, nil
	}
	switch {
	case g.Inline != nil && g.Keyboard == nil && !g.Remove:
		rows, err := checkInline(g.Inline)
		if err != nil || !g.Force {
			return rows, nil, err
		}
		return rows, &replyMarkup{Force: true}, nil
	case g.Keyboard != nil && g.Inline == nil && !g.Remove:
		r, err := g.reply()
		return nil, r, err
	case g.Remove && g.Inline == nil && g.Keyboard == nil && !g.Force:
		return nil, &replyMarkup{Remove: true}, nil
	case g.Force && g.Inline == nil && g.Keyboard == nil && !g.Remove:
		return nil, &replyMarkup{Force: true, Placeholder: g.Placeholder}, g.checkPlaceholder()
	}
	return nil, nil, bad("object expected as reply markup: exactly one of inline_keyboard, keyboard, remove_keyboard, force_reply")
}

func (g givenMarkup) reply() (*replyMarkup, error) {
	rows, err := checkShape(g.Keyboard)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for _, k := range row {
			if k.Text == "" || !slices.Contains(styles, k.Style) {
				return nil, bad("can't parse keyboard button: text must be non-empty and style known")
			}
		}
	}
	if len(rows) == 0 {
		return nil, bad("can't parse keyboard: it has no buttons")
	}
	return &replyMarkup{Rows: rows, Placeholder: g.Placeholder, Once: g.Once, Force: g.Force}, g.checkPlaceholder()
}

func (g givenMarkup) checkPlaceholder() error {
	if !between(g.Placeholder, 0, maxPlaceholder) {
		return bad("input_field_placeholder is longer than %d characters", maxPlaceholder)
	}
	return nil
}

// editsKeyboard says whether a message may still be edited: only without a
// markup or with an inline keyboard.
func (m *message) editsKeyboard() bool {
	return m.Markup == nil || len(m.Keyboard) > 0
}

func (r *replyMarkup) view() *viewReply {
	if len(r.Rows) == 0 {
		return nil
	}
	v := &viewReply{Placeholder: r.Placeholder}
	for _, row := range r.Rows {
		line := make([]viewReplyButton, 0, len(row))
		for _, k := range row {
			line = append(line, viewReplyButton{Text: k.Text, Contact: k.Contact})
		}
		v.Rows = append(v.Rows, line)
	}
	return v
}
