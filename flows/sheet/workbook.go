package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"luling/flows/ask"
)

// mostParts is how many parts a workbook may have.
const mostParts = 2000

// a workbook is the parts of an .xlsx by name.
type workbook struct {
	parts   map[string]*zip.File
	strings []string
	dates   []bool // by cell style: its numbers are shown as dates
}

// openWorkbook reads the first visible sheet.
func openWorkbook(r io.ReaderAt, size int64) (Grid, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return Grid{}, ask.Refuse("sheet_damaged", nil)
	}
	if len(z.File) > mostParts {
		return Grid{}, ask.Refuse("sheet_too_big_inside", nil)
	}
	w := &workbook{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		if strings.HasSuffix(strings.ToLower(f.Name), "vbaproject.bin") {
			return Grid{}, ask.Refuse("sheet_macros", nil)
		}
		w.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	g, err := w.read()
	var no *ask.Refusal
	if err != nil && !errors.As(err, &no) {
		err = fmt.Errorf("%w: %w", ask.Refuse("sheet_damaged", nil), err)
	}
	return g, err
}

func (w *workbook) read() (g Grid, err error) {
	book, err := w.book()
	if err != nil {
		return g, err
	}
	if err := w.readStyles(); err != nil {
		return g, err
	}
	if err := w.readStrings(); err != nil {
		return g, err
	}
	g.Epoch1904 = Epoch1904(book.Properties.Date1904)
	for i, s := range book.Sheets {
		if s.State != "" && s.State != "visible" {
			continue
		}
		g.Name, g.Others = s.Name, len(book.Sheets)-i-1
		if err := w.readSheet(&g, book.target(s.Rel)); err != nil || len(g.Rows) > 0 {
			return g, err
		}
	}
	return g, nil
}

// a book is the list of sheets with where each stands.
type book struct {
	Properties struct {
		Date1904 flag `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		State string `xml:"state,attr"`
		Rel   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"sheets>sheet"`
	targets map[string]string
}

// a flag is true, 1 or nothing.
type flag bool

// UnmarshalXMLAttr implements xml.UnmarshalerAttr.
func (f *flag) UnmarshalXMLAttr(a xml.Attr) error {
	*f = flag(a.Value == "1" || strings.EqualFold(a.Value, "true") || a.Value == "on")
	return nil
}

const home = "xl/workbook.xml"

func (w *workbook) book() (b book, err error) {
	if err := w.decode(home, &b); err != nil {
		return b, err
	}
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := w.decode("xl/_rels/workbook.xml.rels", &rels); err != nil {
		return b, err
	}
	b.targets = map[string]string{}
	for _, r := range rels.Relationship {
		b.targets[r.ID] = r.Target
	}
	return b, nil
}

// target is the part a relation leads to.
func (b book) target(rel string) string {
	to := b.targets[rel]
	if absolute, is := strings.CutPrefix(to, "/"); is {
		return absolute
	}
	return path.Join("xl", to)
}

// decode reads a small part whole.
func (w *workbook) decode(name string, into any) error {
	return w.part(name, func(d *xml.Decoder) error { return d.Decode(into) })
}

// errNoPart says that a workbook lacks a part.
var errNoPart = errors.New("no such part")

// part hands a part of the workbook to fn, bounded.
func (w *workbook) part(name string, fn func(*xml.Decoder) error) error {
	f, ok := w.parts[name]
	if !ok {
		return fmt.Errorf("%s: %w", name, errNoPart)
	}
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	if err := fn(xml.NewDecoder(&bounded{r, mostPart})); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// bounded refuses what unpacks to more than its bound.
type bounded struct {
	from io.Reader
	left int
}

// Read implements io.Reader.
func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if b.left -= n; b.left < 0 {
		return 0, ask.Refuse("sheet_too_big_inside", nil)
	}
	return n, err
}
