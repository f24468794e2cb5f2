package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// A forger writes the file directly, with the guards of the schema taken away,
// as somebody with access to the machine could.
type forger struct {
	db   *sql.DB
	rng  *rand.Rand
	rows int64
}

// tampers change the journal at a place and say what they did. Each leaves the
// head as an honest program would have written it.
var tampers = map[string]func(*forger, int64) string{
	"change": func(f *forger, at int64) string {
		set := []string{
			"at = '2020-01-01 00:00:00+00:00'", "actor = actor + 1", "role = role || 'x'", "act = act || 'x'",
			"object = object || 'x'", "version = version + 1", "from_state = 'x'", "to_state = 'x'",
			"reason = reason || ' '", "clause = 'S1'", "data = x'7b7d'", "prev = hash", "hash = lower(hex(randomblob(32)))",
		}[f.rng.IntN(13)]
		f.run("UPDATE journal SET "+set+" WHERE seq = ?", at)
		return set
	},
	"delete": func(f *forger, at int64) string {
		f.run("DELETE FROM journal WHERE seq = ?", at)
		f.run("UPDATE journal SET seq = -seq WHERE seq > ?", at)
		f.run("UPDATE journal SET seq = -seq - 1 WHERE seq < 0")
		return "delete and close the gap"
	},
	"insert": func(f *forger, at int64) string {
		f.run("UPDATE journal SET seq = -seq WHERE seq >= ?", at)
		f.run("UPDATE journal SET seq = -seq + 1 WHERE seq < 0")
		f.run(`INSERT INTO journal (seq, at, actor, role, act, object, from_state, to_state, reason, clause, data, prev, hash)
			SELECT ?, at, actor, role, act, object || 'x', from_state, to_state, reason, clause, data, prev, hash || 'x'
			FROM journal WHERE seq = ?`, at, at+1)
		return "insert and move the rest"
	},
	"swap": func(f *forger, at int64) string {
		other := at%f.rows + 1
		f.run("UPDATE journal SET seq = -? WHERE seq = ?", other, at)
		f.run("UPDATE journal SET seq = -? WHERE seq = ?", at, other)
		f.run("UPDATE journal SET seq = -seq WHERE seq < 0")
		return "swap with its neighbour"
	},
	"truncate": func(f *forger, at int64) string {
		f.run("DELETE FROM journal WHERE seq >= ?", at)
		return "cut off the end"
	},
}

func (f *forger) run(statement string, args ...any) {
	if _, err := f.db.Exec(statement, args...); err != nil {
		panic(fmt.Errorf("%s: %w", statement, err))
	}
}

// honest rewrites the head after the last row.
func (f *forger) honest() {
	f.run(`UPDATE journal_head SET (seq, hash) =
		(SELECT COALESCE(MAX(seq), 0), COALESCE((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), '') FROM journal)`)
}

func TestTamperingIsFoundAtAnyPlace(t *testing.T) {
	t.Parallel()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 0))
	db := opened(t)
	const rows = 40
	writeJournal(t, db, rng, rows)
	v, err := db.Verify(t.Context())
	if err != nil || v.Rows != rows {
		t.Fatalf("verified %+v, %v", v, err)
	}
	names := []string{"change", "delete", "insert", "swap", "truncate"}
	for i := range 100 {
		name, at := names[i%len(names)], 1+rng.Int64N(rows)
		what, err := tampered(t, db, name, at, rng, v.Anchor())
		var broken *BrokenJournal
		if !errors.As(err, &broken) {
			t.Errorf("seed %d: %s of row %d (%s) was not found: %v", seed, name, at, what, err)
		}
	}
}

func writeJournal(t *testing.T, db *DB, rng *rand.Rand, rows int) {
	t.Helper()
	for left := rows; left > 0; {
		n := min(left, 1+rng.IntN(5))
		left -= n
		err := db.Update(t.Context(), noon.Add(time.Duration(left)*time.Minute), func(tx *Tx) error {
			var errs error
			for i := range n {
				e := Entry{Act: "say", Object: fmt.Sprintf("thing/%d", left*10+i), Reason: "<&>\n", Clause: "S5.2b", Data: []byte(`{"n":1}`)}
				errs = errors.Join(errs, tx.Journal(e))
			}
			return errs
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// tampered does one thing to a copy of the database and verifies the copy.
func tampered(t *testing.T, db *DB, name string, at int64, rng *rand.Rand, anchor Anchor) (string, error) {
	t.Helper()
	path := fmt.Sprintf("%s/%d.db", t.TempDir(), rng.Uint64())
	if err := backup(t.Context(), db.writer, path); err != nil {
		t.Fatal(err)
	}
	raw, err := writing().pool(path, 1)
	if err != nil {
		t.Fatal(err)
	}
	f := &forger{raw, rng, anchor.Seq}
	f.run("PRAGMA ignore_check_constraints = ON")
	f.run("DROP TRIGGER journal_stays")
	f.run("DROP TRIGGER journal_remains")
	what := tampers[name](f, at)
	f.honest()
	copied := &DB{readers: raw, gorm: db.gorm}
	_, err = copied.Verify(context.Background(), anchor)
	return what, errors.Join(err, raw.Close())
}

func TestTheJournalIsOnlyAddedTo(t *testing.T) {
	t.Parallel()
	db := opened(t)
	writeJournal(t, db, rand.New(rand.NewPCG(1, 2)), 3)
	for _, statement := range []string{
		"DELETE FROM journal WHERE seq = 2",
		"UPDATE journal SET reason = 'x' WHERE seq = 2",
		"UPDATE journal SET hash = '', seq = NULL WHERE seq = 2",
		"UPDATE journal SET seq = 9 WHERE seq = 2",
	} {
		if _, err := db.writer.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("%s: was let through", statement)
		}
	}
	err := db.Update(t.Context(), noon, func(tx *Tx) error {
		if err := tx.Journal(Entry{Act: "say", Object: "thing/1"}); err != nil {
			return err
		}
		if _, err := tx.exec("UPDATE journal SET reason = 'x', hash = 'y', seq = 9 WHERE seq IS NULL"); err == nil {
			t.Error("a row was changed while it was numbered")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
