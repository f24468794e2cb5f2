package playground

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// marked is a text being read together with its entities.
type marked struct {
	strings.Builder
	at  int // UTF-16 units so far
	all []Entity
}

func (t *marked) put(s string) {
	t.WriteString(s)
	t.at += units(s)
}

// mark ends the entity e, which began at e.Offset, here. An empty one is none.
func (t *marked) mark(e Entity) {
	if e.Length = t.at - e.Offset; e.Length > 0 {
		t.all = append(t.all, e)
	}
}

// read returns the text and its entities, outer ones first: they end last.
func (t *marked) read() (string, []Entity, error) {
	slices.Reverse(t.all)
	return t.String(), t.all, nil
}

func unparsable(format string, args ...any) error {
	return bad("can't parse entities: "+format, args...)
}

// htmlTypes are the tags that are one entity whatever their attributes.
var htmlTypes = map[string]string{
	"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
	"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
	"span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
	"tg-emoji": "custom_emoji", "tg-time": "date_time",
}

type openTag struct {
	name   string
	entity Entity
	from   int // bytes of text before it
}

type htmlReader struct {
	src  string
	pos  int
	out  marked
	open []openTag
}

// parseHTML reads the platform's HTML: its tags, and the entities lt, gt, amp,
// quot and numbers; any other & stands for itself.
func parseHTML(src string) (string, []Entity, error) {
	if !utf8.ValidString(src) {
		return "", nil, errNotUTF8
	}
	r := &htmlReader{src: src}
	for r.pos < len(src) {
		if err := r.step(); err != nil {
			return "", nil, err
		}
	}
	if n := len(r.open); n > 0 {
		return "", nil, unparsable("Can't find end tag corresponding to start tag %q", r.open[n-1].name)
	}
	return r.out.read()
}

func (r *htmlReader) step() error {
	rest := r.src[r.pos:]
	switch {
	case strings.HasPrefix(rest, "</"):
		return r.closeTag()
	case rest[0] == '<':
		return r.openTag()
	case rest[0] == '&':
		text, n := htmlEntity(rest)
		r.out.put(text)
		r.pos += n
		return nil
	}
	n := strings.IndexAny(rest, "<&")
	if n < 0 {
		n = len(rest)
	}
	r.out.put(rest[:n])
	r.pos += n
	return nil
}

func (r *htmlReader) closeTag() error {
	at := r.pos
	name, _, ok := strings.Cut(r.src[at+2:], ">")
	if !ok {
		return unparsable("Unclosed end tag at byte offset %d", at)
	}
	r.pos += len(name) + 3
	name = strings.ToLower(strings.TrimRight(name, blanks))
	if len(r.open) == 0 {
		return unparsable("Unexpected end tag at byte offset %d", at)
	}
	top := r.open[len(r.open)-1]
	if name != "" && name != top.name {
		return unparsable("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\"", at, top.name, name)
	}
	r.open = r.open[:len(r.open)-1]
	r.end(top)
	return nil
}

// end turns a closed tag into its entity. A link without an address takes its
// text for one; code right inside pre names the language.
func (r *htmlReader) end(tag openTag) {
	e := tag.entity
	text := r.out.String()[tag.from:]
	switch {
	case e.Type == "text_link" && e.URL == "":
		e.URL = text
	case e.Type == "pre":
		inner := Entity{Type: "code", Offset: e.Offset, Length: r.out.at - e.Offset}
		at := slices.IndexFunc(r.out.all, func(c Entity) bool { c.Language = ""; return c == inner })
		if at >= 0 {
			e.Language = r.out.all[at].Language
			r.out.all = slices.Delete(r.out.all, at, at+1)
		}
	}
	if e.Type == "code" && !r.inPre() {
		e.Language = ""
	}
	if e.Type != "text_link" || validURL(e.URL) {
		r.out.mark(e)
	}
}

func (r *htmlReader) inPre() bool {
	return len(r.open) > 0 && r.open[len(r.open)-1].name == "pre"
}

// htmlEntity reads what starts with & and says how long it was.
func htmlEntity(rest string) (string, int) {
	name, _, ok := strings.Cut(rest[1:], ";")
	if !ok || len(name) > 10 {
		return "&", 1
	}
	if text, ok := map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`}[name]; ok {
		return text, len(name) + 2
	}
	digits, isNumber := strings.CutPrefix(name, "#")
	base := 10
	if hex, ok := strings.CutPrefix(strings.ToLower(digits), "x"); ok {
		digits, base = hex, 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if !isNumber || err != nil || code == 0 || code > utf8.MaxRune || !utf8.ValidRune(rune(code)) {
		return "&", 1
	}
	return string(rune(code)), len(name) + 2
}
