package store

import (
	"time"

	"luling/store/programme"
)

// A Mention chooses the applications still being filled in that are due to be
// mentioned to their contact.
type Mention struct {
	RoundID programme.RoundID
	Begun   time.Time // begun before it
	Touched time.Time // neither moved nor written in since
	About   string    // nothing was promised whose key is the application's name and begins so
	Renewed bool      // what was promised before the application was touched last does not count
	Limit   int
}

const dueToMention = `SELECT a.* FROM applications a
	LEFT JOIN drafts d ON d.form = 'apply' AND d.subject = CAST(a.id AS TEXT) AND d.closed_at IS NULL
	WHERE a.round_id = ? AND a.state = 'draft' AND a.created_at < ? AND a.updated_at < ?
		AND (d.id IS NULL OR d.updated_at < ?)
		AND EXISTS (SELECT 1 FROM grants g WHERE g.unit_id = a.unit_id AND g.role = 'contact' AND g.state = 'active')
		AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.key >= 'application/' || a.id || '/' || ?
			AND n.key < 'application/' || a.id || '/' || ? || '~'
			AND (NOT ? OR n.created_at >= a.updated_at AND (d.id IS NULL OR n.created_at >= d.updated_at)))
	ORDER BY a.id LIMIT ?`

// DraftsToMention lists them, the oldest first. Those of units that have no
// contact are not among them: there is nobody to tell.
//
// Source: C9.
func (tx *Tx) DraftsToMention(m Mention) ([]programme.Application, error) {
	rows, err := many[programme.Application](tx.gorm.Raw(dueToMention,
		m.RoundID, m.Begun, m.Touched, m.Touched, m.About, m.About, m.Renewed, m.Limit))
	return rows, named(err, "drafts of round %d to mention", m.RoundID)
}
