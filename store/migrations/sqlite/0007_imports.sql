-- +goose Up

ALTER TABLE units ADD COLUMN head TEXT NOT NULL DEFAULT '';
ALTER TABLE invitations ADD COLUMN phone TEXT NOT NULL DEFAULT '';

CREATE TABLE sites (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id     INTEGER NOT NULL REFERENCES units (id) ON DELETE RESTRICT,
    body_id     INTEGER NOT NULL REFERENCES bodies (id) ON DELETE RESTRICT,
    category    TEXT    NOT NULL CHECK (category <> ''),
    named_on    TEXT    NOT NULL CHECK (length(named_on) = 10),
    document    TEXT    NOT NULL DEFAULT '',
    certificate TEXT    NOT NULL DEFAULT '',
    grades      TEXT    NOT NULL DEFAULT 'null',
    support     TEXT    NOT NULL DEFAULT '',
    state       TEXT    NOT NULL CHECK (state <> ''),
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL DEFAULT 0,
    created_at  TIMESTAMP NOT NULL
);
-- a unit bears the title of a category once at a time (E3)
CREATE UNIQUE INDEX one_site_in_force ON sites (unit_id, category) WHERE state NOT IN ('delisted', 'exited');
CREATE UNIQUE INDEX one_naming ON sites (unit_id, category, named_on);
CREATE UNIQUE INDEX one_certificate ON sites (certificate) WHERE certificate <> '';

-- a list somebody sent: what it would change, and what was confirmed (A4, A12)
CREATE TABLE imports (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT    NOT NULL DEFAULT '' CHECK (kind IN ('', 'bodies', 'units', 'people', 'sites')),
    state      TEXT    NOT NULL CHECK (state IN ('fetching', 'reading', 'unclear', 'ready', 'saving', 'saved', 'discarded', 'refused')),
    name       TEXT    NOT NULL DEFAULT '',
    file_id    INTEGER NOT NULL DEFAULT 0,
    pasted     TEXT    NOT NULL DEFAULT '',
    person_id  INTEGER NOT NULL DEFAULT 0,
    grant_id   INTEGER NOT NULL DEFAULT 0,
    head       BLOB,
    remarks    BLOB,
    hash       TEXT    NOT NULL DEFAULT '',
    reads      INTEGER NOT NULL DEFAULT 0,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CHECK (state NOT IN ('saving', 'saved') OR length(hash) = 64) -- nothing is saved that was not fixed first
);
CREATE INDEX imports_by_person ON imports (person_id, id);

CREATE TABLE import_lines (
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE RESTRICT,
    no        INTEGER NOT NULL CHECK (no >= 1),             -- as the sender's table program counts
    verdict   TEXT    NOT NULL CHECK (verdict IN ('new', 'update', 'same', 'wrong', 'asked', 'left')),
    outcome   TEXT    NOT NULL DEFAULT '' CHECK (outcome IN ('', 'saved', 'overtaken')),
    name      TEXT    NOT NULL DEFAULT '',
    object    INTEGER NOT NULL DEFAULT 0,
    was       BLOB,
    will      BLOB,
    other     BLOB,
    says      BLOB,
    cells     BLOB,
    PRIMARY KEY (import_id, no)
) WITHOUT ROWID;
CREATE INDEX import_lines_by_verdict ON import_lines (import_id, verdict, outcome, no);
