package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"luling/flows/ask"
)

// readStyles finds out which cell styles show a number as a date.
func (w *workbook) readStyles() error {
	var s struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.decode("xl/styles.xml", &s); err != nil && !errors.Is(err, errNoPart) {
		return err
	}
	own := map[int]bool{}
	for _, f := range s.Formats {
		own[f.ID] = datePattern(f.Code)
	}
	for _, c := range s.Cells {
		date, has := own[c.Format]
		if !has {
			date = slices.ContainsFunc(dateFormats, func(span [2]int) bool { return span[0] <= c.Format && c.Format <= span[1] })
		}
		w.dates = append(w.dates, date)
	}
	return nil
}

// dateFormats are the built-in formats that show a date, those of Chinese among them.
var dateFormats = [][2]int{{14, 17}, {22, 22}, {27, 31}, {36, 36}, {50, 54}, {57, 58}}

var literal = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.|\*.`)

// datePattern reports whether a format shows a day: it has a year, or a month
// with a day.
func datePattern(code string) bool {
	bare := strings.ToLower(literal.ReplaceAllString(code, ""))
	return strings.ContainsAny(bare, "y年") || strings.Contains(bare, "m") && strings.Contains(bare, "d")
}

// readStrings reads the strings that cells share.
func (w *workbook) readStrings() error {
	total := 0
	err := w.part("xl/sharedStrings.xml", func(d *xml.Decoder) error {
		return elements(d, "si", func(start xml.StartElement) error {
			s, err := richText(d)
			if total += len(s); total > mostStrings {
				return ask.Refuse("sheet_too_big_inside", nil)
			}
			w.strings = append(w.strings, s)
			return err
		})
	})
	if errors.Is(err, errNoPart) {
		return nil
	}
	return err
}

// elements calls fn for each element of a name, which reads it to its end.
func elements(d *xml.Decoder, name string, fn func(xml.StartElement) error) error {
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, is := t.(xml.StartElement); is && start.Name.Local == name {
			if err := fn(start); err != nil {
				return err
			}
		}
	}
}

// richText is the text of the element whose start was read, its phonetic hints
// left out, up to its end.
func richText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	in := false
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := d.Skip(); err != nil {
					return "", err
				}
				continue
			}
			depth++
			in = t.Name.Local == "t"
		case xml.EndElement:
			depth--
			in = false
		case xml.CharData:
			if in && b.Len() < 4*mostCell {
				b.Write(t)
			}
		}
	}
	return clean(b.String()), nil
}
