package store

import (
	"unicode/utf8"

	"luling/store/programme"
)

// CountUnits counts units, Limit and Offset aside.
func (tx *Tx) CountUnits(f UnitFilter) (int, error) {
	f.Limit, f.Offset = 0, 0
	var n int64
	err := f.apply(tx.gorm.Model(&programme.Unit{})).Count(&n).Error
	return int(n), named(err, "count units")
}

// UnitsAlike lists the units that may be the one with this name and credit code:
// those with the same code, and those whose plain name differs in at most two
// letters. Either may be empty.
//
// Source: A5.
func (tx *Tx) UnitsAlike(name, code string) ([]programme.Unit, error) {
	plain := programme.PlainName(name)
	n := utf8.RuneCountInString(plain)
	rows, err := many[programme.Unit](tx.gorm.Where(
		"credit_code <> '' AND credit_code = ? OR ? > 0 AND length(plain) BETWEEN ? AND ?", code, n, n-2, n+2).Order("name, id"))
	alike := rows[:0]
	for _, u := range rows {
		if code != "" && u.CreditCode == code || n > 0 && programme.Near(u.Plain, plain) {
			alike = append(alike, u)
		}
	}
	return alike, named(err, "units alike")
}
