package store

// A question asks for rows that must not be there; its one column fills what.
type question struct{ invariant, what, sql string }

// questions that need more than one row or table. What the schema itself keeps
// by a constraint is asked again where a database of another origin might not.
var questions = []question{
	{"I-01", "an answer of draft %s is newer than its draft",
		`SELECT a.draft_id FROM answers a JOIN drafts d ON d.id = a.draft_id WHERE a.version > d.version`},
	{"I-01", "screen of chat %s shows a revision nobody wanted",
		`SELECT chat FROM screens WHERE shown > wanted OR anew_from > wanted`},
	{"I-02", "update %s is a dead letter but not seen",
		`SELECT update_id FROM dead_letters d WHERE NOT EXISTS (SELECT 1 FROM seen s WHERE s.update_id = d.update_id)
			AND d.at >= (SELECT MIN(at) FROM seen)`},
	{"I-03", "%s left one version twice",
		`SELECT object FROM journal WHERE version <> 0 GROUP BY object, version HAVING COUNT(*) > 1`},
	{"I-11", "notice %s is for nobody",
		`SELECT key FROM notices WHERE chat = 0 AND person_id = 0`},
	{"I-11", "notice %s is for a person who is not there",
		`SELECT key FROM notices n WHERE person_id <> 0 AND NOT EXISTS (SELECT 1 FROM people p WHERE p.id = n.person_id)`},
	{"I-12", "notice %s was tried more than twice without knowing",
		`SELECT key FROM notices WHERE unknown > 2 OR unknown = 2 AND state IN ('pending', 'claimed')`},
	{"I-12", "notice %s is sent without a message",
		`SELECT key FROM notices WHERE state = 'sent' AND (message_id = 0 OR sent_at IS NULL)`},
	{"I-18", "file %s is stored without content",
		`SELECT id FROM files WHERE state = 'stored' AND (length(sha256) <> 64 OR size <= 0 OR type = '')`},
	{"I-18", "file %s of the minutes is not there",
		`SELECT minutes_id FROM study_sessions s WHERE minutes_id <> 0 AND NOT EXISTS (SELECT 1 FROM files f WHERE f.id = s.minutes_id)`},
	{"I-22", "grant %s was given by its holder",
		`SELECT id FROM grants WHERE granted_by = person_id`},
	{"I-22", "grant %s was given by nobody who is there",
		`SELECT id FROM grants g WHERE granted_by <> 0 AND NOT EXISTS (SELECT 1 FROM people p WHERE p.id = g.granted_by)`},
	{"references", "person %s wears a hat that is no active grant of theirs or of somebody they are or were deputy of",
		`SELECT id FROM people p WHERE hat <> 0 AND NOT EXISTS
			(SELECT 1 FROM grants g WHERE g.id = p.hat AND g.state = 'active' AND (g.person_id = p.id
				OR EXISTS (SELECT 1 FROM absences a WHERE a.grant_id = g.id AND a.deputy_id = p.id)))`},
	{"references", "somebody is his own deputy in absence %s",
		`SELECT a.id FROM absences a JOIN grants g ON g.id = a.grant_id WHERE g.person_id = a.deputy_id`},
	{"references", "unit %s is with a body that is closed",
		`SELECT u.id FROM units u JOIN bodies b ON b.id IN (u.area_id, u.authority_id) WHERE b.closed_at IS NOT NULL`},
	{"references", "body %s is closed without a successor",
		`SELECT id FROM bodies b WHERE (closed_at IS NOT NULL) <> EXISTS (SELECT 1 FROM bodies s WHERE s.id = b.successor_id)`},
	{"references", "grant %s is of a unit or body that is not there",
		`SELECT id FROM grants g WHERE unit_id <> 0 AND NOT EXISTS (SELECT 1 FROM units u WHERE u.id = g.unit_id)
			OR body_id <> 0 AND NOT EXISTS (SELECT 1 FROM bodies b WHERE b.id = g.body_id)`},
	{"references", "unit %s has an authority that is not there",
		`SELECT id FROM units u WHERE authority_id <> 0 AND NOT EXISTS (SELECT 1 FROM bodies b WHERE b.id = u.authority_id)`},
	{"live", "unit %s has two live applications in one round",
		`SELECT unit_id FROM applications WHERE state NOT IN
			('withdrawn', 'lapsed', 'not_recommended', 'ineligible', 'not_shortlisted', 'not_selected', 'disqualified', 'awarded')
			GROUP BY unit_id, round_id HAVING COUNT(*) > 1`},
	{"live", "a serial number of body %s was given twice in a year",
		`SELECT a.body_id FROM applications a JOIN rounds r ON r.id = a.round_id
			GROUP BY r.year, a.body_id, a.serial HAVING COUNT(*) > 1`},
	{"live", "application %s has a number but was never submitted",
		`SELECT id FROM applications WHERE number <> '' AND submitted_at IS NULL`},
}
