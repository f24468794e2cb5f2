// Package migrations holds the schema as ordered SQL files, one folder per
// engine. A file that was released never changes; a new one follows it. There
// is no way back: before a migration the store keeps a copy of the database.
//
// Instants are UTC, civil dates are text YYYY-MM-DD, money is a whole number of
// 分. References that may be empty are 0 and therefore not foreign keys; the
// store's Check looks after them.
package migrations

import "embed"

// SQLite holds the files sqlite/NNNN_name.sql.
//
//go:embed sqlite/*.sql
var SQLite embed.FS
