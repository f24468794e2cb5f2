package store

// Older makes a database with the schema of an earlier version.
var Older = older
