// Package store is the database: the truth of the programme.
//
// It has two doors and a batch. [DB.View] reads one snapshot, [DB.Update] makes
// one change, [DB.Batch] makes many turns durable with one commit. Everything
// else is a method on [Tx], so that small steps compose into one change: Round
// reads one, Rounds lists, Add inserts, Put stores again, Make moves, Post
// promises a notice. The actor and the instant live on the Tx.
//
// It promises: what a batch returned without error survives a power cut; a turn
// is there as a whole or not at all, and takes none of its neighbours along; an
// update of the messenger changes something at most once; a row that somebody
// else changed meanwhile is an [ErrConflict], never overwritten; each move has
// exactly one row in the journal, which is only added to.
//
// It does not decide: what may follow what, who may do it and how many it takes
// are rules of package programme. It does not send, render or remember where a
// conversation stands. It never waits for the messenger inside a transaction.
//
// Never open a transaction inside another: there is one writer, and the inner
// one would wait for the outer.
package store
