package ask

import (
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

// trimStop takes spaces and sentence marks off a text's end and spaces off its start.
func trimStop(s string) string {
	return strings.TrimRight(strings.TrimSpace(s), " .,;!。、")
}

// separates reports whether a character parts entries typed in one line.
func separates(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",，、;；/|｜", r)
}
