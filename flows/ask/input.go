package ask

// Acts that a press may carry in Input.Choice besides an option's ID.
const (
	ActDone    = "done"    // 完成: ends the gathering of files or choices
	ActNext    = "next"    // 下一步: the shown facts were seen
	ActAgree   = "agree"   // agrees to a declaration
	ActDecline = "decline" // does not
)

// An Input is what arrived for a question. At most one of Choice, File, Contact
// and Other is set; Text may come alone or as a file's caption.
type Input struct {
	Text    string   // as typed, may be ""
	Choice  string   // ID of a pressed option or act, "" if none
	File    *File    // one incoming file
	Contact *Contact // a shared contact
	Other   string   // a kind no question wants: "sticker", "voice", "video", "location" …
	Today   string   // civil date YYYY-MM-DD at the office; relative dates and NotFuture need it
	Person  int64    // who sends
}

// A File is one attachment as our records know it.
type File struct {
	ID    int64  // of our record
	Name  string // as sent; data, never a path
	Size  int64  // bytes
	State string // FilePending, FileStored or FileRefused
}

// States of a File.
const (
	FilePending = "pending" // not downloaded yet
	FileStored  = "stored"
	FileRefused = "refused" // its type or size is not accepted
)

// A Contact is a phone number shared with the messenger's own button.
type Contact struct {
	Phone string // as the messenger gives it, with or without +86
	Own   bool   // the sender's own number
}

// kind says in one word what came, for refusals of unwanted kinds.
func (in Input) kind() string {
	switch {
	case in.Other != "":
		return in.Other
	case in.File != nil:
		return "file"
	case in.Contact != nil:
		return "contact"
	case in.Choice != "":
		return "press"
	case in.Text != "":
		return "text"
	}
	return ""
}
