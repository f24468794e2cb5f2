-- +goose Up

-- an answer taken over from an earlier form is none until somebody confirms it (C16)
ALTER TABLE answers ADD COLUMN prefilled BOOLEAN NOT NULL DEFAULT FALSE;

-- whether the chat has a keyboard of ours in the place of the phone's own, so that
-- it is taken away again whatever happens in between
ALTER TABLE screens ADD COLUMN keyboard BOOLEAN NOT NULL DEFAULT FALSE;
