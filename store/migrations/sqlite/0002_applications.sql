-- +goose Up

CREATE TABLE rounds (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    year          INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    title         TEXT    NOT NULL,
    phase         TEXT    NOT NULL CHECK (phase <> ''),
    before        TEXT    NOT NULL DEFAULT '',
    rules         TEXT    NOT NULL DEFAULT '',
    seats_min     INTEGER NOT NULL DEFAULT 0 CHECK (seats_min >= 0),
    seats_max     INTEGER NOT NULL DEFAULT 0 CHECK (seats_max >= seats_min),
    seats_planned INTEGER NOT NULL DEFAULT 0 CHECK (seats_planned BETWEEN seats_min AND seats_max),
    opens_on      TEXT CHECK (length(opens_on) = 10),
    closes_on     TEXT CHECK (length(closes_on) = 10),
    grace_hours   INTEGER NOT NULL DEFAULT 0 CHECK (grace_hours >= 0),
    recommend_by  TEXT CHECK (length(recommend_by) = 10),
    check_by      TEXT CHECK (length(check_by) = 10),
    reason        TEXT    NOT NULL DEFAULT '',
    version       INTEGER NOT NULL DEFAULT 1,
    created_by    INTEGER NOT NULL DEFAULT 0,
    created_at    TIMESTAMP NOT NULL,
    CHECK (closes_on >= opens_on)
);

CREATE TABLE applications (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    round_id     INTEGER NOT NULL REFERENCES rounds (id) ON DELETE RESTRICT,
    unit_id      INTEGER NOT NULL REFERENCES units (id) ON DELETE RESTRICT,
    body_id      INTEGER NOT NULL REFERENCES bodies (id) ON DELETE RESTRICT,
    category     TEXT    NOT NULL DEFAULT '',
    state        TEXT    NOT NULL CHECK (state <> ''),
    before       TEXT    NOT NULL DEFAULT '',
    serial       INTEGER NOT NULL CHECK (serial >= 1),
    number       TEXT    NOT NULL DEFAULT '',
    submitted_at TIMESTAMP,
    version      INTEGER NOT NULL DEFAULT 1,
    created_by   INTEGER NOT NULL DEFAULT 0,
    created_at   TIMESTAMP NOT NULL,
    updated_at   TIMESTAMP NOT NULL,
    UNIQUE (round_id, body_id, serial)                   -- numbers run without a double
);
-- a unit has at most one live application in a round (6.1)
CREATE UNIQUE INDEX one_live_application ON applications (unit_id, round_id)
    WHERE state NOT IN ('withdrawn', 'lapsed', 'not_recommended', 'ineligible',
                        'not_shortlisted', 'not_selected', 'disqualified', 'awarded');
CREATE UNIQUE INDEX one_number ON applications (number) WHERE number <> '';
CREATE INDEX applications_by_state ON applications (round_id, state, body_id);

CREATE TABLE snapshots (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
    no             INTEGER NOT NULL CHECK (no >= 1),
    hash           TEXT    NOT NULL CHECK (length(hash) = 64),
    content        BLOB    NOT NULL,
    confirmed_by   INTEGER NOT NULL DEFAULT 0,
    created_at     TIMESTAMP NOT NULL,
    UNIQUE (application_id, no)
);
-- what was submitted never changes (C12)
-- +goose StatementBegin
CREATE TRIGGER snapshots_stay BEFORE UPDATE ON snapshots
BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER snapshots_remain BEFORE DELETE ON snapshots
BEGIN SELECT RAISE(ABORT, 'a snapshot is never deleted'); END;
-- +goose StatementEnd

CREATE TABLE study_sessions (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id         INTEGER NOT NULL REFERENCES units (id) ON DELETE RESTRICT,
    held_on         TEXT    NOT NULL CHECK (length(held_on) = 10),
    place           TEXT    NOT NULL DEFAULT '',
    chair           TEXT    NOT NULL DEFAULT '',
    chaired_by_head BOOLEAN NOT NULL DEFAULT FALSE,
    attendees       INTEGER NOT NULL DEFAULT 0 CHECK (attendees >= 0),
    separate        BOOLEAN NOT NULL DEFAULT FALSE,
    decisions       TEXT    NOT NULL DEFAULT '',
    minutes_id      INTEGER NOT NULL DEFAULT 0,
    state           TEXT    NOT NULL CHECK (state IN ('registered', 'confirmed', 'returned', 'void')),
    registered_by   INTEGER NOT NULL DEFAULT 0,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      TIMESTAMP NOT NULL
);
CREATE INDEX study_sessions_by_unit ON study_sessions (unit_id, held_on);
