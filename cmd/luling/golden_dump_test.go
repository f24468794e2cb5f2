//go:build golden

package main

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
)

// dumped is a database as SQL: its tables, their rows, and what else belongs to
// it (indexes and triggers, which come last, for some forbid to add rows).
func dumped(t *testing.T, path string) (tables, rows, rest string) {
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	must(t, err)
	defer db.Close()
	for _, x := range queried(t, db, `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid`) {
		switch kind, name, statement := x[0], x[1], x[2]; {
		case kind != "table":
			rest += statement + ";\n\n"
		case !strings.HasPrefix(name, "sqlite_"): // the engine makes its own
			tables += statement + ";\n\n"
			rows += rowsOf(t, db, name)
		}
	}
	rows += "DELETE FROM sqlite_sequence;\n" + rowsOf(t, db, "sqlite_sequence")
	return tables, rows, rest
}

// rowsOf writes the rows of a table, text that is stored as bytes readable too.
func rowsOf(t *testing.T, db *sql.DB, table string) (rows string) {
	var columns, values []string
	for _, x := range queried(t, db, fmt.Sprintf("SELECT name FROM pragma_table_info('%s')", table)) {
		c := `"` + x[0] + `"`
		columns = append(columns, c)
		values = append(values, fmt.Sprintf(`CASE WHEN typeof(%[1]s) = 'blob' THEN 'CAST(' || quote(CAST(%[1]s AS TEXT)) || ' AS BLOB)' ELSE quote(%[1]s) END`, c))
	}
	for _, x := range queried(t, db, fmt.Sprintf(`SELECT %s FROM "%s" ORDER BY rowid`, strings.Join(values, ` || ', ' || `), table)) {
		rows += fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s);\n", table, strings.ReplaceAll(strings.Join(columns, ", "), `"`, ""), x[0])
	}
	return rows
}
