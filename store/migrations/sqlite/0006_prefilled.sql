-- +goose Up

-- an answer taken over from an earlier form is none until somebody confirms it (C16)
ALTER TABLE answers ADD COLUMN prefilled BOOLEAN NOT NULL DEFAULT FALSE;
