-- +goose Up

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
CREATE INDEX journal_by_object ON journal (object, id);
CREATE INDEX journal_unnumbered ON journal (id) WHERE seq IS NULL;
-- one version of a thing is left once: no act happens twice (I-03)
CREATE UNIQUE INDEX journal_once ON journal (object, version) WHERE version <> 0;

-- the witness is only added to: a row is numbered once and then stays (I-13)
-- +goose StatementBegin
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
WHEN OLD.hash <> '' OR NEW.hash = ''
  OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.actor <> OLD.actor OR NEW.role <> OLD.role
  OR NEW.act <> OLD.act OR NEW.object <> OLD.object OR NEW.version <> OLD.version
  OR NEW.from_state <> OLD.from_state OR NEW.to_state <> OLD.to_state
  OR NEW.reason <> OLD.reason OR NEW.clause <> OLD.clause OR NEW.data IS NOT OLD.data
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER journal_remains BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
-- +goose StatementEnd

CREATE TABLE journal_head (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    seq  INTEGER NOT NULL,
    hash TEXT    NOT NULL
);
INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, '');
