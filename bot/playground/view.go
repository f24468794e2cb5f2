package playground

import "time"

// What the page is given; the field names are its contract.

type viewPerson struct {
	ID       int64     `json:"id"`
	Name     string    `json:"name"`
	Lang     string    `json:"lang"`
	Role     Words     `json:"role"`
	Start    string    `json:"start"`
	Started  bool      `json:"started"`
	Blocked  bool      `json:"blocked"`
	Unread   int       `json:"unread"`
	Commands []Command `json:"commands"`
	Last     string    `json:"last"`
	LastAt   time.Time `json:"last_at,omitzero"`
}

type viewFile struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	MIME string `json:"mime"`
	URL  string `json:"url"`
}

type viewButton struct {
	Text  string `json:"text"`
	Kind  string `json:"kind"`
	URL   string `json:"url"`
	Copy  string `json:"copy"`
	Style string `json:"style"`
}

type viewReplyButton struct {
	Text    string `json:"text"`
	Contact bool   `json:"request_contact"`
}

type viewReply struct {
	Rows        [][]viewReplyButton `json:"rows"`
	Placeholder string              `json:"placeholder"`
}

type viewMessage struct {
	ID             int64          `json:"id"`
	Date           time.Time      `json:"date"`
	Edited         bool           `json:"edited"`
	From           string         `json:"from"`
	Kind           string         `json:"kind"`
	HTML           string         `json:"html"`
	File           *viewFile      `json:"file,omitempty"`
	Album          string         `json:"album"`
	Keyboard       [][]viewButton `json:"keyboard"`
	ReplyKeyboard  *viewReply     `json:"reply_keyboard"`
	RemoveKeyboard bool           `json:"remove_keyboard"`
	ForceReply     bool           `json:"force_reply"`
	Protected      bool           `json:"protected"`
	Forwarded      bool           `json:"forwarded"`
}
