package sheet

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"luling/flows/ask"
)

// Bounds of what is read.
const (
	MostLines   = 5000     // under the header
	MostColumns = 60       // further ones must be empty
	MostBytes   = 20 << 20 // as sent
	mostAbove   = 30       // rows that are not empty, header included, above the lines
	mostCell    = 2000     // characters of a cell; the rest is cut off
	mostPart    = 64 << 20 // bytes of one part of a workbook, unpacked
	mostStrings = 32 << 20 // bytes of all shared strings
)

// A Grid is a table as it was sent: rows that are not empty.
type Grid struct {
	Name   string // of the sheet; empty for text
	Others int    // further sheets that were not looked at
	Rows   []Row
	Epoch1904
}

// Epoch1904 says from which day serial numbers of dates are counted.
type Epoch1904 bool

// A Row is one row that has something in it.
type Row struct {
	No    int // from 1, as the sender's table program counts
	Cells []string
}

// Open reads a workbook or a file of separated values. A refusal is a *ask.Refusal.
func Open(r io.ReaderAt, size int64) (Grid, error) {
	if size > MostBytes {
		return Grid{}, ask.Refuse("sheet_too_big", facts{"Max": MostBytes, "Size": size})
	}
	var magic [8]byte
	n, err := r.ReadAt(magic[:], 0)
	switch {
	case err != nil && err != io.EOF:
		return Grid{}, fmt.Errorf("read table: %w", err)
	case bytes.HasPrefix(magic[:n], []byte("PK\x03\x04")):
		return openWorkbook(r, size)
	case bytes.HasPrefix(magic[:n], []byte{0xd0, 0xcf, 0x11, 0xe0}):
		return Grid{}, ask.Refuse("sheet_old_format", nil) // .xls, or an .xlsx with a password
	}
	content := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), content); err != nil {
		return Grid{}, fmt.Errorf("read table: %w", err)
	}
	text, no := decode(content)
	if no != nil {
		return Grid{}, no
	}
	return Paste(text)
}

type facts = map[string]any

// add appends a row unless it is empty or the grid is full.
func (g *Grid) add(no int, cells []string) error {
	used := len(cells)
	for used > 0 && cells[used-1] == "" {
		used--
	}
	switch {
	case used == 0:
		return nil
	case used > MostColumns:
		return ask.Refuse("sheet_too_wide", facts{"No": no, "Max": MostColumns})
	case len(g.Rows) >= MostLines+mostAbove:
		return ask.Refuse("sheet_too_long", facts{"Max": MostLines})
	}
	g.Rows = append(g.Rows, Row{no, cells[:used:used]})
	return nil
}

// cell is the i-th cell of a row, "" beyond its end.
func (r Row) cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

// clean makes a cell one line of text in half width without what cannot be seen.
// Chinese punctuation stays, but for brackets and the comma of numbers.
func clean(s string) string {
	s = strings.Map(plain, strings.ToValidUTF8(s, ""))
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > mostCell {
		if r := []rune(s); len(r) > mostCell {
			s = string(r[:mostCell])
		}
	}
	return s
}
