package paper

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// A docx is a text document as word processors read it, on A4, with as much of
// their format as is needed: paragraphs, and boxes that are not torn by a page.
type docx struct{ body strings.Builder }

// a style is how a paragraph looks; sizes are half points.
type style struct {
	size   int
	bold   bool
	middle bool
	fixed  bool // letters of one width, for codes
}

// A mm is 1/25.4 inch in the format's unit, twentieths of a point.
const mm = 57

func (d *docx) paragraph(s style, text string) {
	d.body.WriteString(`<w:p><w:pPr><w:spacing w:before="20" w:after="20"/>`)
	if s.middle {
		d.body.WriteString(`<w:jc w:val="center"/>`)
	}
	d.body.WriteString(`</w:pPr><w:r><w:rPr>`)
	font := `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>`
	if s.fixed {
		font = `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:eastAsia="宋体"/>`
	}
	d.body.WriteString(font)
	if s.bold {
		d.body.WriteString(`<w:b/>`)
	}
	fmt.Fprintf(&d.body, `<w:sz w:val="%d"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, s.size, escaped(text))
}

// box draws what fill writes between dashed lines, to be cut along. A page never
// parts it.
func (d *docx) box(fill func()) {
	const line = `w:val="dashed" w:sz="6" w:space="0" w:color="808080"`
	d.body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right"} {
		fmt.Fprintf(&d.body, `<w:%s %s/>`, side, line)
	}
	fmt.Fprintf(&d.body, `</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="%d"/></w:tblGrid>`, 174*mm)
	d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="pct"/></w:tcPr>`)
	fill()
	d.body.WriteString(`</w:tc></w:tr></w:tbl>`)
	d.paragraph(style{size: 8}, "") // two tables that touch are one
}

// escaped is text as the format takes it. What it cannot hold becomes a mark.
func escaped(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}

const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	relations = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	documentHead = xmlHead + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
)

// bytes packs the document. The same text gives the same bytes: no part has a date.
func (d *docx) bytes() ([]byte, error) {
	page := fmt.Sprintf(`<w:sectPr><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%[3]d" w:right="%[3]d" w:bottom="%[3]d" w:left="%[3]d" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>`,
		210*mm, 297*mm, 18*mm)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", relations},
		{"word/document.xml", documentHead + d.body.String() + page + `</w:body></w:document>`},
	} {
		w, err := z.Create(part.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part.text)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
