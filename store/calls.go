package store

import "luling/store/programme"

// A Call is one person whom the office is to tell something by telephone.
type Call struct {
	PersonID programme.PersonID
	Count    int // of notices
}

// Calls lists the people of the office's phone list, who waits longest first;
// limit 0 means all.
//
// Source: L2.
func (tx *Tx) Calls(limit, offset int) ([]Call, error) {
	q := tx.gorm.Model(&Notice{}).Select("person_id, COUNT(*) AS count").
		Where("state = 'phone' AND person_id <> 0").Group("person_id").Order("MIN(id)")
	var calls []Call
	err := page(q, limit, offset).Scan(&calls).Error
	return calls, named(err, "list calls")
}

// CountCalls counts the people of the office's phone list.
func (tx *Tx) CountCalls() (n int, err error) {
	err = tx.scalar(&n, "SELECT COUNT(DISTINCT person_id) FROM notices WHERE state = 'phone' AND person_id <> 0")
	return n, named(err, "count calls")
}
