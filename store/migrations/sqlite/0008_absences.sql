-- +goose Up

-- a body as the office keeps it in chat: what it changed stays when the programme
-- file is read again; one that was dissolved or merged has a successor (A4, A13)
ALTER TABLE bodies ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies ADD COLUMN kept BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE bodies ADD COLUMN successor_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN closed_at TIMESTAMP;

-- whose role a colleague exercises meanwhile, and from which day to which (A9)
CREATE TABLE absences (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    grant_id   INTEGER NOT NULL REFERENCES grants (id) ON DELETE RESTRICT,
    deputy_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    from_on    TEXT    NOT NULL CHECK (length(from_on) = 10),
    until_on   TEXT    NOT NULL CHECK (length(until_on) = 10),
    reason     TEXT    NOT NULL DEFAULT '',
    created_by INTEGER NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    ended_at   TIMESTAMP,
    CHECK (until_on >= from_on)
);
CREATE INDEX absences_by_deputy ON absences (deputy_id, from_on) WHERE ended_at IS NULL;
CREATE INDEX absences_by_grant ON absences (grant_id, from_on) WHERE ended_at IS NULL;
