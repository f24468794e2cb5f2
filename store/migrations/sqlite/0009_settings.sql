-- +goose Up

-- what the office sets in chat, over the programme file (A1)
CREATE TABLE settings (
    key     TEXT PRIMARY KEY CHECK (key <> ''),
    value   TEXT    NOT NULL DEFAULT '',
    reason  TEXT    NOT NULL DEFAULT '',
    by      INTEGER NOT NULL DEFAULT 0,
    at      TIMESTAMP NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (value <> '' OR reason <> '')                   -- a value, or why there is none
);

-- whom the office shut out (M9); why stands in the journal
ALTER TABLE people ADD COLUMN blocked_at TIMESTAMP;
CREATE INDEX people_blocked ON people (blocked_at) WHERE blocked_at IS NOT NULL;
-- the office's list of calls to make (L2)
CREATE INDEX notices_to_call ON notices (id) WHERE state = 'phone';
