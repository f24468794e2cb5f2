package programme

import "time"

// An ImportID names an Import. Zero means none.
type ImportID int64

// An ImportKind says what a list is a list of. Source: A4, A5, A12.
type ImportKind string

// The kinds of list. The zero kind was not recognised yet.
const (
	ImportBodies ImportKind = "bodies" // recommending bodies
	ImportUnits  ImportKind = "units"
	ImportPeople ImportKind = "people" // whom to invite into which role
	ImportSites  ImportKind = "sites"  // sites named before
)

// ImportKinds lists the kinds in the order a new office sends them.
var ImportKinds = []ImportKind{ImportBodies, ImportUnits, ImportPeople, ImportSites}

// An ImportState is where an Import stands.
type ImportState string

// The states of an import.
const (
	ImportFetching  ImportState = "fetching" // the file is on its way
	ImportReading   ImportState = "reading"  // its lines are being compared with the records
	ImportUnclear   ImportState = "unclear"  // it is not known what it is a list of
	ImportReady     ImportState = "ready"    // waits for who sent it to confirm
	ImportSaving    ImportState = "saving"   // confirmed
	ImportSaved     ImportState = "saved"
	ImportDiscarded ImportState = "discarded"
	ImportRefused   ImportState = "refused" // cannot be read; Remarks say why
)

// An Import is a list somebody sent, with what it would change. Nothing of it is
// in the records before it is saving, and then only lines of its plan.
//
// Source: A4 (P).
type Import struct {
	ID        ImportID
	Kind      ImportKind
	State     ImportState
	Name      string // of the file
	FileID    FileID // 0: Pasted
	Pasted    string
	PersonID  PersonID // who sent it; 0: the operator of the program
	GrantID   GrantID  // the hat it was sent under
	Head      []byte   // JSON: the header cells
	Remarks   []byte   // JSON: what is to be said of the list as a whole
	Hash      string   // hex SHA-256 of the plan that was confirmed
	Reads     int      // how often it was read, for each kind anew
	Version   int64
	CreatedAt time.Time
	UpdatedAt time.Time
}

// A Verdict says what an import would do with a line.
type Verdict string

// The verdicts. Lines that are new or update are saved, no others.
const (
	VerdictNew    Verdict = "new"
	VerdictUpdate Verdict = "update"
	VerdictSame   Verdict = "same"  // says what the records say
	VerdictWrong  Verdict = "wrong" // cannot be taken; Says has the reasons
	VerdictAsked  Verdict = "asked" // perhaps a duplicate: who sent it decides
	VerdictLeft   Verdict = "left"  // left out by who sent it
)

// A LineOutcome says what became of a line that was confirmed.
type LineOutcome string

// The outcomes of a line.
const (
	LineOpen      LineOutcome = ""
	LineSaved     LineOutcome = "saved"
	LineOvertaken LineOutcome = "overtaken" // the record changed after the line was compared with it
)

// An ImportLine is one line of an import.
type ImportLine struct {
	ImportID ImportID
	No       int // as the sender's table program counts
	Verdict  Verdict
	Outcome  LineOutcome
	Name     string // what the line is about
	Object   int64  // id of the record it would change, 0 for a new one
	Was      []byte // JSON of that record as it was compared
	Will     []byte // JSON of the record as it would be
	Other    []byte // JSON of what else it may be, of a line that is asked
	Says     []byte // JSON: reasons, changes and questions
	Cells    []byte // JSON: the cells as sent
}
