package ask

import (
	"regexp"
	"strings"
)

// separators part the cells of a line, the surest first: a table program copies
// tabs; a comma may stand in a number and a space in a name.
var separators = []string{"\t", "|", "；", ";", "，", ",", "  ", " "}

// enumeration is what people write before the lines of a list: 1. 1、 （1） ①.
var enumeration = regexp.MustCompile(`^\s*(?:\d{1,2}(?:[、)）．]|\.\s)|[(（]\d{1,2}[)）]|[①-⑳])\s*`)

// Cells reads lines of cells as people paste or type them for a list, one entry
// a line, each of at most so many cells: what is left stays in the last. The
// first separator that parts a line counts for it; empty lines are left out, and
// so are the numbers of lines and empty cells at a line's end.
func Cells(text string, most int) (lines []Line) {
	for line := range strings.Lines(lineEnds.Replace(text)) {
		if line = strings.Trim(line, "\r\n|　"); strings.TrimSpace(line) != "" {
			lines = append(lines, cells(unnumbered(line), most))
		}
	}
	return lines
}

// A Line is the cells of one entry.
type Line struct {
	Whole string   // as it was typed, without its number
	Cells []string // its parts; never none
	Sure  bool     // that they are parts, and not the words of a sentence
}

// unnumbered takes the number off a line's start; 3.4 is no number of a line.
func unnumbered(line string) string {
	at := enumeration.FindStringIndex(line)
	if at == nil || strings.TrimSpace(line[at[1]:]) == "" {
		return line
	}
	return line[at[1]:]
}

func cells(line string, most int) Line {
	line = strings.ReplaceAll(line, "　", "  ")
	whole := strings.TrimSpace(line)
	for _, separator := range separators {
		if parts := split(line, separator, most); len(parts) > 1 {
			return Line{whole, parts, separator != " "}
		}
	}
	return Line{whole, []string{whole}, true}
}

func split(line, separator string, most int) []string {
	parts := strings.SplitN(line, separator, max(most, 1))
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return parts
}

// Parts are the ways to part one line into two or more cells, at most so many,
// for the question after question of an entry; none if it is several lines. What
// it begins with is an answer, not the number of a line: 86、35、28.
func Parts(text string, most int) (ways [][]string) {
	if len(Cells(text, most)) != 1 {
		return nil
	}
	line := cells(strings.Trim(lineEnds.Replace(text), "\n|　"), most)
	for _, cells := range [][]string{line.Cells, strings.FieldsFunc(line.Whole, separates)} {
		if len(cells) > 1 && len(cells) <= most {
			ways = append(ways, cells)
		}
	}
	return ways
}

// Tabular reports whether a text is several lines, or one copied from a table program.
func Tabular(text string) bool {
	lines := Cells(text, 2)
	return len(lines) > 1 || len(lines) == 1 && strings.Contains(lines[0].Whole, "\t")
}
