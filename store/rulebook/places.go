package rulebook

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
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

// locate finds every field of a TOML text, as far as the text can be parsed.
func locate(text []byte) places {
	l := locator{entries: map[string]int{}, found: places{first: map[string]int{}}}
	for i, b := range text {
		if b == '\n' {
			l.ends = append(l.ends, i)
		}
	}
	l.parser.Reset(text)
	for l.parser.NextExpression() {
		l.expression(l.parser.Expression())
	}
	slices.SortStableFunc(l.found.all, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
	return l.found
}

type locator struct {
	parser  unstable.Parser
	ends    []int          // offsets of the line ends
	table   string         // the table the next keys belong to
	entries map[string]int // list of tables → entries so far
	found   places
}

func (l *locator) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.Table:
		l.table = l.header(n, false)
	case unstable.ArrayTable:
		l.table = l.header(n, true)
	case unstable.KeyValue:
		l.keyValue(l.table, n)
	}
}

// header is the full name of a table, each list on the way standing for its last
// entry. A list's own header adds an entry.
func (l *locator) header(n *unstable.Node, adds bool) string {
	field := ""
	for keys := n.Key(); keys.Next(); {
		key := keys.Node()
		field = join(field, string(key.Data))
		if adds && keys.IsLast() {
			l.note(field, key.Raw) // the list begins with its first entry
			l.entries[field]++
		}
		if count := l.entries[field]; count > 0 {
			field = at(field, count-1)
		}
		l.note(field, key.Raw)
	}
	return field
}

func (l *locator) keyValue(within string, n *unstable.Node) {
	field := within
	for keys := n.Key(); keys.Next(); {
		field = join(field, string(keys.Node().Data))
		l.note(field, keys.Node().Raw)
	}
	l.value(field, n.Value())
}

func (l *locator) value(field string, n *unstable.Node) {
	i := 0
	for children := n.Children(); children.Next(); i++ {
		switch child := children.Node(); n.Kind {
		case unstable.InlineTable:
			l.keyValue(field, child)
		case unstable.Array:
			if child.Raw.Length > 0 {
				l.note(at(field, i), child.Raw)
			}
			l.value(at(field, i), child)
		}
	}
}

func (l *locator) note(field string, raw unstable.Range) {
	offset := int(raw.Offset)
	line := sort.SearchInts(l.ends, offset)
	column := offset + 1
	if line > 0 {
		column = offset - l.ends[line-1]
	}
	l.found.all = append(l.found.all, place{field, line + 1, column})
	if _, ok := l.found.first[field]; !ok {
		l.found.first[field] = line + 1
	}
}

func join(within, key string) string {
	if within == "" {
		return key
	}
	return within + "." + key
}
