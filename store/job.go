package store

import (
	"time"

	"luling/store/failpoint"
)

// A JobState is where a Job stands.
type JobState string

// The states of a job.
const (
	JobStatePending JobState = "pending"
	JobStateClaimed JobState = "claimed"
	JobStateDone    JobState = "done"
	JobStateFailed  JobState = "failed"
)

// A Job is slow work that never runs inside a turn. It may run more than once:
// a lease that runs out gives it to the next one.
type Job struct {
	ID         int64
	Name       string // which work
	Key        string // what it is about; asked for once
	Data       []byte // JSON
	State      JobState
	Tries      int
	DueAt      time.Time // zero: at once
	LeaseUntil *time.Time
	Error      string // of the last try, without personal data
	CreatedAt  time.Time
}

// AddJob asks for work. A key that was asked for before makes it a no-op; added
// says which.
func (tx *Tx) AddJob(j Job) (added bool, err error) {
	if j.DueAt.IsZero() {
		j.DueAt = tx.now
	}
	rows, err := tx.exec(`INSERT INTO jobs (name, key, data, state, due_at, created_at)
		VALUES (?, ?, ?, 'pending', ?, ?) ON CONFLICT (key) DO NOTHING`, j.Name, j.Key, j.Data, j.DueAt, tx.now)
	return rows > 0, named(err, "add job %s", j.Key)
}

// ClaimJobs takes up to n due jobs, and those whose lease ran out, for the time
// of a lease; oldest due first.
func (tx *Tx) ClaimJobs(n int, lease time.Duration) ([]Job, error) {
	if err := failpoint.Hit("store.jobs.claim.before"); err != nil {
		return nil, err
	}
	_, err := tx.exec("UPDATE jobs SET state = 'pending', lease_until = NULL WHERE state = 'claimed' AND lease_until <= ?", tx.now)
	if err != nil {
		return nil, named(err, "take back lost jobs")
	}
	rows, err := many[Job](tx.gorm.Raw(`UPDATE jobs SET state = 'claimed', lease_until = ?, tries = tries + 1
		WHERE id IN (SELECT id FROM jobs WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id LIMIT ?) RETURNING *`,
		tx.now.Add(lease), tx.now, n))
	_ = failpoint.Hit("store.jobs.claim.after")
	return rows, named(err, "claim jobs")
}

// Job returns one job, or ErrNotFound.
func (tx *Tx) Job(id int64) (Job, error) {
	j, err := one[Job](tx, "id = ?", id)
	return j, named(err, "job %d", id)
}

// Jobs lists the jobs in a state, oldest first.
func (tx *Tx) Jobs(state JobState, limit int) ([]Job, error) {
	rows, err := many[Job](tx.gorm.Where("state = ?", state).Order("id").Limit(limit))
	return rows, named(err, "list jobs")
}

// JobDone ends a job. It holds even if the lease had run out; a second call
// changes nothing.
func (tx *Tx) JobDone(id int64) error {
	if err := failpoint.Hit("store.jobs.done.before"); err != nil {
		return err
	}
	_, err := tx.exec("UPDATE jobs SET state = 'done', lease_until = NULL, error = '' WHERE id = ? AND state <> 'done'", id)
	_ = failpoint.Hit("store.jobs.done.after")
	return named(err, "end job %d", id)
}

// JobRetry gives a claimed job back, to be tried again at an instant.
// ErrConflict: it is not claimed.
func (tx *Tx) JobRetry(id int64, at time.Time, reason string) error {
	n, err := tx.exec("UPDATE jobs SET state = 'pending', lease_until = NULL, due_at = ?, error = ? WHERE id = ? AND state = 'claimed'",
		at, reason, id)
	return named(touched(n, err, ErrConflict), "retry job %d", id)
}

// JobFailed ends a claimed job without success. ErrConflict: it is not claimed.
func (tx *Tx) JobFailed(id int64, reason string) error {
	n, err := tx.exec("UPDATE jobs SET state = 'failed', lease_until = NULL, error = ? WHERE id = ? AND state = 'claimed'",
		reason, id)
	return named(touched(n, err, ErrConflict), "fail job %d", id)
}

// NextJob is when the next job is due or a lease runs out; it may lie in the
// past. The zero Time: nothing waits.
func (tx *Tx) NextJob() (at time.Time, err error) {
	err = tx.scalar(&at, "SELECT due_at FROM jobs WHERE state = 'pending' ORDER BY due_at LIMIT 1")
	if err != nil {
		return at, named(err, "next job")
	}
	var lease time.Time
	err = tx.scalar(&lease, "SELECT lease_until FROM jobs WHERE state = 'claimed' ORDER BY lease_until LIMIT 1")
	return earlier(at, lease), named(err, "next lease of a job")
}

// PruneJobs removes the jobs that ended and were made before the given instant.
func (tx *Tx) PruneJobs(before time.Time) (rows int64, err error) {
	rows, err = tx.exec("DELETE FROM jobs WHERE state IN ('done', 'failed') AND created_at < ?", before)
	return rows, named(err, "prune jobs")
}
