package store

// EndLeases ends the lease of every claimed notice and job at once: what the
// last process was sending when it died is settled, what it was fetching is
// fetched again. Only for a database that no other process works on.
func (tx *Tx) EndLeases() error {
	for _, table := range []string{"notices", "jobs"} {
		if _, err := tx.exec("UPDATE "+table+" SET lease_until = ? WHERE state = 'claimed'", tx.now); err != nil {
			return named(err, "end leases of %s", table)
		}
	}
	return nil
}
