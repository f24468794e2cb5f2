package programme

import "time"

// An ApplicationID names an Application.
type ApplicationID int64

// An ApplicationState is where an Application stands (6.1).
type ApplicationState string

// The states of an application.
const (
	AppDraft          ApplicationState = "draft"
	AppAwaitingLeader ApplicationState = "awaiting_leader"
	AppSubmitted      ApplicationState = "submitted"
	AppReturnedByBody ApplicationState = "returned_r"
	AppNotRecommended ApplicationState = "not_recommended"
	AppRecommended    ApplicationState = "recommended"
	AppChecking       ApplicationState = "checking"
	AppReturnedByCity ApplicationState = "returned_c"
	AppIneligible     ApplicationState = "ineligible"
	AppLapsed         ApplicationState = "lapsed"
	AppAdmitted       ApplicationState = "admitted"
	AppUnderReview    ApplicationState = "under_review"
	AppScored         ApplicationState = "scored"
	AppShortlisted    ApplicationState = "shortlisted"
	AppNotShortlisted ApplicationState = "not_shortlisted"
	AppInspected      ApplicationState = "inspected"
	AppNotSelected    ApplicationState = "not_selected"
	AppProposed       ApplicationState = "proposed"
	AppInPublicity    ApplicationState = "in_publicity"
	AppOnHold         ApplicationState = "on_hold"
	AppDisqualified   ApplicationState = "disqualified"
	AppAwarded        ApplicationState = "awarded"
	AppWithdrawn      ApplicationState = "withdrawn"
)

// An Application is one Unit's request for the title in one Round.
// A unit has at most one live application in a round.
//
// Source: S5.2b.
type Application struct {
	ID          ApplicationID
	RoundID     RoundID
	UnitID      UnitID
	BodyID      BodyID   // who recommends, fixed when the draft is made
	Category    Category // "" until the draft chose one
	State       ApplicationState
	Before      ApplicationState // where it stood when withdrawn or lapsed; "" otherwise
	Serial      int              // running number within the round's year and body, reserved with the draft
	Number      string           // official number from submission on, e.g. 2026-吉州-003
	SubmittedAt *time.Time
	Version     int64 // grows with each move
	CreatedBy   PersonID
	CreatedAt   time.Time
	UpdatedAt   time.Time
}

// A Snapshot is what an application said when it was submitted. It never changes. Source: C12.
type Snapshot struct {
	ID            int64
	ApplicationID ApplicationID
	No            int    // 1, 2, … per application
	Hash          string // hex SHA-256 of Content
	Content       []byte // canonical JSON: answers, file hashes, study sessions, category, unit
	ConfirmedBy   PersonID
	CreatedAt     time.Time
}

// A FileID names a File.
type FileID int64

// A FileState says whether a File's content is with us.
type FileState string

// The states of a File.
const (
	FilePending FileState = "pending" // promised by the messenger, not yet downloaded
	FileStored  FileState = "stored"
	FileRefused FileState = "refused" // wrong type, empty, too big; Reason says which
	FileRemoved FileState = "removed" // taken out by the person
)

// A File is one piece of evidence as it was sent. Source: C4.
type File struct {
	ID         FileID
	DraftID    int64  // the form it was sent into
	Field      string // the question it answers
	Name       string // as sent, cleaned of control and direction marks; data, never a path
	Caption    string
	Size       int64  // bytes as announced, then as counted
	Type       string // MIME type found in the content
	SHA256     string // hex, empty until stored
	TelegramID string // file_id of the messenger
	UniqueID   string // file_unique_id of the messenger
	Album      string // media_group_id, empty if it came alone
	State      FileState
	Reason     string // name of the refusal when refused
	UploadedBy PersonID
	CreatedAt  time.Time
}
