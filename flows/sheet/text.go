package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"luling/flows/ask"
)

// decode finds out how a text is written: UTF-8 with or without a mark, UTF-16
// with one, else GB18030.
func decode(content []byte) (string, *ask.Refusal) {
	if after, marked := bytes.CutPrefix(content, []byte("\xef\xbb\xbf")); marked {
		content = after
	}
	if utf8.Valid(content) {
		if bytes.IndexByte(content, 0) >= 0 {
			return "", ask.Refuse("sheet_no_table", nil)
		}
		return string(content), nil
	}
	from := simplifiedchinese.GB18030.NewDecoder()
	if bytes.HasPrefix(content, []byte{0xff, 0xfe}) || bytes.HasPrefix(content, []byte{0xfe, 0xff}) {
		from = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
	}
	text, err := from.Bytes(content)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) || bytes.IndexByte(text, 0) >= 0 {
		return "", ask.Refuse("sheet_encoding", nil)
	}
	return string(text), nil
}

// separators in the order they win when several divide the lines equally.
var separators = []rune{'\t', ',', '，', ';', '；', '|', '｜'}

// Paste reads lines whose cells are separated by tabs, commas or semicolons, full
// width or half. A refusal is a *ask.Refusal.
func Paste(text string) (Grid, error) {
	var g Grid
	r := csv.NewReader(strings.NewReader(strings.ReplaceAll(text, "\r\n", "\n")))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = separator(text), -1, true, true
	no, next := 0, 1 // of the last record; the physical line after it
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			return Grid{}, fmt.Errorf("%w: %w", ask.Refuse("sheet_quotes", facts{"No": no + 1}), err)
		}
		line, _ := r.FieldPos(0)
		no += 1 + line - next // lines left empty count too
		next = line + 1
		row := make([]string, len(cells))
		for i, c := range cells {
			next += strings.Count(c, "\n")
			row[i] = clean(c)
		}
		if err := g.add(no, row); err != nil {
			return Grid{}, err
		}
	}
}

// separator is the sign that occurs in the most of the first lines.
func separator(text string) rune {
	lines := strings.SplitN(text, "\n", 21)
	best, most := ',', 0
	for _, sign := range separators {
		n := 0
		for _, line := range lines[:min(len(lines), 20)] {
			if strings.ContainsRune(line, sign) {
				n++
			}
		}
		if n > most {
			best, most = sign, n
		}
	}
	return best
}
