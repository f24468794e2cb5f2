package store

import (
	"time"

	"gorm.io/gorm"

	"luling/store/failpoint"
	"luling/store/programme"
)

// A Screen is what one chat should show, and what it shows. The sender makes
// the second equal the first.
type Screen struct {
	Chat         int64 `gorm:"primaryKey;autoIncrement:false"`
	PersonID     programme.PersonID
	Conversation string // id in the buttons; a rebuilt conversation keeps it
	Form         string
	Subject      string
	Asks         string // name of the question it shows
	View         string
	Wanted       int64 // revision that should be shown, from 1
	Shown        int64 // revision that is shown, 0: none
	MessageID    int   // of the messenger, 0: none
	ShownHash    string
	Content      []byte // JSON of the wanted reply
	Language     string
	Anew         bool  `gorm:"-"` // what is wanted must be a new message, not an edit
	AnewFrom     int64 // last revision that had to be new; set by PutScreen
	UpdatedAt    time.Time
	Keyboard     bool // the chat has a keyboard of ours; set by MarkKeyboard
}

// AfterFind tells whether a new message is still owed.
func (s *Screen) AfterFind(*gorm.DB) error {
	s.Anew = s.AnewFrom > s.Shown
	return nil
}

// Screen returns the screen of a chat, or ErrNotFound.
func (tx *Tx) Screen(chat int64) (Screen, error) {
	s, err := one[Screen](tx, "chat = ?", chat)
	return s, named(err, "screen of chat %d", chat)
}

const upsertScreen = `INSERT INTO screens
	(chat, person_id, conversation, form, subject, asks, view, wanted, content, language, anew_from, updated_at)
	VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
	ON CONFLICT (chat) DO UPDATE SET person_id = excluded.person_id, conversation = excluded.conversation,
		form = excluded.form, subject = excluded.subject, asks = excluded.asks, view = excluded.view,
		wanted = screens.wanted + 1, content = excluded.content, language = excluded.language,
		anew_from = CASE WHEN excluded.anew_from = 1 THEN screens.wanted + 1 ELSE screens.anew_from END,
		updated_at = excluded.updated_at
	RETURNING wanted, shown, message_id, shown_hash, anew_from, keyboard`

// PutScreen stores what a chat should show from now on, under the next
// revision, and fills in the revision and what is shown. Several in one batch
// are one screen: only the last is ever sent.
func (tx *Tx) PutScreen(s *Screen) error {
	anew := 0
	if s.Anew {
		anew = 1
	}
	shown := []any{&s.Wanted, &s.Shown, &s.MessageID, &s.ShownHash, &s.AnewFrom, &s.Keyboard}
	err := tx.scan(shown, upsertScreen, s.Chat, s.PersonID, s.Conversation, s.Form, s.Subject, s.Asks, s.View,
		s.Content, s.Language, anew, tx.now)
	s.UpdatedAt = tx.now
	s.Anew = s.AnewFrom > s.Shown
	return named(err, "put screen of chat %d", s.Chat)
}

// A Mark tells what a chat was shown.
type Mark struct {
	Chat      int64
	Revision  int64
	MessageID int
	Hash      string // of what is shown
}

// MarkShown remembers what was shown. It only raises the shown revision, never
// above the wanted one; the message id and hash are always taken, for that is
// the message people see. A chat without a screen is no error.
func (tx *Tx) MarkShown(m Mark) error {
	if err := failpoint.Hit("store.screens.shown.before"); err != nil {
		return err
	}
	_, err := tx.exec(`UPDATE screens SET message_id = ?, shown_hash = ?,
		shown = CASE WHEN ? <= shown THEN shown WHEN ? > wanted THEN wanted ELSE ? END WHERE chat = ?`,
		m.MessageID, m.Hash, m.Revision, m.Revision, m.Revision, m.Chat)
	_ = failpoint.Hit("store.screens.shown.after")
	return named(err, "mark screen of chat %d", m.Chat)
}

// MarkKeyboard remembers whether a chat has a keyboard of ours. A chat without a
// screen is no error.
func (tx *Tx) MarkKeyboard(chat int64, has bool) error {
	_, err := tx.exec("UPDATE screens SET keyboard = ? WHERE chat = ?", has, chat)
	return named(err, "mark keyboard of chat %d", chat)
}

// ScreensUnshown lists the screens whose wanted revision is not shown yet, the
// longest waiting first.
func (tx *Tx) ScreensUnshown(limit int) ([]Screen, error) {
	rows, err := many[Screen](tx.gorm.Where("shown < wanted").Order("updated_at, chat").Limit(limit))
	return rows, named(err, "list unshown screens")
}
