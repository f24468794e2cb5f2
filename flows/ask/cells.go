package ask

import "strings"

// separators part the cells of a line, the surest first: a table program copies
// tabs; a comma may stand in a number and a space in a name.
var separators = []string{"\t", "|", "；", ";", "，", ",", "  ", " "}

// Cells reads lines of cells as people paste or type them for a list, one entry
// a line, each of at most so many cells: what is left stays in the last. The
// first separator that parts a line counts for it; empty lines are left out, and
// so are empty cells at a line's end.
func Cells(text string, most int) (lines [][]string) {
	for line := range strings.Lines(lineEnds.Replace(text)) {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, cells(strings.Trim(line, "\r\n"), most))
		}
	}
	return lines
}

func cells(line string, most int) []string {
	for _, separator := range separators {
		if parts := split(line, separator, most); len(parts) > 1 {
			return parts
		}
	}
	return []string{strings.TrimSpace(line)}
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
