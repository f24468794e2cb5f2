package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Marks that keep text of another direction from turning what stands around it.
const (
	isolate    = "\u2068" // first strong isolate
	isolateEnd = "\u2069"
)

// quote sets off what somebody typed. Direction marks are taken out of it, and
// text that runs right to left is isolated, so that it cannot move the marks.
func (t *tongue) quote(s string) string {
	s = strings.Map(dropMark, s)
	if strings.ContainsFunc(s, rightToLeft) {
		s = isolate + s + isolateEnd
	}
	return t.either("「"+s+"」", "“"+s+"”")
}

func dropMark(r rune) rune {
	if unicode.Is(unicode.Bidi_Control, r) {
		return -1
	}
	return r
}

// rightToLeft reports whether r lies in the blocks Unicode keeps for scripts
// that run from right to left.
func rightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFF ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// cut keeps at most n characters of s. What was cut shows by an ellipsis, which
// is one of the n.
func cut(n int, s string) string {
	if n <= 0 {
		return ""
	}
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
