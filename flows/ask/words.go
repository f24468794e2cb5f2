package ask

import (
	"regexp"
	"strings"
)

var spaces = regexp.MustCompile(` +`)

// joined takes the spaces out, save those that part two runs of digits.
func joined(s string) string {
	var b strings.Builder
	for rest := s; rest != ""; {
		gap := spaces.FindStringIndex(rest)
		if gap == nil {
			b.WriteString(rest)
			break
		}
		b.WriteString(rest[:gap[0]])
		before, after := []rune(b.String()), []rune(rest[gap[1]:])
		if len(before) > 0 && len(after) > 0 && isDigit(before[len(before)-1]) && isDigit(after[0]) {
			b.WriteByte(' ')
		}
		rest = rest[gap[1]:]
	}
	return b.String()
}

func isDigit(r rune) bool { _, ok := digit(r); return ok }

// prefixOf and suffixOf return the longest of the words that begins or ends s.
func prefixOf(s string, words []string) string {
	return longest(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

func suffixOf(s string, words []string) string {
	return longest(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

func longest(words []string, fits func(string) bool) string {
	found := ""
	for _, w := range words {
		if len(w) > len(found) && fits(w) {
			found = w
		}
	}
	return found
}
