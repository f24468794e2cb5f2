package store

import "gorm.io/gorm"

// Conditions are always text with placeholders: a struct as a condition skips
// its zero fields and would match every row.

// one reads the only row that fits, or ErrNotFound.
func one[T any](tx *Tx, where string, args ...any) (row T, err error) {
	err = tx.gorm.Where(where, args...).Take(&row).Error
	return row, err
}

// many reads the rows of a query.
func many[T any](q *gorm.DB) (rows []T, err error) {
	err = q.Find(&rows).Error
	return rows, err
}

// put stores every column of row but the omitted ones, if its version is still
// the one that was read; the version grows by one.
func (tx *Tx) put(row any, version *int64, omit ...string) error {
	was := *version
	*version = was + 1
	done := tx.gorm.Model(row).Where("version = ?", was).Select("*").Omit(omit...).Updates(row)
	err := done.Error
	if err == nil && done.RowsAffected == 0 {
		err = ErrConflict
	}
	if err != nil {
		*version = was
	}
	return err
}

// touched makes a statement that met no row the error given.
func touched(n int64, err, none error) error {
	if err == nil && n == 0 {
		return none
	}
	return err
}
