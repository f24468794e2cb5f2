package playground

import (
	"html"
	"net/url"
	"slices"
	"strings"
	"unicode/utf16"
)

// tags are how the page draws an entity; what is not here is drawn as text.
var tags = map[string][2]string{
	"bold": {"<b>", "</b>"}, "italic": {"<i>", "</i>"}, "underline": {"<u>", "</u>"},
	"strikethrough": {"<s>", "</s>"}, "code": {"<code>", "</code>"}, "pre": {"<pre>", "</pre>"},
	"spoiler":    {`<span class="spoiler">`, "</span>"},
	"blockquote": {"<blockquote>", "</blockquote>"}, "expandable_blockquote": {"<blockquote>", "</blockquote>"},
	"bot_command": {`<span class="command">`, "</span>"}, "mention": {`<span class="mention">`, "</span>"},
	"hashtag": {`<span class="hashtag">`, "</span>"},
}

// tag returns how e starts and ends; covered is its text.
func (e Entity) tag(covered string) (string, string) {
	address := ""
	switch e.Type {
	case "text_link":
		address = e.URL
	case "url":
		address = covered
	case "email":
		address = "mailto:" + covered
	default:
		t := tags[e.Type]
		return t[0], t[1]
	}
	if !safeLink(address) {
		return "", ""
	}
	return `<a href="` + html.EscapeString(address) + `" target="_blank" rel="noopener noreferrer">`, "</a>"
}

func safeLink(address string) bool {
	u, err := url.Parse(address)
	return err == nil && slices.Contains([]string{"http", "https", "tg", "mailto"}, u.Scheme)
}

// renderHTML draws a text for the page. The result is safe whatever the text
// and its entities are: it holds only tags of ours, well nested.
func renderHTML(text string, all []Entity) string {
	text, all = tidy(text, all)
	d := drawing{code: utf16.Encode([]rune(text))}
	for at := 0; at <= len(d.code); at++ {
		d.closeAt(at)
		for len(all) > 0 && all[0].Offset == at {
			d.start(all[0])
			all = all[1:]
		}
		if at < len(d.code) {
			d.char(at)
		}
	}
	return d.out.String()
}

type drawing struct {
	code []uint16
	out  strings.Builder
	open []Entity
}

func (d *drawing) covered(e Entity) string {
	return string(utf16.Decode(d.code[e.Offset:e.end()]))
}

func (d *drawing) start(e Entity) {
	first, _ := e.tag(d.covered(e))
	d.out.WriteString(first)
	d.open = append(d.open, e)
}

// closeAt ends what ends here. What was opened inside and goes on is closed
// and opened again, so that tags nest.
func (d *drawing) closeAt(at int) {
	outer := slices.IndexFunc(d.open, func(e Entity) bool { return e.end() <= at })
	if outer < 0 {
		return
	}
	inner := slices.Clone(d.open[outer:])
	for _, e := range slices.Backward(inner) {
		_, last := e.tag(d.covered(e))
		d.out.WriteString(last)
	}
	d.open = d.open[:outer]
	for _, e := range inner {
		if e.end() > at {
			d.start(e)
		}
	}
}

func (d *drawing) char(at int) {
	r := rune(d.code[at])
	switch {
	case r == '\n':
		d.out.WriteString("<br>")
	case utf16.IsSurrogate(r) && at+1 < len(d.code):
		if pair := utf16.DecodeRune(r, rune(d.code[at+1])); pair != '\uFFFD' {
			d.out.WriteRune(pair)
		}
	default:
		d.out.WriteString(html.EscapeString(string(r)))
	}
}
