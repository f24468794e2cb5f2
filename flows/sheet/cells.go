package sheet

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"luling/flows/ask"
)

// a cell as its part of the workbook has it.
type rawCell struct {
	At     string `xml:"r,attr"`
	Style  int    `xml:"s,attr"`
	Type   string `xml:"t,attr"`
	Value  string `xml:"v"`
	Inline *struct {
		Text string `xml:"t"`
		Runs []struct {
			Text string `xml:"t"`
		} `xml:"r"`
	} `xml:"is"`
}

// readSheet reads the rows of one sheet and fills merged cells down.
func (w *workbook) readSheet(g *Grid, part string) error {
	return w.part(part, func(d *xml.Decoder) error {
		no := 0
		for {
			t, err := d.Token()
			if err != nil {
				return eof(err)
			}
			start, is := t.(xml.StartElement)
			switch {
			case is && start.Name.Local == "row":
				no = number(start, "r", no+1)
				cells, err := w.row(d, g.Epoch1904)
				if err == nil {
					err = g.add(no, cells)
				}
				if err != nil {
					return err
				}
			case is && start.Name.Local == "mergeCell":
				g.fill(attr(start, "ref"))
			}
		}
	})
}

// row reads the cells up to the end of a row.
func (w *workbook) row(d *xml.Decoder, epoch Epoch1904) (cells []string, err error) {
	column := -1
	for {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.EndElement:
			return cells, nil
		case xml.StartElement:
			var c rawCell
			if err := d.DecodeElement(&c, &t); err != nil {
				return nil, err
			}
			if column++; c.At != "" {
				column, _ = place(c.At)
			}
			text := w.text(c, epoch)
			if text == "" || column < 0 {
				continue
			}
			if column >= 16384 {
				return nil, ask.Refuse("sheet_damaged", nil)
			}
			for len(cells) <= column {
				cells = append(cells, "")
			}
			cells[column] = text
		}
	}
}

// text is what a cell shows: of a formula the value it had last.
func (w *workbook) text(c rawCell, epoch Epoch1904) string {
	switch c.Type {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(c.Value)); err == nil && 0 <= i && i < len(w.strings) {
			return w.strings[i]
		}
		return ""
	case "inlineStr":
		if c.Inline == nil {
			return ""
		}
		s := c.Inline.Text
		for _, r := range c.Inline.Runs {
			s += r.Text
		}
		return clean(s)
	case "b":
		return map[bool]string{true: "是", false: "否"}[strings.TrimSpace(c.Value) == "1"]
	case "", "n":
		return w.figure(c, epoch)
	case "d":
		day, _, _ := strings.Cut(c.Value, "T")
		return clean(day)
	}
	return clean(c.Value)
}

// figure is a number in digits, or the day it stands for.
func (w *workbook) figure(c rawCell, epoch Epoch1904) string {
	s := clean(c.Value)
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return s
	}
	if c.Style >= 0 && c.Style < len(w.dates) && w.dates[c.Style] {
		if day, ok := epoch.day(n); ok {
			return day
		}
	}
	if n == math.Trunc(n) && math.Abs(n) < 1e15 {
		return strconv.FormatInt(int64(n), 10)
	}
	if math.Abs(n) < 1e15 {
		return strconv.FormatFloat(math.Round(n*1e6)/1e6, 'f', -1, 64)
	}
	return s // more digits than a number keeps: as it is written, so that who reads sees it
}
