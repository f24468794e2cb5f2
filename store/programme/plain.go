package programme

import (
	"strings"
	"unicode"
)

// PlainName is a name as it is compared: full width letters and signs become
// half width, every kind of bracket a round one, letters small; blanks and
// invisible marks fall away. A plain name is its own plain name.
//
// Source: A5.
func PlainName(name string) string {
	return strings.Map(plain, name)
}

func plain(r rune) rune {
	if r >= '！' && r <= '～' { // the full width forms of ! to ~
		r -= '！' - '!'
	}
	switch {
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return -1
	case strings.ContainsRune("[{〔【［〖「『〈《", r):
		return '('
	case strings.ContainsRune("]}〕】］〗」』〉》", r):
		return ')'
	}
	return unicode.ToLower(r)
}

// Near reports whether two names may be meant as one: at most two letters of
// their plain names inserted, deleted or replaced.
//
// Source: A5.
func Near(a, b string) bool {
	return distance([]rune(PlainName(a)), []rune(PlainName(b))) <= 2
}

// distance is the edit distance, one row of the table at a time.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			replaced := diagonal
			if x != y {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
