package store

import "luling/store/programme"

// File returns one file, or ErrNotFound.
func (tx *Tx) File(id programme.FileID) (programme.File, error) {
	f, err := one[programme.File](tx, "id = ?", id)
	return f, named(err, "file %d", id)
}

// FilesOf lists the files of a draft in the order they arrived, those taken out
// and refused included.
func (tx *Tx) FilesOf(draftID int64) ([]programme.File, error) {
	rows, err := many[programme.File](tx.gorm.Where("draft_id = ?", draftID).Order("id"))
	return rows, named(err, "files of draft %d", draftID)
}

// FilesPending lists the files that are not downloaded yet, oldest first.
func (tx *Tx) FilesPending() ([]programme.File, error) {
	rows, err := many[programme.File](tx.gorm.Where("state = 'pending'").Order("id"))
	return rows, named(err, "list pending files")
}

// FileByHash returns the stored file of a draft with a content, or ErrNotFound:
// the same paper sent twice is one piece of evidence.
func (tx *Tx) FileByHash(draftID int64, sha256 string) (f programme.File, err error) {
	err = tx.gorm.Where("draft_id = ? AND sha256 = ? AND state = 'stored'", draftID, sha256).Order("id").Take(&f).Error
	return f, named(err, "file of draft %d by content", draftID)
}

// FileByUnique returns the file of a draft the messenger knows by a unique id,
// stored or on its way, or ErrNotFound; one that was refused or taken out may be
// sent again.
func (tx *Tx) FileByUnique(draftID int64, unique string) (f programme.File, err error) {
	err = tx.gorm.Where("draft_id = ? AND unique_id = ? AND unique_id <> '' AND state IN ('pending', 'stored')", draftID, unique).
		Order("id").Take(&f).Error
	return f, named(err, "file of draft %d by unique id", draftID)
}

// AlbumField returns the question an album of a draft answers, or ErrNotFound
// for an album that was not begun.
func (tx *Tx) AlbumField(draftID int64, album string) (field string, err error) {
	err = tx.scalar(&field, "SELECT field FROM files WHERE draft_id = ? AND album = ? AND album <> '' ORDER BY id LIMIT 1",
		draftID, album)
	if err == nil && field == "" {
		err = ErrNotFound
	}
	return field, named(err, "album of draft %d", draftID)
}

// FileTotals are the number and bytes of the files of a draft that count
// towards its limits: stored ones and those on their way.
func (tx *Tx) FileTotals(draftID int64) (count int, bytes int64, err error) {
	err = tx.scan([]any{&count, &bytes}, `SELECT COUNT(*), COALESCE(SUM(size), 0) FROM files
		WHERE draft_id = ? AND state IN ('pending', 'stored')`, draftID)
	return count, bytes, named(err, "file totals of draft %d", draftID)
}

// HasContent reports whether any row still needs a stored content.
func (tx *Tx) HasContent(sha256 string) (bool, error) {
	var n int
	err := tx.scalar(&n, "SELECT COUNT(*) FROM files WHERE sha256 = ? AND state = 'stored'", sha256)
	return n > 0, named(err, "look for content")
}

// AddFile stores a file as it was announced and gives it its id. The state is
// pending unless it is set; UploadedBy is the actor.
func (tx *Tx) AddFile(f *programme.File) error {
	if f.State == "" {
		f.State = programme.FilePending
	}
	f.UploadedBy, f.CreatedAt = tx.actor.ID, tx.now
	return named(tx.gorm.Create(f).Error, "add file to draft %d", f.DraftID)
}

// PutFile stores what became of a file, if its state is still the one given:
// name, caption, size, type, hash, state and reason. ErrConflict: it is not.
func (tx *Tx) PutFile(f programme.File, from programme.FileState) error {
	done := tx.gorm.Model(&f).Where("state = ?", from).
		Select("name", "caption", "size", "type", "sha256", "state", "reason").Updates(&f)
	return named(touched(done.RowsAffected, done.Error, ErrConflict), "put file %d", f.ID)
}
