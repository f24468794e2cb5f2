package store

import (
	"cmp"
	"slices"
	"time"

	"luling/store/failpoint"
	"luling/store/programme"
)

// blocked is true of a pending notice n while an older one of its chat is being
// sent, waits for its next try, or is due too: a chat reads in order. A notice
// that lies ahead and was never tried holds nobody up.
const blocked = `EXISTS (SELECT 1 FROM notices o WHERE o.chat = n.chat AND o.id <> n.id
	AND o.state IN ('pending', 'claimed')
	AND (o.state = 'claimed' OR o.id < n.id AND (o.tries > 0 OR o.due_at <= ?)))`

// ClaimNotices takes up to n notices to be sent within the lease: replies
// first, then by due time, of each chat only the oldest. Those whose earlier
// lease ran out are settled first: whether they arrived is unknown, so they are
// promised once more or become uncertain, by class.
func (tx *Tx) ClaimNotices(n int, lease time.Duration) ([]Notice, error) {
	if err := failpoint.Hit("store.notices.claim.before"); err != nil {
		return nil, err
	}
	if err := tx.settle("state = 'claimed' AND lease_until <= ?", tx.now); err != nil {
		return nil, named(err, "settle lost leases")
	}
	rows, err := many[Notice](tx.gorm.Raw(`UPDATE notices SET state = 'claimed', lease_until = ?, tries = tries + 1
		WHERE id IN (SELECT n.id FROM notices n WHERE n.state = 'pending' AND n.due_at <= ?
			AND NOT `+blocked+` ORDER BY n.class DESC, n.due_at, n.id LIMIT ?) RETURNING *`,
		tx.now.Add(lease), tx.now, tx.now, n))
	slices.SortFunc(rows, func(a, b Notice) int {
		return cmp.Or(cmp.Compare(b.Class, a.Class), a.DueAt.Compare(*b.DueAt), cmp.Compare(a.ID, b.ID))
	})
	_ = failpoint.Hit("store.notices.claim.after")
	return rows, named(err, "claim notices")
}

// settle counts one more try of unknown outcome: at most one repeat, and none
// of a reply.
func (tx *Tx) settle(where string, args ...any) error {
	_, err := tx.exec(`UPDATE notices SET unknown = unknown + 1, lease_until = NULL,
		state = CASE WHEN unknown = 0 AND class <> 'reply' THEN 'pending' ELSE 'uncertain' END WHERE `+where, args...)
	return err
}

// NoticeSent records that a notice arrived as message id. It holds even if the
// lease had run out meanwhile; a second call changes nothing.
func (tx *Tx) NoticeSent(id int64, message int) error {
	if err := failpoint.Hit("store.notices.sent.before"); err != nil {
		return err
	}
	_, err := tx.exec(`UPDATE notices SET state = 'sent', message_id = ?, sent_at = ?, lease_until = NULL, error = ''
		WHERE id = ? AND state IN ('pending', 'claimed', 'uncertain')`, message, tx.now, id)
	_ = failpoint.Hit("store.notices.sent.after")
	return named(err, "mark notice %d sent", id)
}

// NoticeUnknown records that nobody can know whether a claimed notice arrived.
// It is promised once more, or becomes uncertain. ErrConflict: it is not claimed.
func (tx *Tx) NoticeUnknown(id int64, reason string) error {
	n, err := tx.exec("UPDATE notices SET error = ? WHERE id = ? AND state = 'claimed'", reason, id)
	if err = touched(n, err, ErrConflict); err == nil {
		err = tx.settle("id = ?", id)
	}
	return named(err, "mark notice %d unknown", id)
}

// NoticeRetry gives a claimed notice back that certainly was not sent, to be
// tried again at an instant. ErrConflict: it is not claimed.
func (tx *Tx) NoticeRetry(id int64, at time.Time, reason string) error {
	n, err := tx.exec(`UPDATE notices SET state = 'pending', lease_until = NULL, due_at = ?, error = ?
		WHERE id = ? AND state = 'claimed'`, at, reason, id)
	_ = failpoint.Hit("store.notices.retry.after")
	return named(touched(n, err, ErrConflict), "retry notice %d", id)
}

// NoticeFailed records that the messenger refused a claimed notice for good.
// ErrConflict: it is not claimed.
func (tx *Tx) NoticeFailed(id int64, reason string) error {
	n, err := tx.exec(`UPDATE notices SET state = 'failed', lease_until = NULL, error = ?
		WHERE id = ? AND state = 'claimed'`, reason, id)
	return named(touched(n, err, ErrConflict), "fail notice %d", id)
}

// NoticeUnreachable records that the messenger does not deliver to a person:
// the person is marked, and what was promised goes to the office's phone list.
func (tx *Tx) NoticeUnreachable(person programme.PersonID) error {
	_, err := tx.exec("UPDATE people SET unreachable_at = ? WHERE id = ? AND unreachable_at IS NULL", tx.now, person)
	if err == nil {
		_, err = tx.exec(`UPDATE notices SET state = 'phone', lease_until = NULL
			WHERE person_id = ? AND state IN ('pending', 'claimed')`, person)
	}
	return named(err, "mark person %d unreachable", person)
}

// Reached records that a person can be written to again: what went to the
// office's phone list and nobody has told yet is due now. A second call changes
// nothing.
func (tx *Tx) Reached(person programme.PersonID) error {
	_, err := tx.exec("UPDATE people SET unreachable_at = NULL WHERE id = ?", person)
	if err == nil {
		_, err = tx.exec("UPDATE notices SET state = 'pending', due_at = ? WHERE person_id = ? AND state = 'phone'", tx.now, person)
	}
	return named(err, "mark person %d reachable", person)
}

// AckNotice records that the person confirmed a notice, or that the office told
// it by phone. A second call keeps the first instant. ErrConflict: it was not
// sent yet.
func (tx *Tx) AckNotice(id int64) error {
	n, err := tx.exec(`UPDATE notices SET state = 'acknowledged', ack_at = COALESCE(ack_at, ?)
		WHERE id = ? AND state IN ('sent', 'uncertain', 'failed', 'phone', 'acknowledged')`, tx.now, id)
	return named(touched(n, err, ErrConflict), "acknowledge notice %d", id)
}

// NextNotice is when the next notice can be claimed or a lease runs out; it may
// lie in the past. The zero Time: nothing waits.
func (tx *Tx) NextNotice() (at time.Time, err error) {
	err = tx.scalar(&at, `SELECT n.due_at FROM notices n WHERE n.state = 'pending'
		AND NOT EXISTS (SELECT 1 FROM notices o WHERE o.chat = n.chat AND o.id <> n.id AND o.state IN ('pending', 'claimed')
			AND (o.state = 'claimed' OR o.id < n.id AND o.tries > 0)) ORDER BY n.due_at LIMIT 1`)
	if err != nil {
		return at, named(err, "next notice")
	}
	var lease time.Time
	err = tx.scalar(&lease, "SELECT lease_until FROM notices WHERE state = 'claimed' ORDER BY lease_until LIMIT 1")
	return earlier(at, lease), named(err, "next lease of a notice")
}

// NextDue is when the next notice or job wants attention; it may lie in the
// past. The zero Time: nothing waits.
func (tx *Tx) NextDue() (time.Time, error) {
	notice, err := tx.NextNotice()
	if err != nil {
		return time.Time{}, err
	}
	job, err := tx.NextJob()
	return earlier(notice, job), err
}

// earlier is the earlier of two instants, of which the zero one is none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
