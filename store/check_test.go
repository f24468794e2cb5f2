package store

import (
	"errors"
	"strings"
	"testing"

	"luling/store/programme"
)

// What Check looks for is made here by going round the store, and it is found.
func TestCheckFindsWhatMustNeverBe(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ invariant, says, harm string }{
		{"I-01", "newer than its draft", "INSERT INTO answers (draft_id, name, version, at) VALUES (1, 'x', 99, '2026')"},
		{"I-01", "nobody wanted", "INSERT INTO screens (chat, wanted, shown, updated_at) VALUES (1, 1, 2, '2026')"},
		{"I-02", "not seen", "INSERT INTO seen VALUES (1, '2025'); INSERT INTO dead_letters (update_id, error, tries, at) VALUES (2, 'x', 3, '2026')"},
		{"I-03", "one version twice", "DROP INDEX journal_once; INSERT INTO journal (at, act, object, version) VALUES ('2026', 'a', 'b/1', 1), ('2026', 'a', 'b/1', 1)"},
		{"I-11", "for nobody", "INSERT INTO notices (key, text, class, state, due_at, created_at) VALUES ('k', 't', 'bulk', 'phone', '2026', '2026')"},
		{"I-11", "not there", "INSERT INTO notices (key, chat, person_id, text, class, state, due_at, created_at) VALUES ('k', 1, 99, 't', 'bulk', 'phone', '2026', '2026')"},
		{"I-12", "more than twice", "INSERT INTO notices (key, chat, text, class, state, unknown, due_at, created_at) VALUES ('k', 1, 't', 'bulk', 'pending', 2, '2026', '2026')"},
		{"I-12", "without a message", "INSERT INTO notices (key, chat, text, class, state, due_at, created_at) VALUES ('k', 1, 't', 'bulk', 'sent', '2026', '2026')"},
		{"I-13", "was changed", "DROP TRIGGER journal_stays; UPDATE journal SET reason = 'x' WHERE seq = 1"},
		{"I-13", "have no number", "INSERT INTO journal (at, act, object) VALUES ('2026', 'a', 'b/1')"},
		{"I-14", "round/1 does not stand", "UPDATE rounds SET phase = 'archived'"},
		{"I-14", "without its row", "INSERT INTO journal (at, act, object, version, from_state, to_state) VALUES ('2026', 'a', 'round/1', 7, 'voting', 'draft')"},
		{"I-18", "without content", "INSERT INTO files (draft_id, field, state, created_at) VALUES (1, 'x', 'stored', '2026')"},
		{"I-18", "of the minutes", "INSERT INTO units (name, plain, type, area_id, created_at) VALUES ('u', 'u', 't', 1, '2026'); INSERT INTO study_sessions (unit_id, held_on, state, minutes_id, created_at) VALUES (1, '2026-01-01', 'void', 99, '2026')"},
		{"I-22", "by its holder", "INSERT INTO people (name, created_at) VALUES ('x', '2026'); INSERT INTO grants (person_id, role, state, granted_by, created_at) VALUES (1, 'office', 'active', 1, '2026')"},
		{"I-22", "by nobody", "INSERT INTO people (name, created_at) VALUES ('x', '2026'); INSERT INTO grants (person_id, role, state, granted_by, created_at) VALUES (1, 'office', 'active', 9, '2026')"},
		{"references", "wears a hat", "INSERT INTO people (name, hat, created_at) VALUES ('x', 4, '2026')"},
		{"references", "unit or body", "INSERT INTO people (name, created_at) VALUES ('x', '2026'); INSERT INTO grants (person_id, role, unit_id, state, created_at) VALUES (1, 'head', 9, 'active', '2026')"},
		{"references", "an authority", "INSERT INTO units (name, plain, type, area_id, authority_id, created_at) VALUES ('u', 'u', 't', 1, 999, '2026')"},
		{"engine", "answers", "INSERT INTO answers (draft_id, name, version, at) VALUES (77, 'x', 1, '2026')"},
		{"live", "never submitted", "INSERT INTO units (name, plain, type, area_id, created_at) VALUES ('u', 'u', 't', 1, '2026'); INSERT INTO applications (round_id, unit_id, body_id, state, serial, number, created_at, updated_at) VALUES (1, 1, 1, 'draft', 1, 'n', '2026', '2026')"},
		{"live", "given twice in a year", "INSERT INTO rounds (year, title, phase, created_at) VALUES (2026, 'a', 'archived', '2026'), (2026, 'b', 'archived', '2026'); INSERT INTO units (name, plain, type, area_id, created_at) VALUES ('u', 'u', 't', 1, '2026'); INSERT INTO applications (round_id, unit_id, body_id, state, serial, created_at, updated_at) SELECT id, 1, 1, 'withdrawn', 77, '2026', '2026' FROM rounds WHERE phase = 'archived'"},
		{"live", "two live applications", "DROP INDEX one_live_application; INSERT INTO units (name, plain, type, area_id, created_at) VALUES ('u', 'u', 't', 1, '2026'); INSERT INTO applications (round_id, unit_id, body_id, state, serial, created_at, updated_at) VALUES (1, 1, 1, 'draft', 1, '2026', '2026'), (1, 1, 1, 'draft', 2, '2026', '2026')"},
	} {
		t.Run(row.invariant+" "+row.says, func(t *testing.T) {
			t.Parallel()
			db := peopled(t)
			for _, pragma := range []string{"foreign_keys = OFF", "ignore_check_constraints = ON"} {
				db.pragma(t, pragma)
			}
			if _, err := db.writer.Exec(row.harm); err != nil {
				t.Fatal(err)
			}
			found, err := db.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range found {
				if v.Invariant == row.invariant && strings.Contains(v.What, row.says) {
					return
				}
			}
			t.Errorf("not found; it says %v", found)
		})
	}
}

// peopled has a body, a draft and a round, and is not checked when the test ends.
func peopled(t *testing.T) *DB {
	t.Helper()
	db, err := Open(t.Context(), Config{Path: t.TempDir() + "/luling.db"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	err = db.Update(t.Context(), noon, func(tx *Tx) error {
		tx.As(programme.Person{}, programme.Grant{Role: programme.RoleOffice})
		_, _, err := tx.OpenDraft("apply", "unit/1")
		return errors.Join(err, tx.PutBody(&programme.Body{Code: "b", Name: "b", Type: programme.BodyZone}),
			tx.AddRound(&programme.Round{Year: 2026}))
	})
	if err != nil {
		t.Fatal(err)
	}
	if found, err := db.Check(t.Context()); err != nil || len(found) > 0 {
		t.Fatalf("before the harm: %v, %v", found, err)
	}
	return db
}
