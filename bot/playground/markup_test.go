package playground

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// spell writes a text with its entities in a line.
func spell(text string, all []Entity) string {
	out := text
	for _, e := range all {
		out += fmt.Sprintf(" [%s %d %d", e.Type, e.Offset, e.Length)
		for _, more := range []string{e.URL, e.Language, e.Emoji, e.Format} {
			if more != "" {
				out += " " + more
			}
		}
		out += "]"
	}
	return out
}

type markupRow struct{ name, in, want string }

func testMarkup(t *testing.T, mode string, rows []markupRow) {
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			text, all, err := words(row.in, mode, nil)
			got := spell(text, all)
			if err != nil {
				got = strings.TrimPrefix(err.Error(), "Bad Request: can't parse entities: ")
			}
			if got != row.want {
				t.Errorf("%s\n got %s\nwant %s", row.in, got, row.want)
			}
		})
	}
}

func TestHTML(t *testing.T) {
	t.Parallel()
	testMarkup(t, "HTML", []markupRow{
		{"plain text stays", "1 > 0 \"q\" 'a'", "1 > 0 \"q\" 'a'"},
		{"bold and italic nest", "<b>a<i>b</i></b>", "ab [bold 0 2] [italic 1 1]"},
		{"tags have other names", "<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "abcd [bold 0 1] [italic 1 1] [underline 2 1] [strikethrough 3 1]"},
		{"tags are written in any case", "<B>a</b>", "a [bold 0 1]"},
		{"offsets count UTF-16 units", "𠀀<b>汉</b>", "𠀀汉 [bold 2 1]"},
		{"four names and numbers are characters", "&lt;b&gt; &amp;&quot; &#27721;&#x6C49;", "<b> &\" 汉汉"},
		{"another & is itself", "a & b &nbsp; &#0; &", "a & b &nbsp; &#0; &"},
		{"a character is unescaped once", "&amp;lt;", "&lt;"},
		{"a link", `<a href="https://example.org/?a=1&amp;b=2">x</a>`, "x [text_link 0 1 https://example.org/?a=1&b=2]"},
		{"a link that is its own text", "<a>https://example.org</a>", "https://example.org [text_link 0 19 https://example.org]"},
		{"a link to nowhere is its text", `<a href="no">x</a>`, "x"},
		{"a spoiler in two spellings", `<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>`, "ab [spoiler 0 1] [spoiler 1 1]"},
		{"code with a language", `<pre><code class="language-go">x</code></pre>`, "x [pre 0 1 go]"},
		{"code without", "<code>x</code> <pre>y</pre>", "x y [code 0 1] [pre 2 1]"},
		{"a quotation", "<blockquote expandable>a</blockquote>\n<blockquote>b</blockquote>", "a\nb [expandable_blockquote 0 1] [blockquote 2 1]"},
		{"an emoji", `<tg-emoji emoji-id='5'>👍</tg-emoji>`, "👍 [custom_emoji 0 2 5]"},
		{"a time", `<tg-time unix="5" format="r">x</tg-time>`, "x [date_time 0 1 r]"},
		{"blanks around go, inside a tag too", " \n<b> a </b> ", "a [bold 0 1]"},
		{"an empty tag is nothing", "a<b></b>", "a"},
		{"a command is found, in code it is not", "/help <code>/help</code>", "/help /help [bot_command 0 5] [code 6 5]"},
		{"an end without a name", "<b>a</>", "a [bold 0 1]"},
		{"a tag that is not there", "<p>a</p>", `Unsupported start tag "p" at byte offset 0`},
		{"what people type", "5 < 6", `Unsupported start tag "" at byte offset 2`},
		{"an end too many", "a</b>", "Unexpected end tag at byte offset 1"},
		{"ends that cross", "<b><i>a</b></i>", `Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`},
		{"a missing end", "<b>a", `Can't find end tag corresponding to start tag "b"`},
		{"a tag that goes on", "汉<b", "Unclosed start tag at byte offset 3"},
		{"an end that goes on", "<b>a</b", "Unclosed end tag at byte offset 4"},
		{"an attribute that goes on", `<a href="x`, `Unclosed start tag "a" at byte offset 0`},
		{"an attribute without a name", "<a =x>a</a>", `Empty attribute name in the tag "a" at byte offset 0`},
		{"a span of another class", `<span class="x">a</span>`, `Tag "span" must have class "tg-spoiler" at byte offset 0`},
	})
}

func TestMarkdownV2(t *testing.T) {
	t.Parallel()
	testMarkup(t, "MarkdownV2", []markupRow{
		{"each kind", `*a* _b_ __c__ ~d~ ||e|| ` + "`f`", "a b c d e f [bold 0 1] [italic 2 1] [underline 4 1] [strikethrough 6 1] [spoiler 8 1] [code 10 1]"},
		{"kinds nest", "*a _b_*", "a b [bold 0 3] [italic 2 1]"},
		{"two underscores underline", "__a__", "a [underline 0 1]"},
		{"an escaped sign is itself", `1\.5 \* 2\\`, `1.5 * 2\`},
		{"a backslash before a letter goes", `\a`, "a"},
		{"code escapes only itself", "`a*b\\`\\\\`", "a*b`\\ [code 0 5]"},
		{"a block of code has a language", "```go\nx\n```", "x [pre 0 1 go]"},
		{"a link", `[a\]b](https://example.org/\))`, "a]b [text_link 0 3 https://example.org/)]"},
		{"a link in bold", `*[a](https://example.org)*`, "a [bold 0 1] [text_link 0 1 https://example.org]"},
		{"an emoji", "![👍](tg://emoji?id=5)", "👍 [custom_emoji 0 2 5]"},
		{"a time", "![x](tg://time?unix=5&format=r)", "x [date_time 0 1 r]"},
		{"a quotation of two lines", ">a\n>b\nc", "a\nb\nc [blockquote 0 3]"},
		{"two quotations, kept apart", ">a\n**>b||", "a\nb [blockquote 0 1] [expandable_blockquote 2 1]"},
		{"a reserved sign", "1.5", `Character '.' is reserved and must be escaped with the preceding '\'`},
		{"a lone bracket", "a)", `Character ')' is reserved and must be escaped with the preceding '\'`},
		{"a missing end", "*a", "Can't find end of Bold entity at byte offset 0"},
		{"ends that cross", "*a_b*c_", "Can't find end of Italic entity at byte offset 2"},
		{"code without an end", "`a", "Can't find end of Code entity at byte offset 0"},
		{"a link without an end", "[a](b", "Can't find end of a URL at byte offset 3"},
		{"an emoji that is none", "![a](https://example.org)", "Custom emoji URL is invalid at byte offset 0"},
	})
}

func TestWhatIsFoundByItself(t *testing.T) {
	t.Parallel()
	testMarkup(t, "", []markupRow{
		{"a command at the start", "/start abc", "/start abc [bot_command 0 6]"},
		{"a command for this bot", "/help@luling_bot", "/help@luling_bot [bot_command 0 16]"},
		{"a command after Chinese with a blank", "你好 /start", "你好 /start [bot_command 3 6]"},
		{"no command inside a word", "a/b 汉/b 1/2", "a/b 汉/b 1/2"},
		{"no command that goes on in Chinese", "/start汉", "/start汉"},
		{"no path", "/a/b", "/a/b"},
		{"an address", "见 https://example.org/a?b=1。", "见 https://example.org/a?b=1。 [url 2 25]"},
		{"a letter box", "a.b@example.org", "a.b@example.org [email 0 15]"},
		{"a name and a tag", "@wang5 #人才 2", "@wang5 #人才 2 [mention 0 6] [hashtag 7 3]"},
		{"no tag of digits", "#12", "#12"},
	})
}

func TestEntitiesGivenByHand(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		e    Entity
		ok   bool
	}{
		{"the whole text", Entity{Type: "bold", Offset: 0, Length: 4}, true},
		{"beyond the end", Entity{Type: "bold", Offset: 0, Length: 5}, false},
		{"after the end", Entity{Type: "bold", Offset: 4, Length: 1}, false},
		{"before the start", Entity{Type: "bold", Offset: -1, Length: 2}, false},
		{"nothing", Entity{Type: "bold", Offset: 1, Length: 0}, false},
		{"half a character at its start", Entity{Type: "bold", Offset: 2, Length: 2}, false},
		{"half a character at its end", Entity{Type: "bold", Offset: 0, Length: 2}, false},
		{"a length that runs over", Entity{Type: "bold", Offset: 3, Length: 1 << 62}, false},
		{"no kind", Entity{Type: "loud", Offset: 0, Length: 1}, false},
		{"a link without an address", Entity{Type: "text_link", Offset: 0, Length: 1}, false},
	} {
		if err := checkEntities("a𠀀b", []Entity{row.e}); (err == nil) != row.ok {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}

func TestDrawingIsSafeAndNested(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, text string
		all        []Entity
		want       string
	}{
		{"text is escaped", "<script>&\"'\n", nil, "&lt;script&gt;&amp;&#34;&#39;"},
		{"lines break", "a\nb", nil, "a<br>b"},
		{"crossing entities nest", "abc", []Entity{{Type: "bold", Length: 2}, {Type: "italic", Offset: 1, Length: 2}}, "<b>a<i>b</i></b><i>c</i>"},
		{"an address that runs is none", "x", []Entity{{Type: "text_link", Length: 1, URL: "javascript:alert(1)"}}, "x"},
		{"an address is escaped", "x", []Entity{{Type: "text_link", Length: 1, URL: `https://a/"><b>`}}, `<a href="https://a/&#34;&gt;&lt;b&gt;" target="_blank" rel="noopener noreferrer">x</a>`},
		{"characters beyond the plane stay whole", "𠀀b", []Entity{{Type: "bold", Offset: 2, Length: 1}}, "𠀀<b>b</b>"},
	} {
		if got := renderHTML(row.text, row.all); got != row.want {
			t.Errorf("%s:\n got %s\nwant %s", row.name, got, row.want)
		}
	}
}

// checkWords holds for every text: it is trimmed, its entities lie on whole
// characters, and it can be drawn.
func checkWords(t *testing.T, src, mode string) {
	text, all, err := words(src, mode, nil)
	if err != nil {
		return
	}
	if !utf8.ValidString(text) || text != strings.Trim(text, blanks) {
		t.Errorf("%q gives the text %q", src, text)
	}
	starts := boundaries(text)
	for i, e := range all {
		if e.Offset < 0 || e.Length <= 0 || e.end() >= len(starts) || !starts[e.Offset] || !starts[e.end()] {
			t.Errorf("%q gives %s", src, spell(text, all))
		}
		if i > 0 && all[i-1].Offset > e.Offset {
			t.Errorf("%q gives entities out of order: %s", src, spell(text, all))
		}
	}
	checkDrawing(t, renderHTML(text, all))
}

// checkDrawing walks over the tags of a drawing: only ours, and well nested.
func checkDrawing(t *testing.T, drawn string) {
	var open []string
	for rest := drawn; ; {
		_, after, ok := strings.Cut(rest, "<")
		if !ok {
			break
		}
		tag, after, ok := strings.Cut(after, ">")
		if !ok {
			t.Fatalf("a tag goes on in %s", drawn)
		}
		rest = after
		name, isEnd := strings.CutPrefix(tag, "/")
		name, _, _ = strings.Cut(name, " ")
		switch {
		case name == "br":
		case !strings.Contains(" b i u s code pre span blockquote a ", " "+name+" "):
			t.Fatalf("a foreign tag %q in %s", tag, drawn)
		case !isEnd:
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Fatalf("%q ends nothing in %s", tag, drawn)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Fatalf("%v stay open in %s", open, drawn)
	}
}

func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		"<b>a<i>b</i></b>", `<a href="https://example.org">x</a>`, "&lt;&#x6C49;&", `<pre><code class="language-go">x</code></pre>`,
		"<blockquote expandable>a\n</blockquote>", `<span class='tg-spoiler'>𠀀</span>`, "<b", "</", "<a href=x", "\xff<b>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) { checkWords(t, src, "HTML") })
}

func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"*a _b_*", "__a__", "||a||", "```go\nx```", "[a](https://example.org)", "![👍](tg://emoji?id=5)", ">a\n>b||\n**>c", `\*`, "`", "[", "![", "]",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) { checkWords(t, src, "MarkdownV2") })
}

// FuzzEntities draws a text with two entities that may lie anywhere.
func FuzzEntities(f *testing.F) {
	f.Add("a𠀀b /start", 0, 3, 1, 2)
	f.Add("abc", 0, 2, 1, 2)
	f.Add(" a ", 0, 1, 2, 1)
	f.Fuzz(func(t *testing.T, text string, from, length, from2, length2 int) {
		all := []Entity{{Type: "bold", Offset: from, Length: length}, {Type: "text_link", Offset: from2, Length: length2, URL: "https://example.org"}}
		text = strings.ToValidUTF8(text, "?")
		text, all, err := words(text, "", all)
		if err == nil {
			checkDrawing(t, renderHTML(text, all))
		}
	})
}
