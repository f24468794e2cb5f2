package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// place reads where a cell stands: "B3" is column 1 of row 3. Columns count from
// 0, and one that cannot be read is -1.
func place(at string) (column, row int) {
	i := 0
	for ; i < len(at) && at[i] >= 'A' && at[i] <= 'Z' && i < 4; i++ {
		column = column*26 + int(at[i]-'A') + 1
	}
	row, err := strconv.Atoi(at[i:])
	if err != nil || i == 0 {
		return -1, 0
	}
	return column - 1, row
}

// fill writes the value of a merged cell into the rows below it that have
// something of their own.
func (g *Grid) fill(ref string) {
	from, to, _ := strings.Cut(ref, ":")
	column, first := place(from)
	_, last := place(to)
	if column < 0 || column >= MostColumns || last <= first {
		return
	}
	byNo := func(r Row, no int) int { return r.No - no }
	i, found := slices.BinarySearchFunc(g.Rows, first, byNo)
	if !found || g.Rows[i].cell(column) == "" {
		return
	}
	value := g.Rows[i].cell(column)
	for _, r := range g.Rows[i+1:] {
		if r.No > last {
			return
		}
		i++
		for len(r.Cells) <= column {
			r.Cells = append(r.Cells, "")
		}
		if r.Cells[column] == "" {
			r.Cells[column] = value
		}
		g.Rows[i] = r
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// number is an attribute that counts, or what it is otherwise.
func number(e xml.StartElement, name string, otherwise int) int {
	if n, err := strconv.Atoi(attr(e, name)); err == nil && n >= otherwise {
		return n
	}
	return otherwise
}

func eof(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
