package locales

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// say renders one expression as a line of each language.
func say(t *testing.T, expression string, data any) (zh, en string, err error) {
	t.Helper()
	texts := made(t, "", `{{define "a"}}`+expression+`{{end}}
{{define "hello"}}hello {{.Name}}{{end}}`)
	if zh, err = texts.Plain("zh", "a", data); err != nil {
		return "", "", err
	}
	en, err = texts.Plain("en", "a", data)
	return zh, en, err
}

func TestFunctions(t *testing.T) {
	t.Parallel()
	data := map[string]any{
		"Words": map[string]any{"Zh": "单位", "En": "Unit"}, "Half": map[string]any{"Zh": "单位", "En": ""},
		"Line": map[string]any{"Text": "hello", "Data": map[string]any{"Name": "Li"}},
		"List": []any{"a", map[string]any{"Zh": "甲", "En": "A"}, json.Number("3")},
		"Big":  json.Number("9007199254740993"), "Three": json.Number("3"), "Float": json.Number("3.0"),
		"None": "", "Smallest": int64(math.MinInt64),
	}
	for _, tt := range []struct{ name, say, zh, en string }{
		{"words are the reader's", `{{in .Words}}`, "单位", "Unit"},
		{"words that lack a side are the other", `{{in .Half}}`, "单位", "单位"},
		{"a plain string is itself", `{{in "a"}} {{label "a"}}`, "a a", "a a"},
		{"a label may be words", `{{label .Words}}`, "单位", "Unit"},
		{"a label may be a line", `{{label .Line}}`, "hello Li", "hello Li"},
		{"a line takes data made on the spot", `{{line "hello" (dict "Name" "Wu")}}`, "hello Wu", "hello Wu"},
		{"below a thousand there is no comma", `{{num 999}}`, "999", "999"},
		{"from a thousand there is one", `{{num 1000}} {{num -1000}} {{num 1234567}}`, "1,000 -1,000 1,234,567", "1,000 -1,000 1,234,567"},
		{"a number keeps its fraction", `{{num 1234.5}}`, "1,234.5", "1,234.5"},
		{"a number beyond float64 is exact", `{{num .Big}}`, "9,007,199,254,740,993", "9,007,199,254,740,993"},
		{"hundredths lose their zeros", `{{points 850}} {{points 800}} {{points 5}} {{points 100000}}`, "8.5 8 0.05 1,000", "8.5 8 0.05 1,000"},
		{"whole 万 are said in 万", `{{money 30000000}}`, "30 万元", "CNY 300,000"},
		{"one 分 more is said in 元", `{{money 30000001}}`, "300,000.01 元", "CNY 300,000.01"},
		{"hundredths of a 万 are said in 万", `{{money 30500000}} {{money 1010000}}`, "30.5 万元 1.01 万元", "CNY 305,000 CNY 10,100"},
		{"less than a hundredth is said in 元", `{{money 30505000}}`, "305,050 元", "CNY 305,050"},
		{"less than a 万 is said in 元", `{{money 990000}}`, "9,900 元", "CNY 9,900"},
		{"a fraction has two digits", `{{money 30500050}}`, "305,000.50 元", "CNY 305,000.50"},
		{"no money is 0", `{{money 0}}`, "0 元", "CNY 0"},
		{"money may be owed", `{{money -1000000}} {{money -1}}`, "-1 万元 -0.01 元", "CNY -10,000 CNY -0.01"},
		{"the smallest number is no overflow", `{{money .Smallest}}`, "-92,233,720,368,547,758.08 元", "CNY -92,233,720,368,547,758.08"},
		{"a date has no leading zeros", `{{date "2026-03-04"}}`, "2026年3月4日", "4 March 2026"},
		{"no date is a dash", `{{date ""}}`, "—", "—"},
		{"an instant is told at the office", `{{at "2026-03-04T01:12:00Z"}}`, "2026年3月4日 09:12", "4 March 2026, 09:12"},
		{"the day turns at the office", `{{at "2026-12-31T16:00:00Z"}}`, "2027年1月1日 00:00", "1 January 2027, 00:00"},
		{"small sizes are bytes", `{{size 1023}}`, "1023 B", "1023 B"},
		{"then KB", `{{size 1024}} {{size 1048575}}`, "1 KB 1024 KB", "1 KB 1024 KB"},
		{"then MB with a digit", `{{size 1048576}} {{size 1310720}}`, "1 MB 1.3 MB", "1 MB 1.3 MB"},
		{"a list is joined in the reader's words", `{{join "、" .List}}`, "a、甲、3", "a、A、3"},
		{"an empty list joins to nothing", `[{{join "、" nil}}]`, "[]", "[]"},
		{"sums are of whole numbers", `{{add .Three 1}} {{sub 1 .Three}}`, "4 -2", "4 -2"},
		{"numbers compare with literals", `{{eq .Three 3}} {{lt .Three 4}} {{gt .Float 3}}`, "true true false", "true true false"},
		{"numbers index lists", `{{index .List (sub .Three 3)}}`, "a", "a"},
		{"the default stands in for nothing", `{{.None | default "-"}}{{default "-" (index . "Nowhere")}}`, "--", "--"},
		{"and for nothing else", `{{default "-" .Three}}`, "3", "3"},
		{"what fits is not cut", `{{cut 3 "甲乙丙"}}`, "甲乙丙", "甲乙丙"},
		{"what does not fit ends in an ellipsis", `{{cut 3 "甲乙丙丁"}} {{cut 1 "甲乙"}} {{cut 0 "甲"}}`, "甲乙… …", "甲乙… …"},
		{"quotes are the reader's", `{{quote "甲"}}`, "「甲」", "“甲”"},
		{"right to left is isolated", `{{quote "שלום"}}`, "「\u2068שלום\u2069」", "“\u2068שלום\u2069”"},
		{"direction marks do not get out", `{{quote "a\u202Eb\u2069c"}}`, "「abc」", "“abc”"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			zh, en, err := say(t, tt.say, data)
			if err != nil || zh != tt.zh || en != tt.en {
				t.Errorf("%s: %q and %q, %v, want %q and %q", tt.say, zh, en, err, tt.zh, tt.en)
			}
		})
	}
}

func TestFunctionsRefuse(t *testing.T) {
	t.Parallel()
	for _, expression := range []string{
		`{{in 3}}`, `{{in (dict "A" 1)}}`, `{{label (dict "A" 1)}}`, `{{label (dict "Text" "nowhere" "Data" nil)}}`,
		`{{num "3"}}`, `{{points 1.5}}`, `{{money "3"}}`, `{{money 1.5}}`, `{{size 1.5}}`, `{{add 1 "1"}}`, `{{sub "1" 1}}`,
		`{{date "2026-02-31"}}`, `{{date "4.3.2026"}}`, `{{at "2026-03-04"}}`, `{{join "," "a"}}`,
		`{{dict "A"}}`, `{{dict 1 2}}`, `{{line "nowhere" .}}`, `{{line "hello" .}}`,
	} {
		if zh, _, err := say(t, expression, nil); err == nil {
			t.Errorf("%s said %q", expression, zh)
		}
	}
}

// What people typed comes out as they typed it, whatever it looks like.
func TestHostileData(t *testing.T) {
	t.Parallel()
	texts := made(t, `
{{define "a"}}<b>{{.}}</b>{{end}}
{{define "through line"}}{{line "b" .}}{{end}}
{{define "through text"}}{{text "a" .}}{{end}}
{{define "joined"}}{{join "" .}}{{end}}`, `{{define "b"}}[{{.}}]{{end}}`)
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "+", "&#43;").Replace
	for _, typed := range []string{
		"<b>bold</b>", "A&B", `\_*[x](y)~`, "a\u202Eb", "🟢👩‍👩‍👧", "{{.}}", "&lt;", "</b><i>", `"'+`, "=cmd()", "<tg-spoiler>",
	} {
		for name, want := range map[string]string{
			"a": "<b>" + escape(typed) + "</b>", "through line": "[" + escape(typed) + "]", "through text": "<b>" + escape(typed) + "</b>",
		} {
			if said, err := texts.HTML("zh", name, typed); err != nil || said != want {
				t.Errorf("%s of %q: %q, %v, want %q", name, typed, said, err, want)
			}
		}
		if said, err := texts.HTML("en", "joined", []any{typed}); err != nil || said != escape(typed) {
			t.Errorf("joined %q: %q, %v", typed, said, err)
		}
		if said, err := texts.Plain("zh", "b", typed); err != nil || said != "["+typed+"]" {
			t.Errorf("line of %q: %q, %v", typed, said, err)
		}
	}
}

// A struct renders as it does once it was stored and read again.
func TestDataIsWhatJSONKeeps(t *testing.T) {
	t.Parallel()
	type about struct {
		Has    int
		Share  float64
		Hidden string `json:"-"`
	}
	texts := made(t, "", `{{define "a"}}{{num .Has}} {{.Share}} {{if lt .Has 3}}few{{end}}{{end}}{{define "b"}}{{.Hidden}}{{end}}`)
	if said, err := texts.Plain("zh", "a", about{Has: 2, Share: 0.5}); err != nil || said != "2 0.5 few" {
		t.Errorf("%q, %v", said, err)
	}
	if said, err := texts.Plain("zh", "b", about{Hidden: "x"}); err == nil {
		t.Errorf("what JSON leaves out was said: %q", said)
	}
	if _, err := texts.Plain("zh", "a", func() {}); err == nil {
		t.Error("a function was rendered")
	}
}
