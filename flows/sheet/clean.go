package sheet

import (
	"strings"
	"unicode"
)

// plain is a character as it is compared and kept: full-width letters, digits
// and signs in half width, every blank a space, what has no width gone. The
// marks of Chinese sentences stay as they are.
func plain(r rune) rune {
	switch {
	case strings.ContainsRune("，；：？！（）", r):
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
		return -1
	}
	return r
}

// heading is a column's name as it is compared: without marks, blanks and line
// breaks.
func heading(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

// bare is a column's name without notes in brackets.
func bare(s string) string {
	for _, pair := range []string{"()", "（）", "[]", "【】"} {
		open, end := string([]rune(pair)[0]), string([]rune(pair)[1])
		for {
			i := strings.Index(s, open)
			j := strings.Index(s, end)
			if i < 0 || j < i {
				break
			}
			s = s[:i] + s[j+len(end):]
		}
	}
	return heading(s)
}
