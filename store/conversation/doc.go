// Package conversation keeps where each person stands, in Redis: a server of
// its own, or one inside this process when no server is named.
//
// What is kept here may be flushed, stale or lost at any moment; whoever asks
// gets what is there and rebuilds the rest from the database. So the package
// promises little and says it clearly: one batch is one round trip each way,
// a value that cannot be read is no value, and when Redis does not answer the
// caller hears ErrAway within 250 ms, and then at once for a second, instead
// of waiting. Nothing is tried twice: a command that may have run is not sent
// again.
//
// The server inside the process writes what it knows to a file each second and
// when it is closed. A process that is killed loses at most that second.
//
// The package will not hold an answer, a vote, a lock or a count that matters.
package conversation
