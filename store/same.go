package store

import "luling/store/programme"

// FileByUnique finds a file of the draft by the messenger's own name for its
// content, among those that are kept or still on their way; ErrNotFound otherwise.
func (tx *Tx) FileByUnique(draftID int64, unique string) (programme.File, error) {
	f, err := one[programme.File](tx, "draft_id = ? AND unique_id = ? AND state IN ('pending', 'stored')", draftID, unique)
	return f, named(err, "file of draft %d", draftID)
}
