package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"luling/flows/ask"
	"luling/flows/sheet"
	"luling/flows/sheet/sheettest"
)

var columns = []sheet.Column{
	{Key: "name", Names: []string{"单位名称", "单位全称", "名称"}, Needed: true},
	{Key: "type", Names: []string{"单位类型", "类型"}, Needed: true},
	{Key: "on", Names: []string{"成立时间"}},
	{Key: "area", Names: []string{"所在地"}},
}

func open(t *testing.T, content []byte) sheet.Grid {
	t.Helper()
	g, err := sheet.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func find(t *testing.T, g sheet.Grid) sheet.Table {
	t.Helper()
	table, ok := g.Find(columns)
	if !ok {
		t.Fatalf("no header in %v", g.Rows)
	}
	return table
}

// said is a table as lines of "no name|type|on|area".
func said(t sheet.Table) (lines []string) {
	for _, l := range t.Lines {
		lines = append(lines, fmt.Sprintf("%d %s|%s|%s|%s", l.No, t.Cell(l, "name"), t.Cell(l, "type"), t.Cell(l, "on"), t.Cell(l, "area")))
	}
	return lines
}

func messy() *sheettest.Book {
	b := &sheettest.Book{}
	b.Row("吉安市人才工作申报单位名单")
	b.Row("填报单位：吉州区委组织部", nil, nil, "2026年3月")
	b.Row()
	b.Row("序号", "所在地", "单位类型\n（必填）", "单 位 全 称 *", "成立时间", "传真")
	b.Row(1, "吉州区", "企业", "　江西庐陵电子有限公司 ", sheettest.On(2003, 5, 6), nil)
	b.Row(2, nil, "学校", sheettest.Inline("吉安\u200b市第一\u00a0中学"), "1952年9月")
	b.Row()
	b.Row(3, nil, sheettest.Formula{Is: `IF(1,"医院","")`, Shows: "医院"}, "Ａ医院２号", 36526)
	b.Row(4, "青原区", "村居", sheettest.Raw("9.1360800123456789E+17"), true)
	return b.Merge("B5:B8").Merge("A1:F1")
}

func TestAMessyWorkbookIsRead(t *testing.T) {
	t.Parallel()
	table := find(t, open(t, messy().Bytes()))
	want := []string{
		"5 江西庐陵电子有限公司|企业|2003-05-06|吉州区",
		"6 吉安市第一 中学|学校|1952年9月|吉州区",
		"8 A医院2号|医院|36526|吉州区",
		"9 9.1360800123456789E+17|村居|是|青原区",
	}
	if diff := cmp.Diff(want, said(table)); diff != "" {
		t.Error(diff)
	}
	if table.Header.No != 4 || table.Known() != 4 || len(table.Missing) != 0 || !cmp.Equal(table.Unknown, []string{"传真"}) || table.Grid.Name != "名单" {
		t.Errorf("header %+v, unknown %q, missing %v of %q", table.Header, table.Unknown, table.Missing, table.Grid.Name)
	}
}

func TestSerialDatesOfBothEpochs(t *testing.T) {
	t.Parallel()
	for _, b := range []*sheettest.Book{{}, {Date1904: true}} {
		b.Row("名称", "类型", "成立时间").Row("甲", "企业", sheettest.On(2026, 2, 28)).Row("乙", "企业", sheettest.On(1949, 10, 1))
		got := said(find(t, open(t, b.Bytes())))
		if diff := cmp.Diff([]string{"2 甲|企业|2026-02-28|", "3 乙|企业|1949-10-01|"}, got); diff != "" {
			t.Errorf("1904 %t: %s", b.Date1904, diff)
		}
	}
	for cell, want := range map[string]string{"36526": "2000-01-01", "9999": "", "20200304": "", "73415": "2100-12-31", "73416": "", "2020": "", "x": ""} {
		if day, ok := sheet.Epoch1904(false).Day(cell); day != want || ok != (want != "") {
			t.Errorf("%s is %q, want %q", cell, day, want)
		}
	}
	if day, _ := sheet.Epoch1904(true).Day("35064"); day != "2000-01-01" {
		t.Errorf("from 1904 35064 is %s", day)
	}
}

func TestTextIsReadHoweverItIsWritten(t *testing.T) {
	t.Parallel()
	const text = "单位名称,单位类型,所在地\r\n\r\n江西庐陵电子有限公司,企业,\"吉州区\n（城区）\"\r\n吉安一中,学校,青原区"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"UTF-8": text, "with a mark": "\ufeff" + text, "GB18030": gb, "UTF-16": wide,
		"tabs": strings.ReplaceAll(text, ",", "\t"), "full-width commas": strings.ReplaceAll(text, ",", "，"),
		"full-width semicolons": strings.ReplaceAll(text, ",", "；"),
	} {
		got := said(find(t, open(t, []byte(content))))
		want := []string{"3 江西庐陵电子有限公司|企业||吉州区 （城区）", "4 吉安一中|学校||青原区"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// lines is a text with n lines under its header.
func lines(n int) []byte {
	return []byte("名称,类型\n" + strings.Repeat("甲,企业\n", n))
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	t.Parallel()
	bomb := unpacked(map[string]string{
		"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="1"/></sheets></workbook>`, "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="1" Target="s.xml"/></Relationships>`,
		"xl/s.xml": `<worksheet><sheetData><row><c t="inlineStr"><is><t>` + strings.Repeat("0", 65<<20),
	})
	for _, row := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"an old workbook, or one with a password", []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, "sheet_old_format"},
		{"a workbook with macros", (&sheettest.Book{Macros: true}).Row("名称", "类型").Bytes(), "sheet_macros"},
		{"a workbook cut off", messy().Bytes()[:900], "sheet_damaged"},
		{"an archive that is no workbook", unpacked(map[string]string{"a.txt": "a"}), "sheet_damaged"},
		{"a bomb", bomb, "sheet_too_big_inside"},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x80\x81"), "sheet_encoding"},
		{"a text with zeros", []byte("a\x00b"), "sheet_no_table"},
		{"more rows than are kept", lines(sheet.MostLines + 40), "sheet_too_long"},
		{"a line with too many columns", []byte(strings.Repeat("a,", sheet.MostColumns) + "a"), "sheet_too_wide"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			_, err := sheet.Open(bytes.NewReader(row.content), int64(len(row.content)))
			var no *ask.Refusal
			if !errors.As(err, &no) || no.Name != row.want {
				t.Errorf("got %v, want %s", err, row.want)
			}
		})
	}
}

func TestBoundsFromBothSides(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "sheet_empty", 1: "", sheet.MostLines: "", sheet.MostLines + 1: "sheet_too_long"} {
		err := find(t, open(t, lines(n))).Bounded()
		var no *ask.Refusal
		if errors.As(err, &no); want == "" && err != nil || want != "" && (no == nil || no.Name != want) {
			t.Errorf("%d lines: %v, want %q", n, err, want)
		}
	}
	if g := open(t, []byte(strings.Repeat("a,", sheet.MostColumns-1)+"a,,,")); len(g.Rows[0].Cells) != sheet.MostColumns {
		t.Errorf("%d columns of %d", len(g.Rows[0].Cells), sheet.MostColumns)
	}
	if _, err := sheet.Open(bytes.NewReader(nil), sheet.MostBytes+1); err == nil {
		t.Error("a file larger than the bound is read")
	}
}

func TestAMissingColumnIsNamed(t *testing.T) {
	t.Parallel()
	table := find(t, open(t, []byte("所在地,类型\n吉州区,企业")))
	if len(table.Missing) != 1 || table.Missing[0].Key != "name" {
		t.Errorf("missing: %v", table.Missing)
	}
	if _, ok := open(t, []byte("名称,附注\n甲,乙")).Find(columns); ok {
		t.Error("one known word makes a header")
	}
}

func unpacked(parts map[string]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// Whatever arrives, reading ends within its bounds, and a refusal has a name.
func FuzzRead(f *testing.F) {
	f.Add(messy().Bytes())
	f.Add(lines(3))
	f.Add([]byte("名称\t类型\n\"a\"b\tc\n"))
	f.Add([]byte("\ufeff名称，类型\n甲，乙，丙"))
	f.Fuzz(func(t *testing.T, content []byte) {
		g, err := sheet.Open(bytes.NewReader(content), int64(len(content)))
		var no *ask.Refusal
		if err != nil && !errors.As(err, &no) {
			t.Fatalf("neither read nor refused: %v", err)
		}
		last := 0
		for _, r := range g.Rows {
			if len(r.Cells) > sheet.MostColumns || r.No <= last {
				t.Fatalf("row %d after %d has %d cells", r.No, last, len(r.Cells))
			}
			last = r.No
			for _, c := range r.Cells {
				if strings.ContainsAny(c, "\n\t\r\u200b\u3000") || strings.TrimSpace(c) != c {
					t.Fatalf("row %d has the cell %q", r.No, c)
				}
			}
		}
		if table, ok := g.Find(columns); ok {
			said(table)
		}
	})
}

func TestFiveThousandLinesAreReadInGoodTime(t *testing.T) {
	b := (&sheettest.Book{}).Row("名称", "类型", "成立时间", "所在地")
	for i := range sheet.MostLines {
		b.Row(fmt.Sprintf("吉安市第%d单位", i), "企业", sheettest.On(2003, 5, 6), "吉州区")
	}
	content, begun := b.Bytes(), time.Now()
	if n := len(find(t, open(t, content)).Lines); n != sheet.MostLines {
		t.Errorf("%d lines", n)
	}
	t.Logf("%d bytes in %v", len(content), time.Since(begun))
}
