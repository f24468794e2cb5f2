package flows

import (
	"crypto/rand"
	"encoding/base32"
)

var letters = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// newID is 40 random bits as eight letters: enough that a button of another
// conversation is never taken for one of this.
func newID() string {
	var b [5]byte
	rand.Read(b[:])
	return letters.EncodeToString(b[:])
}
