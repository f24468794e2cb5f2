package people

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
)

// letters are those of a typed code. None looks or sounds like another of them:
// 0 O, 1 I L, 2 Z, 5 S and 8 B are out where they would be mistaken.
const letters = "2345679ACDEFGHJKMNPQRTUVWXY"

// typedLength is how many letters a typed code has, and linkBits how much a link knows.
const (
	typedLength = 10
	linkBits    = 128
)

// A Code is the two secrets that open one invitation. They are shown once and
// kept only as hashes. Source: A6.
type Code struct {
	Link  string // 22 characters for t.me/<bot>?start=, 128 random bits
	Typed string // 10 characters to be read over the telephone, 47 random bits
}

// newCode makes two fresh secrets.
func newCode() Code {
	link := make([]byte, linkBits/8)
	rand.Read(link)
	typed := make([]byte, typedLength)
	for i := range typed {
		typed[i] = letter()
	}
	return Code{base64.RawURLEncoding.EncodeToString(link), string(typed)}
}

// letter is a random letter, each as likely as the others: bytes beyond the last
// whole multiple of their number are thrown away.
func letter() byte {
	const fair = 256 - 256%len(letters)
	for b := make([]byte, 1); ; {
		rand.Read(b)
		if int(b[0]) < fair {
			return letters[int(b[0])%len(letters)]
		}
	}
}

// hash is what is kept of a secret: hex SHA-256. A fast hash is enough for
// secrets of full entropy that live for days and are tried five times an hour.
func hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

var slips = strings.NewReplacer("Z", "2", "S", "5", " ", "", "-", "", "－", "", "　", "")

// readTyped reads what may be a typed code: letters of any case and width, with
// spaces and dashes between them. It reports whether it has the shape of one.
func readTyped(s string) (string, bool) {
	if len(s) > 64 {
		return "", false
	}
	s = slips.Replace(strings.ToUpper(strings.Map(narrow, s)))
	return s, len(s) == typedLength && strings.Trim(s, letters) == ""
}

// narrow makes a full-width letter or digit half-width.
func narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// grouped writes a typed code in two halves, easier to read aloud.
func grouped(typed string) string { return typed[:typedLength/2] + " " + typed[typedLength/2:] }
