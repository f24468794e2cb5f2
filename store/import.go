package store

import (
	"luling/store/programme"
)

// Import returns one import, or ErrNotFound.
func (tx *Tx) Import(id programme.ImportID) (programme.Import, error) {
	i, err := one[programme.Import](tx, "id = ?", id)
	return i, named(err, "import %d", id)
}

// ImportsOf lists what a person has sent, newest first.
func (tx *Tx) ImportsOf(person programme.PersonID, limit int) ([]programme.Import, error) {
	rows, err := many[programme.Import](tx.gorm.Where("person_id = ?", person).Order("id DESC").Limit(limit))
	return rows, named(err, "imports of person %d", person)
}

// AddImport stores a new import and gives it its id. PersonID and GrantID are
// the actor's; CreatedAt is Now.
func (tx *Tx) AddImport(i *programme.Import) error {
	i.PersonID, i.GrantID, i.Version, i.CreatedAt, i.UpdatedAt = tx.actor.ID, tx.grant.ID, 1, tx.now, tx.now
	return named(tx.gorm.Create(i).Error, "add import")
}

// PutImport stores an import again and raises its version. ErrConflict: it
// changed since it was read.
func (tx *Tx) PutImport(i *programme.Import) error {
	i.UpdatedAt = tx.now
	return named(tx.put(i, &i.Version, "person_id", "grant_id", "created_at"), "put import %d", i.ID)
}

// AddImportLine stores one line of an import's plan. ErrExists: that line is
// there already.
func (tx *Tx) AddImportLine(l programme.ImportLine) error {
	_, err := tx.exec(`INSERT INTO import_lines (import_id, no, verdict, outcome, name, object, was, will, other, says, cells)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		l.ImportID, l.No, l.Verdict, l.Outcome, l.Name, l.Object, l.Was, l.Will, l.Other, l.Says, l.Cells)
	return named(err, "add line %d of import %d", l.No, l.ImportID)
}

// PutImportLine stores what was decided about a line, if its outcome is open
// still. ErrConflict: it was saved, or is not there.
func (tx *Tx) PutImportLine(l programme.ImportLine) error {
	n, err := tx.exec(`UPDATE import_lines SET verdict = ?, outcome = ?, object = ?, was = ?, will = ?, says = ?
		WHERE import_id = ? AND no = ? AND outcome = ''`,
		l.Verdict, l.Outcome, l.Object, l.Was, l.Will, l.Says, l.ImportID, l.No)
	return named(touched(n, err, ErrConflict), "put line %d of import %d", l.No, l.ImportID)
}

// DropImportLines forgets up to n lines of a plan, so that it can be made anew,
// and says how many it forgot. Lines that were saved stay.
func (tx *Tx) DropImportLines(id programme.ImportID, n int) (dropped int64, err error) {
	dropped, err = tx.exec(`DELETE FROM import_lines WHERE import_id = ? AND outcome = '' AND no IN
		(SELECT no FROM import_lines WHERE import_id = ? AND outcome = '' LIMIT ?)`, id, id, n)
	return dropped, named(err, "drop lines of import %d", id)
}

// An ImportLineFilter chooses lines; zero fields do not matter.
type ImportLineFilter struct {
	Verdicts []programme.Verdict
	Outcome  *programme.LineOutcome
	After    int // only lines with a greater number
	Limit    int // 0: no limit
}

// ImportLines lists lines of an import in the order of its file.
func (tx *Tx) ImportLines(id programme.ImportID, f ImportLineFilter) ([]programme.ImportLine, error) {
	q := tx.gorm.Where("import_id = ? AND no > ?", id, f.After).Order("no")
	if len(f.Verdicts) > 0 {
		q = q.Where("verdict IN ?", f.Verdicts)
	}
	if f.Outcome != nil {
		q = q.Where("outcome = ?", *f.Outcome)
	}
	rows, err := many[programme.ImportLine](page(q, f.Limit, 0))
	return rows, named(err, "lines of import %d", id)
}

// ImportCounts are numbers of lines by verdict and by outcome.
type ImportCounts struct {
	Verdict map[programme.Verdict]int
	Outcome map[programme.LineOutcome]int
}

// CountImport counts the lines of an import. Open outcomes are counted of lines
// that are to be saved alone.
func (tx *Tx) CountImport(id programme.ImportID) (ImportCounts, error) {
	var rows []struct {
		Verdict programme.Verdict
		Outcome programme.LineOutcome
		N       int
	}
	err := tx.gorm.Raw("SELECT verdict, outcome, COUNT(*) AS n FROM import_lines WHERE import_id = ? GROUP BY verdict, outcome", id).Scan(&rows).Error
	c := ImportCounts{map[programme.Verdict]int{}, map[programme.LineOutcome]int{}}
	for _, r := range rows {
		c.Verdict[r.Verdict] += r.N
		if r.Verdict == programme.VerdictNew || r.Verdict == programme.VerdictUpdate {
			c.Outcome[r.Outcome] += r.N
		}
	}
	return c, named(err, "count lines of import %d", id)
}

// InvitationsUnused lists the invitations nobody has used, expired ones too,
// oldest first: those who were to join and have not.
func (tx *Tx) InvitationsUnused() ([]programme.Invitation, error) {
	rows, err := many[programme.Invitation](tx.gorm.Where("used_at IS NULL").Order("id"))
	return rows, named(err, "list unused invitations")
}

// AmendInvitation changes what an unused invitation says of the person: post and
// phone. ErrConflict: it was used meanwhile.
func (tx *Tx) AmendInvitation(i programme.Invitation) error {
	n, err := tx.exec("UPDATE invitations SET post = ?, phone = ? WHERE id = ? AND used_at IS NULL", i.Post, i.Phone, i.ID)
	return named(touched(n, err, ErrConflict), "amend invitation %d", i.ID)
}

// Invited reports whether somebody of that name has an unused invitation to that
// role and place.
func (tx *Tx) Invited(i programme.Invitation) (bool, error) {
	var n int
	err := tx.scalar(&n, "SELECT COUNT(*) FROM invitations WHERE used_at IS NULL AND role = ? AND unit_id = ? AND body_id = ? AND name = ?",
		i.Role, i.UnitID, i.BodyID, i.Name)
	return n > 0, named(err, "look for an invitation")
}

// DecideImportLines gives all lines that are asked one verdict. A line with the
// code of another record stays asked when the others become new.
func (tx *Tx) DecideImportLines(id programme.ImportID, verdict programme.Verdict) error {
	_, err := tx.exec(`UPDATE import_lines SET verdict = ?, says = NULL WHERE import_id = ? AND verdict = 'asked' AND outcome = ''
		AND NOT (? = 'new' AND says LIKE '%imports.twin.code%')`, verdict, id, verdict)
	return named(err, "decide lines of import %d", id)
}
