package sheet

import (
	"slices"

	"luling/flows/ask"
)

// A Column is something a table may say, with what its header may be called.
type Column struct {
	Key    string
	Names  []string // without blanks, marks and notes in brackets
	Needed bool
}

// A Table is a grid whose header was found.
type Table struct {
	Grid    Grid
	Header  Row
	Lines   []Row
	Unknown []string // headers that are none of the columns
	Missing []Column // needed columns that are not there
	at      map[string]int
}

// leastKnown is how many known headers make a row the header.
const leastKnown = 2

// Find looks for the header among the first rows: the first one in which at
// least two columns are named. False: there is none.
func (g Grid) Find(columns []Column) (Table, bool) {
	for i, r := range g.Rows[:min(len(g.Rows), mostAbove)] {
		t := Table{Grid: g, Header: r, Lines: g.Rows[i+1:], at: map[string]int{}}
		for at, cell := range r.Cells {
			t.name(at, cell, columns)
		}
		if len(t.at) < leastKnown {
			continue
		}
		for _, c := range columns {
			if _, has := t.at[c.Key]; c.Needed && !has {
				t.Missing = append(t.Missing, c)
			}
		}
		return t, true
	}
	return Table{}, false
}

// name takes a header cell for the column it names; a second one of a name is
// as good as unknown.
func (t *Table) name(at int, cell string, columns []Column) {
	said, whole := bare(cell), heading(cell) // 县（市、区） is a name, 全称（必填） has a note
	for _, c := range columns {
		if _, taken := t.at[c.Key]; !taken && (slices.Contains(c.Names, said) || slices.Contains(c.Names, whole)) {
			t.at[c.Key] = at
			return
		}
	}
	if whole != "" && !slices.Contains(counters, said) {
		t.Unknown = append(t.Unknown, cell)
	}
}

// counters are headers of columns that only count the lines.
var counters = []string{"序号", "编号", "no", "行号", "备注"}

// Known is how many columns the header names.
func (t Table) Known() int { return len(t.at) }

// Has reports whether a column is there.
func (t Table) Has(key string) bool { _, has := t.at[key]; return has }

// Cell is what a line says in a column; "" where it says nothing.
func (t Table) Cell(line Row, key string) string {
	at, has := t.at[key]
	if !has {
		return ""
	}
	return line.cell(at)
}

// Bounded refuses a table with too many lines, or none.
func (t Table) Bounded() error {
	switch n := len(t.Lines); {
	case n > MostLines:
		return ask.Refuse("sheet_too_long", facts{"Max": MostLines})
	case n == 0:
		return ask.Refuse("sheet_empty", nil)
	}
	return nil
}
