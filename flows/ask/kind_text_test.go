package ask

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	t.Parallel()
	var s string
	q := Text("name", &s, Length(2, 6))
	for _, row := range []struct{ says, typed, want string }{
		{"a name", "吉州医院", "吉州医院"},
		{"spaces of both widths around it", " 　吉州医院　 ", "吉州医院"},
		{"the shortest", "医院", "医院"},
		{"one short of it", "院", RefusedTooShort},
		{"the longest", "吉州人民医院", "吉州人民医院"},
		{"one more than the longest", "吉州区人民医院", RefusedTooLong},
		{"nothing", "", RefusedEmpty},
		{"only spaces", "  　", RefusedEmpty},
		{"only marks without width", "\u200b\u200d\ufeff", RefusedControlOnly},
		{"only a letter that looks like nothing", "\u3164\u3164", RefusedControlOnly},
		{"only control characters", "\x01\x02", RefusedControlOnly},
		{"markup stays as typed", "<b>&", "<b>&"},
		{"signs of other markups stay", `\_*[`, `\_*[`},
		{"a formula stays", "=cmd()", "=cmd()"},
		{"two spaces inside stay", "吉  州", "吉  州"},
		{"full width letters stay", "Ａ院", "Ａ院"},
		{"a line break becomes a space", "吉州\r\n医院", "吉州 医院"},
		{"a tab becomes a space", "吉州\t医院", "吉州 医院"},
		{"a null character goes", "吉\x00州", "吉州"},
		{"a C1 control character goes", "吉\u009f州", "吉州"},
		{"an override of direction goes", "吉\u202e州", "吉州"},
		{"isolates of direction go", "\u2066吉州\u2069", "吉州"},
		{"a joiner goes out of a name", "吉\u200d州", "吉州"},
		{"a soft hyphen goes", "吉\u00ad州", "吉州"},
		{"broken bytes go", "吉\xff州", "吉州"},
		{"a character beyond the basic plane counts as one", "𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷"},
	} {
		got := q.Understand(typing(row.typed))
		accepted(t, q, got)
		if got.Kind == Valid {
			same(t, row.says, s, row.want)
			continue
		}
		is(t, row.says, got, row.want)
	}
}

func TestTextSaysTheSurplus(t *testing.T) {
	t.Parallel()
	var s string
	q := LongText("summary", &s, Length(50, 600))
	mentions(t, q.Understand(typing(strings.Repeat("字", 732))), with{"Max": 600, "Has": 732, "Over": 132})
	mentions(t, q.Understand(typing(strings.Repeat("字", 49))), with{"Min": 50, "Has": 49})
	is(t, "exactly the most", Question.Understand(q, typing(strings.Repeat("a", 600))), `"`+strings.Repeat("a", 600)+`"`)
	long := Text("title", &s)
	is(t, "exactly the usual most", long.Understand(typing(strings.Repeat("a", MostText))), `"`+strings.Repeat("a", MostText)+`"`)
	is(t, "one more than the usual most", long.Understand(typing(strings.Repeat("a", MostText+1))), RefusedTooLong)
}

func TestLongTextKeepsItsLines(t *testing.T) {
	t.Parallel()
	var s string
	q := LongText("summary", &s)
	got := q.Understand(typing("第一行\r\n\r\n第二行\r第三行\u2028\t第四行\x00 👨‍👩‍👧\u202e\n"))
	accepted(t, q, got)
	same(t, "text", s, "第一行\n\n第二行\n第三行\n\t第四行 👨‍👩‍👧")
}

func TestTextEcho(t *testing.T) {
	t.Parallel()
	var s string
	q := Text("name", &s)
	if echo := q.Understand(typing(" 医院 ")).Echo; echo != nil {
		t.Errorf("a trimmed text is repeated: %v", echo)
	}
	if echo := q.Understand(typing("医\u202e院")).Echo; echo == nil || echo.Shown["Text"] != "医院" {
		t.Errorf("a changed text is not repeated: %v", echo)
	}
}

func TestTextRefusesOtherKinds(t *testing.T) {
	t.Parallel()
	var s string
	q := Text("name", &s)
	for kind, in := range map[string]Input{
		"sticker": {Other: "sticker"},
		"voice":   {Other: "voice"},
		"file":    {Text: "a caption", File: &File{ID: 1, Name: "a.pdf"}},
		"contact": {Contact: &Contact{Phone: "13800000000"}},
		"press":   {Choice: "done"},
	} {
		got := q.Understand(in)
		is(t, kind, got, RefusedWantsText)
		accepted(t, q, got)
		mentions(t, got, with{"Kind": kind})
	}
	is(t, "nothing at all", q.Understand(Input{}), RefusedEmpty)
}

// FuzzText: what is accepted is clean, within its length, and read the same again.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"吉州医院", " <b>&\\_ ", "=cmd()", "a\u202eb\u200dc\x00", "\xff", "👨‍👩‍👧", "\r\n", "\u3164", strings.Repeat("长", 300)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		var s string
		for _, q := range []Question{Text("name", &s), LongText("summary", &s)} {
			got := q.Understand(typing(typed))
			accepted(t, q, got)
			if got.Kind != Valid {
				continue
			}
			if n := utf8.RuneCountInString(s); n < 1 || n > q.limits.long || !utf8.ValidString(s) || s != strings.TrimSpace(s) {
				t.Fatalf("%q became %q", typed, s)
			}
			bad := func(r rune) bool { return unicode.Is(steering, r) || unicode.IsControl(r) && r != '\n' && r != '\t' }
			if strings.ContainsFunc(s, bad) || q.Kind == KindText && strings.ContainsAny(s, "\n\t\u200d") {
				t.Fatalf("%q kept marks: %q", typed, s)
			}
			if again := q.Understand(typing(s)); string(again.Value) != string(got.Value) || again.Echo != nil {
				t.Fatalf("%q read again is %s", s, brief(again))
			}
		}
	})
}

func TestQuoteIsShortAndClean(t *testing.T) {
	t.Parallel()
	same(t, "forty characters", quote(strings.Repeat("字", 40)), strings.Repeat("字", 40))
	same(t, "forty-one characters", quote(strings.Repeat("字", 41)), strings.Repeat("字", 40)+"…")
	same(t, "marks of direction", quote("a\u202eb\nc"), "ab c")
	if _, err := json.Marshal(quote("\xff")); err != nil || quote("\xff") != "" {
		t.Errorf("broken bytes are quoted: %q", quote("\xff"))
	}
}
