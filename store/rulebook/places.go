package rulebook

import (
	"cmp"
	"fmt"
	"sort"
	"strings"
)

// A place is where a field is written.
type place struct {
	field        string
	line, column int
}

// places are the fields of a file in the order they are written.
type places struct {
	all   []place
	first map[string]int // field → line
}

// at names the n-th entry of a list.
func at(list string, n int) string { return fmt.Sprintf("%s[%d]", list, n) }

// has reports whether the file writes the field.
func (p places) has(field string) bool { return p.first[field] > 0 }

// line is where the field is written, or else the nearest thing around it.
func (p places) line(field string) int {
	for field != "" {
		if line, ok := p.first[field]; ok {
			return line
		}
		field = field[:max(0, strings.LastIndexAny(field, ".["))]
	}
	return 0
}

// near is the last field that begins on the line, at or before the column.
func (p places) near(line, column int) string {
	n := sort.Search(len(p.all), func(i int) bool {
		return cmp.Or(cmp.Compare(p.all[i].line, line), cmp.Compare(p.all[i].column, column)) > 0
	})
	if n == 0 || p.all[n-1].line != line {
		return ""
	}
	return p.all[n-1].field
}

// on is the first field that begins on a line.
func (p places) on(line int) string {
	for _, at := range p.all {
		if at.line == line {
			return at.field
		}
	}
	return ""
}
