package flows

// A Paper is a document that the edge makes from data and sends besides the
// screen, once and from memory: nothing of it is stored, so it may mention
// secrets. One that is lost on the way is not sent again; the screen must say how
// to come by another.
type Paper struct {
	Kind string // what bot/paper calls it
	Data any    // as that kind wants it
}
