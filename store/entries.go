package store

// EntriesOf lists what was done to several objects by the acts named, oldest
// first, the running transaction included.
func (tx *Tx) EntriesOf(objects []string, acts ...string) ([]Entry, error) {
	if len(objects) == 0 {
		return nil, nil
	}
	rows, err := many[Entry](tx.gorm.Where("object IN ? AND act IN ?", objects, acts).Order("id"))
	return rows, named(err, "journal of %d objects", len(objects))
}
