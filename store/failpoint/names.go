package failpoint

import "slices"

// names lists every point of the program; a test compares the list with the code.
var names = []string{
	"line.before-batch",
	"line.after-turn",
	"line.after-commit",
	"line.after-save",
	"sender.before-screen",
	"sender.after-screen",
	"sender.before-notice",
	"sender.after-notice",
	"jobs.before-result",
	"jobs.after-result",
	"jobs.before-piece",
	"jobs.after-piece",
	"poll.before-confirm",

	"store.batch.begun",
	"store.batch.chain.before",
	"store.batch.chain.after",
	"store.batch.commit.before",
	"store.batch.commit.after",
	"store.statement.lost",
	"store.turn.seen.after",
	"store.turn.savepoint.after",
	"store.turn.release.before",
	"store.turn.release.after",
	"store.turn.undo.after",
	"store.notices.claim.before",
	"store.notices.claim.after",
	"store.notices.sent.before",
	"store.notices.sent.after",
	"store.notices.retry.after",
	"store.screens.shown.before",
	"store.screens.shown.after",
	"store.jobs.claim.before",
	"store.jobs.claim.after",
	"store.jobs.done.before",
	"store.jobs.done.after",
	"store.migrate.backup.before",
	"store.migrate.backup.after",
	"store.migrate.step.before",
	"store.migrate.step.after",
	"store.files.put.written",
	"store.files.put.rename.before",
	"store.files.put.rename.after",
}

// Names lists every point, sorted.
func Names() []string { return slices.Sorted(slices.Values(names)) }
