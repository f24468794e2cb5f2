// Package sheettest makes workbooks for tests the way table programs write them:
// shared strings, styled serial dates, formulas with their last value, merged
// cells and rows left empty.
package sheettest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// A Book is one workbook with one sheet.
type Book struct {
	Date1904 bool
	Macros   bool
	rows     []string
	merges   []string
	strings  []string
	no       int
}

// A Day is a cell shown as a date.
type Day time.Time

// On is a Day.
func On(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// A Formula is a cell with a formula and the value it showed last.
type Formula struct{ Is, Shows string }

// Inline is a string kept in the cell.
type Inline string

// Raw is a number as it is written in the file.
type Raw string

// Row adds a row: strings, numbers, booleans, nil for an empty cell and the
// types above. Without cells it is left empty.
func (b *Book) Row(cells ...any) *Book {
	b.no++
	var row strings.Builder
	for i, c := range cells {
		if c != nil {
			row.WriteString(b.cell(fmt.Sprintf("%c%d", 'A'+i, b.no), c))
		}
	}
	if row.Len() > 0 {
		b.rows = append(b.rows, fmt.Sprintf(`<row r="%d">%s</row>`, b.no, row.String()))
	}
	return b
}

// Merge joins the cells of a range such as A2:A5.
func (b *Book) Merge(ref string) *Book {
	b.merges = append(b.merges, fmt.Sprintf(`<mergeCell ref="%s"/>`, ref))
	return b
}

// Next is the number of the row that is added next.
func (b *Book) Next() int { return b.no + 1 }

func (b *Book) cell(at string, c any) string {
	switch c := c.(type) {
	case string:
		b.strings = append(b.strings, c)
		return fmt.Sprintf(`<c r="%s" t="s"><v>%d</v></c>`, at, len(b.strings)-1)
	case Inline:
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, escape(string(c)))
	case Formula:
		return fmt.Sprintf(`<c r="%s" t="str"><f>%s</f><v>%s</v></c>`, at, escape(c.Is), escape(c.Shows))
	case Day:
		return fmt.Sprintf(`<c r="%s" s="1"><v>%d</v></c>`, at, b.serial(time.Time(c)))
	case Raw:
		return fmt.Sprintf(`<c r="%s"><v>%s</v></c>`, at, c)
	case bool:
		return fmt.Sprintf(`<c r="%s" t="b"><v>%d</v></c>`, at, map[bool]int{true: 1}[c])
	}
	return fmt.Sprintf(`<c r="%s"><v>%v</v></c>`, at, c)
}

func (b *Book) serial(day time.Time) int {
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if b.Date1904 {
		zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return int(day.Sub(zero).Hours() / 24)
}

func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

const (
	prolog = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	main   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	office = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	pkg    = `http://schemas.openxmlformats.org/package/2006/`
)

// Bytes is the workbook as a file.
func (b *Book) Bytes() []byte {
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + pkg + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + pkg + `relationships"><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", fmt.Sprintf(`<workbook %s xmlns:r="%s"><workbookPr date1904="%t"/><sheets><sheet name="说明" sheetId="1" state="hidden" r:id="rId1"/><sheet name="名单" sheetId="2" r:id="rId1"/></sheets></workbook>`, main, office, b.Date1904)},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + pkg + `relationships"><Relationship Id="rId1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet ` + main + `><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", b.shared()},
		{"xl/worksheets/sheet1.xml", fmt.Sprintf(`<worksheet %s><sheetData>%s</sheetData><mergeCells>%s</mergeCells></worksheet>`, main, strings.Join(b.rows, ""), strings.Join(b.merges, ""))},
	}
	if b.Macros {
		parts = append(parts, [2]string{"xl/vbaProject.bin", "x"})
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p[0])
		if err == nil {
			_, err = w.Write([]byte(prolog + p[1]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func (b *Book) shared() string {
	var s strings.Builder
	for i, text := range b.strings {
		if i%2 == 0 {
			fmt.Fprintf(&s, `<si><t xml:space="preserve">%s</t></si>`, escape(text))
		} else { // some are written in several runs, with phonetic hints
			fmt.Fprintf(&s, `<si><r><t>%s</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`, escape(text))
		}
	}
	return `<sst ` + main + `>` + s.String() + `</sst>`
}
