-- +goose Up

CREATE TABLE notices (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    key         TEXT    NOT NULL UNIQUE CHECK (key <> ''), -- what it is about: said once
    person_id   INTEGER NOT NULL DEFAULT 0,
    chat        INTEGER NOT NULL DEFAULT 0,
    text        TEXT    NOT NULL CHECK (text <> ''),
    data        BLOB,
    buttons     BLOB,
    document    BLOB,
    class       TEXT    NOT NULL CHECK (class IN ('reply', 'notice', 'bulk')),
    protect     BOOLEAN NOT NULL DEFAULT FALSE,
    ordinal     INTEGER NOT NULL DEFAULT 0,
    state       TEXT    NOT NULL CHECK (state IN ('pending', 'claimed', 'sent', 'acknowledged', 'uncertain', 'failed', 'phone')),
    tries       INTEGER NOT NULL DEFAULT 0,
    unknown     INTEGER NOT NULL DEFAULT 0 CHECK (unknown BETWEEN 0 AND 2), -- at most one repeat (I-12)
    due_at      TIMESTAMP NOT NULL,
    lease_until TIMESTAMP,
    sent_at     TIMESTAMP,
    ack_at      TIMESTAMP,
    message_id  INTEGER NOT NULL DEFAULT 0,
    error       TEXT    NOT NULL DEFAULT '',
    created_at  TIMESTAMP NOT NULL,
    CHECK ((state = 'claimed') = (lease_until IS NOT NULL)),
    CHECK (state <> 'sent' OR message_id <> 0 AND sent_at IS NOT NULL),
    CHECK (state NOT IN ('pending', 'claimed') OR chat <> 0)
);
-- claims walk this one: replies before notices before bulk, oldest due first
CREATE INDEX notices_due ON notices (class DESC, due_at, id) WHERE state = 'pending';
CREATE INDEX notices_next ON notices (due_at) WHERE state = 'pending';
CREATE INDEX notices_leased ON notices (lease_until) WHERE state = 'claimed';
CREATE INDEX notices_open ON notices (chat, id) WHERE state IN ('pending', 'claimed');
CREATE INDEX notices_by_person ON notices (person_id, id);

CREATE TABLE jobs (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT    NOT NULL CHECK (name <> ''),
    key         TEXT    NOT NULL UNIQUE CHECK (key <> ''),
    data        BLOB,
    state       TEXT    NOT NULL CHECK (state IN ('pending', 'claimed', 'done', 'failed')),
    tries       INTEGER NOT NULL DEFAULT 0,
    due_at      TIMESTAMP NOT NULL,
    lease_until TIMESTAMP,
    error       TEXT    NOT NULL DEFAULT '',
    created_at  TIMESTAMP NOT NULL,
    CHECK ((state = 'claimed') = (lease_until IS NOT NULL))
);
CREATE INDEX jobs_due ON jobs (due_at, id) WHERE state = 'pending';
CREATE INDEX jobs_leased ON jobs (lease_until) WHERE state = 'claimed';
