package store

import (
	"time"

	"gorm.io/gorm"

	"luling/store/programme"
)

// A NoticeClass says how urgent a notice is and whether it is said again when
// nobody can know whether it arrived.
type NoticeClass string

// The classes, most urgent first; claims sort them by name.
const (
	ClassReply  NoticeClass = "reply"  // asked for just now; not repeated, the person sees it missing
	ClassNotice NoticeClass = "notice" // a duty; repeated once, marked 补发
	ClassBulk   NoticeClass = "bulk"   // an announcement to many; repeated once, marked 补发
)

// A NoticeState is where a Notice stands (6.6).
type NoticeState string

// The states of a notice.
const (
	NoticePending      NoticeState = "pending"
	NoticeClaimed      NoticeState = "claimed" // being sent, until its lease runs out
	NoticeSent         NoticeState = "sent"
	NoticeAcknowledged NoticeState = "acknowledged"
	NoticeUncertain    NoticeState = "uncertain" // perhaps sent, not tried again
	NoticeFailed       NoticeState = "failed"    // refused for good
	NoticePhone        NoticeState = "phone"     // on the office's list of calls to make
)

// A Notice is a promise to tell somebody something. Its key says what it is
// about, such as "study/2026/unit-12/step-4", and is promised once.
type Notice struct {
	ID         int64
	Key        string
	PersonID   programme.PersonID // 0 for a group
	Chat       int64              // of the messenger; 0 only together with NoticePhone
	Text       string             // name of the text
	Data       []byte             // JSON the text mentions
	Buttons    []byte             // JSON
	Document   []byte             // JSON of a document to be made and sent along; nil: none
	Class      NoticeClass        // empty: ClassNotice
	Protect    bool               // must not be forwarded or saved
	Ordinal    int                // place within a series, from 1; 0 if it stands alone
	State      NoticeState        // empty: NoticePending
	Tries      int                // claims so far
	Unknown    int                // tries nobody knows the outcome of, at most 2
	DueAt      *time.Time         // nil: at once
	LeaseUntil *time.Time
	SentAt     *time.Time
	AckAt      *time.Time
	MessageID  int    // of the messenger
	Error      string // why it failed or waits; without personal data
	CreatedAt  time.Time
}

// Again reports whether an earlier try may have arrived: the text is marked 补发.
func (n Notice) Again() bool { return n.Unknown > 0 }

// Post promises a notice. A key that was promised before makes it a no-op,
// whatever became of the first one; posted says which.
func (tx *Tx) Post(n Notice) (posted bool, err error) {
	if n.Class == "" {
		n.Class = ClassNotice
	}
	if n.State == "" {
		n.State = NoticePending
	}
	if n.DueAt == nil {
		n.DueAt = &tx.now
	}
	rows, err := tx.exec(`INSERT INTO notices
		(key, person_id, chat, text, data, buttons, document, class, protect, ordinal, state, due_at, created_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
		n.Key, n.PersonID, n.Chat, n.Text, n.Data, n.Buttons, n.Document, n.Class, n.Protect, n.Ordinal,
		n.State, n.DueAt, tx.now)
	return rows > 0, named(err, "post %s", n.Key)
}

// A NoticeFilter chooses notices; zero fields do not matter.
type NoticeFilter struct {
	PersonID programme.PersonID
	Chat     int64
	States   []NoticeState
	About    string // beginning of the key, such as "study/2026/"
	Limit    int    // 0: no limit
}

// Notice returns one notice, or ErrNotFound.
func (tx *Tx) Notice(id int64) (Notice, error) {
	n, err := one[Notice](tx, "id = ?", id)
	return n, named(err, "notice %d", id)
}

// Notices lists notices in the order they were promised.
func (tx *Tx) Notices(f NoticeFilter) ([]Notice, error) {
	rows, err := many[Notice](f.apply(tx.gorm.Order("id")))
	return rows, named(err, "list notices")
}

func (f NoticeFilter) apply(q *gorm.DB) *gorm.DB {
	if f.PersonID != 0 {
		q = q.Where("person_id = ?", f.PersonID)
	}
	if f.Chat != 0 {
		q = q.Where("chat = ?", f.Chat)
	}
	if len(f.States) > 0 {
		q = q.Where("state IN ?", f.States)
	}
	if f.About != "" {
		q = q.Where(`key LIKE ? ESCAPE '\'`, prefix(f.About))
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	return q
}
