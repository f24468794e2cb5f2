package programme

import "time"

// A StudySessionState is where a StudySession stands (6.4).
type StudySessionState string

// The states of a study session.
const (
	StudyRegistered StudySessionState = "registered"
	StudyConfirmed  StudySessionState = "confirmed"
	StudyReturned   StudySessionState = "returned"
	StudyVoid       StudySessionState = "void"
)

// A StudySession is one meeting of a Unit's leadership on talent work.
// A Unit owes two in each calendar year.
//
// Source: S4.1a.
type StudySession struct {
	ID            int64
	UnitID        UnitID
	HeldOn        Date
	Place         string
	Chair         string
	ChairedByHead bool   // 一把手
	Attendees     int64  // persons present
	Separate      bool   // 人才工作为单独议题; false: 一般研究, not counted (J3)
	Decisions     string // at least 20 characters
	MinutesID     FileID // 会议纪要 or a photo
	State         StudySessionState
	RegisteredBy  PersonID
	Version       int64
	CreatedAt     time.Time
}
