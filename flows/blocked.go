package flows

import "luling/store"

// shuts reports whether the input comes from somebody the office shut out, who is
// given one sentence with the telephone number, whatever he does. What the
// messenger reports of him, and what is fetched, goes its way.
//
// Source: M9.
func shuts(tx *store.Tx, in Input) bool {
	switch in.Event {
	case Left, Returned, Arrived:
		return false
	}
	return tx.Actor().BlockedAt != nil
}

// shut is that sentence. He stands where he stood.
func shut(tx *store.Tx, c Conversation, in Input) Outcome {
	return Outcome{Conversation: c, Reply: Reply{Text: "hall.blocked", Data: Ask(tx), Anew: in.Event == Pressed}}
}
