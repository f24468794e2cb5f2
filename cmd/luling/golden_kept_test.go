package main

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// What a release kept, and no later one may lose: for each table what names a
// row, and what must stay as it was. Answers may change by being given anew,
// which the test says of those it gives.
var goldenRows = []struct{ table, key, stays string }{
	{"answers", "draft_id || ' ' || name", "coalesce(CAST(value AS TEXT), '') || ' ' || skipped || ' ' || done || ' ' || by || ' ' || coalesce(CAST(rival AS TEXT), '')"},
	{"files", "id", "draft_id || ' ' || field || ' ' || name || ' ' || size || ' ' || sha256 || ' ' || uploaded_by"},
	{"snapshots", "id", "application_id || ' ' || no || ' ' || hash || ' ' || CAST(content AS TEXT)"},
	{"study_sessions", "id", "unit_id || ' ' || held_on || ' ' || place || ' ' || chair || ' ' || attendees || ' ' || decisions || ' ' || minutes_id"},
	{"journal", "id", "at || ' ' || actor || ' ' || act || ' ' || object || ' ' || version || ' ' || reason || ' ' || hash"},
	{"applications", "id", "round_id || ' ' || unit_id || ' ' || body_id || ' ' || serial"},
	{"drafts", "id", "form || ' ' || subject || ' ' || created_by"},
	{"people", "id", "coalesce(telegram_id, '') || ' ' || name"},
	{"grants", "id", "person_id || ' ' || role"},
}

// remembered is all of that, by table and name.
func remembered(t *testing.T, path string) map[string]string {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	must(t, err)
	defer db.Close()
	all := map[string]string{}
	for _, r := range goldenRows {
		for _, row := range queried(t, db, fmt.Sprintf("SELECT %s, %s FROM %s", r.key, r.stays, r.table)) {
			all[r.table+" "+row[0]] = row[1]
		}
	}
	return all
}

// keeps fails unless everything the release kept is there still, save the
// answers given anew meanwhile.
func (v *woken) keeps() {
	v.t.Helper()
	now := remembered(v.t, v.database)
	for _, row := range slices.Sorted(maps.Keys(v.before)) {
		table, name, _ := strings.Cut(row, " ")
		_, question, _ := strings.Cut(name, " ")
		is, there := now[row]
		switch again := table == "answers" && v.given[question]; {
		case !there:
			v.t.Errorf("%s is lost; it was %s", row, v.before[row])
		case is != v.before[row] && !again:
			v.t.Errorf("%s was\n%s\nand is\n%s", row, v.before[row], is)
		}
	}
}
