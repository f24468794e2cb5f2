package rulebook

import (
	"cmp"
	"slices"
	"sort"

	"github.com/pelletier/go-toml/v2/unstable"
)

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
