package playground

// What the Bot API calls things, as far as this box has them.

type wireUser struct {
	ID       int64  `json:"id"`
	IsBot    bool   `json:"is_bot"`
	First    string `json:"first_name"`
	Last     string `json:"last_name,omitempty"`
	Username string `json:"username,omitempty"`
	Lang     string `json:"language_code,omitempty"`
}

type wireChat struct {
	ID       int64  `json:"id"`
	Kind     string `json:"type"`
	First    string `json:"first_name,omitempty"`
	Last     string `json:"last_name,omitempty"`
	Username string `json:"username,omitempty"`
}

type wireContact struct {
	Phone string `json:"phone_number"`
	First string `json:"first_name"`
	Last  string `json:"last_name,omitempty"`
	User  int64  `json:"user_id,omitempty"`
}

type wirePlace struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

type wireDice struct {
	Emoji string `json:"emoji"`
	Value int    `json:"value"`
}

type wireFile struct {
	ID       string `json:"file_id"`
	Unique   string `json:"file_unique_id"`
	Name     string `json:"file_name,omitempty"`
	MIME     string `json:"mime_type,omitempty"`
	Size     int64  `json:"file_size,omitempty"`
	Width    int    `json:"width,omitempty"`
	Height   int    `json:"height,omitempty"`
	Duration *int   `json:"duration,omitempty"`
	Emoji    string `json:"emoji,omitempty"`
	Type     string `json:"type,omitempty"` // of a sticker
	Path     string `json:"file_path,omitempty"`
}

type wireOrigin struct {
	Type string    `json:"type"`
	Date int64     `json:"date"`
	Name string    `json:"sender_user_name,omitempty"`
	User *wireUser `json:"sender_user,omitempty"`
}

type wireMarkup struct {
	Keyboard [][]inlineKey `json:"inline_keyboard"`
}

type wireMessage struct {
	ID              int64        `json:"message_id"`
	From            *wireUser    `json:"from,omitempty"`
	Date            int64        `json:"date"`
	Chat            wireChat     `json:"chat"`
	EditDate        int64        `json:"edit_date,omitempty"`
	Origin          *wireOrigin  `json:"forward_origin,omitempty"`
	ReplyTo         *wireMessage `json:"reply_to_message,omitempty"`
	Protected       bool         `json:"has_protected_content,omitempty"`
	Album           string       `json:"media_group_id,omitempty"`
	Text            string       `json:"text,omitempty"`
	Entities        []Entity     `json:"entities,omitempty"`
	Caption         string       `json:"caption,omitempty"`
	CaptionEntities []Entity     `json:"caption_entities,omitempty"`
	Above           bool         `json:"show_caption_above_media,omitempty"`
	Spoiler         bool         `json:"has_media_spoiler,omitempty"`
	Document        *wireFile    `json:"document,omitempty"`
	Photo           []wireFile   `json:"photo,omitempty"`
	Sticker         *wireFile    `json:"sticker,omitempty"`
	Voice           *wireFile    `json:"voice,omitempty"`
	Video           *wireFile    `json:"video,omitempty"`
	Contact         *wireContact `json:"contact,omitempty"`
	Location        *wirePlace   `json:"location,omitempty"`
	Dice            *wireDice    `json:"dice,omitempty"`
	Pinned          *wireMessage `json:"pinned_message,omitempty"`
	Markup          *wireMarkup  `json:"reply_markup,omitempty"`
}
