CREATE INDEX units_by_area ON units (area_id);

CREATE UNIQUE INDEX one_person_per_account ON people (telegram_id) WHERE telegram_id <> 0;

CREATE UNIQUE INDEX one_open_grant ON grants (person_id, role, unit_id, body_id) WHERE state <> 'ended';

CREATE INDEX grants_by_role ON grants (role, unit_id, body_id) WHERE state = 'active';

CREATE INDEX failed_tries_by_account ON failed_tries (telegram_id, at);

CREATE UNIQUE INDEX one_live_application ON applications (unit_id, round_id)
    WHERE state NOT IN ('withdrawn', 'lapsed', 'not_recommended', 'ineligible',
                        'not_shortlisted', 'not_selected', 'disqualified', 'awarded');

CREATE UNIQUE INDEX one_number ON applications (number) WHERE number <> '';

CREATE INDEX applications_by_state ON applications (round_id, state, body_id);

CREATE TRIGGER snapshots_stay BEFORE UPDATE ON snapshots
BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;

CREATE TRIGGER snapshots_remain BEFORE DELETE ON snapshots
BEGIN SELECT RAISE(ABORT, 'a snapshot is never deleted'); END;

CREATE INDEX study_sessions_by_unit ON study_sessions (unit_id, held_on);

CREATE INDEX seen_by_age ON seen (at);

CREATE UNIQUE INDEX one_open_draft ON drafts (form, subject) WHERE closed_at IS NULL;

CREATE INDEX screens_unshown ON screens (updated_at) WHERE shown < wanted;

CREATE INDEX files_by_draft ON files (draft_id, field);

CREATE INDEX files_pending ON files (id) WHERE state = 'pending';

CREATE INDEX notices_due ON notices (class DESC, due_at, id) WHERE state = 'pending';

CREATE INDEX notices_next ON notices (due_at) WHERE state = 'pending';

CREATE INDEX notices_leased ON notices (lease_until) WHERE state = 'claimed';

CREATE INDEX notices_open ON notices (chat, id) WHERE state IN ('pending', 'claimed');

CREATE INDEX notices_by_person ON notices (person_id, id);

CREATE INDEX jobs_due ON jobs (due_at, id) WHERE state = 'pending';

CREATE INDEX jobs_leased ON jobs (lease_until) WHERE state = 'claimed';

CREATE INDEX journal_by_object ON journal (object, id);

CREATE INDEX journal_unnumbered ON journal (id) WHERE seq IS NULL;

CREATE UNIQUE INDEX journal_once ON journal (object, version) WHERE version <> 0;

CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
WHEN OLD.hash <> '' OR NEW.hash = ''
  OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.actor <> OLD.actor OR NEW.role <> OLD.role
  OR NEW.act <> OLD.act OR NEW.object <> OLD.object OR NEW.version <> OLD.version
  OR NEW.from_state <> OLD.from_state OR NEW.to_state <> OLD.to_state
  OR NEW.reason <> OLD.reason OR NEW.clause <> OLD.clause OR NEW.data IS NOT OLD.data
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;

CREATE TRIGGER journal_remains BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;

