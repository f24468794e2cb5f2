package flows

// A Reply is what a person's screen should become, as data. The zero Reply
// leaves the screen as it is.
//
// A Reply is stored as JSON and always rendered from the decoded JSON, so Data
// holds only what survives that: numbers, strings, booleans, slices, maps and
// structs of these with exported fields.
//
// A reply with Instead is sent from memory, once. What is stored, and so what is
// shown after a crash or when the screen is asked for again, is Instead, which
// must say how to come by the secret another way.
type Reply struct {
	Text    string     `json:",omitempty"` // name of an HTML text
	Data    any        `json:",omitempty"`
	Buttons [][]Button `json:",omitempty"` // rows under the message
	Protect bool       `json:",omitempty"` // may not be forwarded or saved
	Contact bool       `json:",omitempty"` // beside the screen the chat has a keyboard that shares the sender's own number
	Find    *Button    `json:",omitempty"` // what a text typed at this screen presses; the text follows its Arg

	Instead *Reply `json:"-"` // what is stored in the place of a reply that mentions a secret

	Toast  *Line    `json:"-"` // answer to the press that caused this
	Form   *FormRef `json:"-"` // open this form and show its current question
	Files  []Sent   `json:"-"` // files to send besides the screen
	Paper  *Paper   `json:"-"` // a document to be made and sent besides the screen
	Close  bool     `json:"-"` // leave the active form; its answers stay
	Aside  bool     `json:"-"` // an active form is not left but shown again after this
	Resume bool     `json:"-"` // an active form is shown again instead of this
	Anew   bool     `json:"-"` // send as a new message even after a press
	Place  string   `json:"-"` // what the screen is about, where it may change of itself
	Spent  string   `json:"-"` // what is decided: the buttons of notices whose keys begin so are taken away
}

// A Line is a plain text by name.
type Line struct {
	Text  string
	Data  any  `json:",omitempty"`
	Alert bool `json:",omitempty"` // must be dismissed by hand
}

// A FormRef names a form and what it is about.
type FormRef struct {
	Form    string // full form name
	Subject string // what it is about, such as the id of an application
	Focus   string // question to begin with; "": the first without an answer
}

// Sent is a stored file to be sent along.
type Sent struct {
	Key     string // says what it is about; the same key is sent once
	FileID  int64  // a programme.FileID
	Caption string // name of a plain text, may be empty
	Data    any
	Protect bool
}

// A Button is one key under a message.
type Button struct {
	Text    string `json:",omitempty"` // name of a plain text
	Data    any    `json:",omitempty"`
	Label   any    `json:",omitempty"` // instead of Text: words in both languages, or a plain string
	Act     string `json:",omitempty"` // "feature.act", or "/command"
	Object  int64  `json:",omitempty"`
	Version int64  `json:",omitempty"`
	Arg     string `json:",omitempty"`
	Do      string `json:",omitempty"` // inside a form: what it does; set by the engine
	URL     string `json:",omitempty"`
	Style   string `json:",omitempty"` // "", "primary", "success", "danger"
	Inert   bool   `json:",omitempty"` // shows something and cannot be pressed
}

// Row is a row of buttons.
func Row(b ...Button) []Button { return b }

// Say is a Reply that shows a text, with rows of buttons.
func Say(text string, data any, rows ...[]Button) Reply {
	return Reply{Text: text, Data: data, Buttons: rows}
}

// Toast is a Reply that only answers the press.
func Toast(text string, data any) Reply { return Reply{Toast: &Line{Text: text, Data: data}} }

// Open is a Reply that opens a form.
func Open(form, subject string) Reply { return Reply{Form: &FormRef{Form: form, Subject: subject}} }
