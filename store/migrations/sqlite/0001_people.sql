-- +goose Up

CREATE TABLE bodies (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    code      TEXT    NOT NULL UNIQUE CHECK (code <> ''),
    name      TEXT    NOT NULL CHECK (name <> ''),
    area      TEXT    NOT NULL DEFAULT '',
    short     TEXT    NOT NULL DEFAULT '',
    type      TEXT    NOT NULL CHECK (type IN ('county', 'zone', 'department')),
    quota     INTEGER NOT NULL DEFAULT 0 CHECK (quota >= 0),
    parent_id INTEGER NOT NULL DEFAULT 0,
    version   INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE units (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT    NOT NULL CHECK (name <> ''),
    plain        TEXT    NOT NULL UNIQUE CHECK (plain <> ''), -- one unit per name, however it is typed
    type         TEXT    NOT NULL CHECK (type <> ''),
    area_id      INTEGER NOT NULL REFERENCES bodies (id) ON DELETE RESTRICT,
    authority_id INTEGER NOT NULL DEFAULT 0,
    city_level   BOOLEAN NOT NULL DEFAULT FALSE,
    credit_code  TEXT    NOT NULL DEFAULT '',
    address      TEXT    NOT NULL DEFAULT '',
    headcount    INTEGER NOT NULL DEFAULT 0 CHECK (headcount >= 0),
    version      INTEGER NOT NULL DEFAULT 1,
    created_at   TIMESTAMP NOT NULL
);
CREATE INDEX units_by_area ON units (area_id);

CREATE TABLE people (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    telegram_id    INTEGER NOT NULL DEFAULT 0,
    name           TEXT    NOT NULL CHECK (name <> ''),
    post           TEXT    NOT NULL DEFAULT '',
    phone          TEXT    NOT NULL DEFAULT '',
    language       TEXT    NOT NULL DEFAULT 'zh',
    hat            INTEGER NOT NULL DEFAULT 0,
    unreachable_at TIMESTAMP,
    created_at     TIMESTAMP NOT NULL
);
-- one account of the messenger is one person (A6)
CREATE UNIQUE INDEX one_person_per_account ON people (telegram_id) WHERE telegram_id <> 0;

CREATE TABLE grants (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    role       TEXT    NOT NULL CHECK (role <> ''),
    unit_id    INTEGER NOT NULL DEFAULT 0,
    body_id    INTEGER NOT NULL DEFAULT 0,
    state      TEXT    NOT NULL CHECK (state IN ('pending', 'active', 'ended')),
    granted_by INTEGER NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    ended_at   TIMESTAMP,
    CHECK (granted_by <> person_id),                     -- nobody gives himself a role (I-22)
    CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_grant ON grants (person_id, role, unit_id, body_id) WHERE state <> 'ended';
CREATE INDEX grants_by_role ON grants (role, unit_id, body_id) WHERE state = 'active';

CREATE TABLE invitations (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    code_hash  TEXT    NOT NULL UNIQUE CHECK (length(code_hash) = 64),
    role       TEXT    NOT NULL CHECK (role <> ''),
    unit_id    INTEGER NOT NULL DEFAULT 0,
    body_id    INTEGER NOT NULL DEFAULT 0,
    name       TEXT    NOT NULL DEFAULT '',
    post       TEXT    NOT NULL DEFAULT '',
    trusted    BOOLEAN NOT NULL DEFAULT FALSE,
    created_by INTEGER NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_by    INTEGER NOT NULL DEFAULT 0,
    used_at    TIMESTAMP,
    CHECK ((used_by <> 0) = (used_at IS NOT NULL))       -- used once, by somebody
);

-- wrong codes typed by an account, so that guessing is locked for an hour (A6)
CREATE TABLE failed_tries (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    telegram_id INTEGER NOT NULL,
    at          TIMESTAMP NOT NULL
);
CREATE INDEX failed_tries_by_account ON failed_tries (telegram_id, at);
