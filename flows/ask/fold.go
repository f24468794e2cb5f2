package ask

import (
	"regexp"
	"strings"
	"unicode"
)

// fold makes full width letters, digits and punctuation half width and all
// dashes, tildes and spaces the plain ones. One character stays one character.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case unicode.Is(unicode.Pd, r) || r == '−':
			return '-'
		case r == '〜' || r == '∼':
			return '~'
		case r == '￥':
			return '¥'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s)
}

var (
	stopInside = regexp.MustCompile(`(\d)。(\d)`)
	noteBehind = regexp.MustCompile(`\([^()0-9]*\)$`)
)

// phraseOf is what was typed as the parsers read it: folded, in lower case,
// without a note in brackets and marks at its end. 3。5 is 3.5.
func phraseOf(typed string) string {
	s := strings.ToLower(trimStop(fold(cleanLine(typed))))
	s = trimStop(noteBehind.ReplaceAllString(s, ""))
	for range 2 { // 2025。3。4 has the 3 in two matches
		s = stopInside.ReplaceAllString(s, "$1.$2")
	}
	return s
}

// trimStop takes spaces and sentence marks off a text's end and spaces off its start.
func trimStop(s string) string {
	return strings.TrimRight(strings.TrimSpace(s), " .,;!。、")
}

// separates reports whether a character parts entries typed in one line.
func separates(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",，、;；/|｜", r)
}
