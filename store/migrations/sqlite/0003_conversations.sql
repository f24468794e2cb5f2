-- +goose Up

-- updates of the messenger that were handled; a set, for update_id may jump
CREATE TABLE seen (
    update_id INTEGER PRIMARY KEY,
    at        TIMESTAMP NOT NULL
);
CREATE INDEX seen_by_age ON seen (at);

-- how often an update was tried and failed; survives the process
CREATE TABLE attempts (
    update_id INTEGER PRIMARY KEY,
    tries     INTEGER NOT NULL CHECK (tries >= 1),
    at        TIMESTAMP NOT NULL
);

CREATE TABLE dead_letters (
    update_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL DEFAULT 0,
    error     TEXT    NOT NULL,
    payload   BLOB,
    tries     INTEGER NOT NULL CHECK (tries >= 1),
    at        TIMESTAMP NOT NULL
);

CREATE TABLE drafts (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    form       TEXT    NOT NULL CHECK (form <> ''),
    subject    TEXT    NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL DEFAULT 0,
    closed_at  TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX one_open_draft ON drafts (form, subject) WHERE closed_at IS NULL;

CREATE TABLE answers (
    draft_id INTEGER NOT NULL REFERENCES drafts (id) ON DELETE RESTRICT,
    name     TEXT    NOT NULL CHECK (name <> ''),
    value    BLOB,
    skipped  BOOLEAN NOT NULL DEFAULT FALSE,
    done     BOOLEAN NOT NULL DEFAULT FALSE,
    version  INTEGER NOT NULL,
    by       INTEGER NOT NULL DEFAULT 0,
    at       TIMESTAMP NOT NULL,
    rival    BLOB,
    rival_by INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (draft_id, name)
);

CREATE TABLE screens (
    chat         INTEGER PRIMARY KEY,
    person_id    INTEGER NOT NULL DEFAULT 0,
    conversation TEXT    NOT NULL DEFAULT '',
    form         TEXT    NOT NULL DEFAULT '',
    subject      TEXT    NOT NULL DEFAULT '',
    asks         TEXT    NOT NULL DEFAULT '',
    view         TEXT    NOT NULL DEFAULT '',
    wanted       INTEGER NOT NULL CHECK (wanted >= 1),
    shown        INTEGER NOT NULL DEFAULT 0 CHECK (shown BETWEEN 0 AND wanted),
    message_id   INTEGER NOT NULL DEFAULT 0,
    shown_hash   TEXT    NOT NULL DEFAULT '',
    content      BLOB,
    language     TEXT    NOT NULL DEFAULT '',
    anew_from    INTEGER NOT NULL DEFAULT 0,
    updated_at   TIMESTAMP NOT NULL
);
CREATE INDEX screens_unshown ON screens (updated_at) WHERE shown < wanted;

CREATE TABLE files (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    draft_id    INTEGER NOT NULL REFERENCES drafts (id) ON DELETE RESTRICT,
    field       TEXT    NOT NULL CHECK (field <> ''),
    name        TEXT    NOT NULL DEFAULT '',
    caption     TEXT    NOT NULL DEFAULT '',
    size        INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0),
    type        TEXT    NOT NULL DEFAULT '',
    sha256      TEXT    NOT NULL DEFAULT '',
    telegram_id TEXT    NOT NULL DEFAULT '',
    unique_id   TEXT    NOT NULL DEFAULT '',
    album       TEXT    NOT NULL DEFAULT '',
    state       TEXT    NOT NULL CHECK (state IN ('pending', 'stored', 'refused', 'removed')),
    reason      TEXT    NOT NULL DEFAULT '',
    uploaded_by INTEGER NOT NULL DEFAULT 0,
    created_at  TIMESTAMP NOT NULL,
    CHECK (state <> 'stored' OR length(sha256) = 64 AND size > 0) -- stored means counted and hashed (I-18)
);
CREATE INDEX files_by_draft ON files (draft_id, field);
CREATE INDEX files_pending ON files (id) WHERE state = 'pending';
