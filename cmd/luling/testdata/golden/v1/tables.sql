CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);

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

CREATE TABLE failed_tries (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    telegram_id INTEGER NOT NULL,
    at          TIMESTAMP NOT NULL
);

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

CREATE TABLE seen (
    update_id INTEGER PRIMARY KEY,
    at        TIMESTAMP NOT NULL
);

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

CREATE TABLE journal (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    seq        INTEGER UNIQUE CHECK (seq >= 1),          -- 1, 2, 3 … given at the end of a batch
    at         TIMESTAMP NOT NULL,
    actor      INTEGER NOT NULL DEFAULT 0,
    role       TEXT    NOT NULL DEFAULT '',
    act        TEXT    NOT NULL CHECK (act <> ''),
    object     TEXT    NOT NULL CHECK (object <> ''),
    version    INTEGER NOT NULL DEFAULT 0,
    from_state TEXT    NOT NULL DEFAULT '',
    to_state   TEXT    NOT NULL DEFAULT '',
    reason     TEXT    NOT NULL DEFAULT '',
    clause     TEXT    NOT NULL DEFAULT '',
    data       BLOB,
    prev       TEXT    NOT NULL DEFAULT '',
    hash       TEXT    NOT NULL DEFAULT '',
    CHECK ((seq IS NULL) = (hash = ''))
);

CREATE TABLE journal_head (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    seq  INTEGER NOT NULL,
    hash TEXT    NOT NULL
);

