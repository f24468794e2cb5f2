package playground

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// reserved characters of MarkdownV2 must be escaped where they mean nothing.
const reserved = "_*[]()~`>#+-=|{}.!"

// mark is an entity of MarkdownV2 that is open.
type mark struct {
	sign string // that began it
	name string // in complaints
	e    Entity
	at   int // byte offset
}

var signs = []struct{ sign, kind, name string }{
	{"||", "spoiler", "Spoiler"}, {"__", "underline", "Underline"}, {"_", "italic", "Italic"},
	{"*", "bold", "Bold"}, {"~", "strikethrough", "Strikethrough"},
}

type markdownReader struct {
	src   string
	pos   int
	out   marked
	open  []mark
	quote bool // a block quotation is open
}

// parseMarkdown reads the platform's MarkdownV2.
func parseMarkdown(src string) (string, []Entity, error) {
	if !utf8.ValidString(src) {
		return "", nil, errNotUTF8
	}
	r := &markdownReader{src: src}
	for r.pos < len(src) {
		if err := r.step(); err != nil {
			return "", nil, err
		}
	}
	if err := r.endQuote(false); err != nil {
		return "", nil, err
	}
	if n := len(r.open); n > 0 {
		return "", nil, r.unended(r.open[n-1])
	}
	return r.out.read()
}

func (r *markdownReader) unended(m mark) error {
	return unparsable("Can't find end of %s entity at byte offset %d", m.name, m.at)
}

func (r *markdownReader) top() string {
	if n := len(r.open); n > 0 {
		return r.open[n-1].sign
	}
	return ""
}

func (r *markdownReader) lineStart() bool {
	text := r.out.String()
	return text == "" || strings.HasSuffix(text, "\n")
}

// step reads one sign or one stretch of text.
func (r *markdownReader) step() error {
	rest := r.src[r.pos:]
	switch {
	case rest[0] == '\\' && len(rest) > 1 && rest[1] > 0 && rest[1] < 127:
		r.out.put(rest[1:2])
		r.pos += 2
		return nil
	case rest[0] == '\n':
		return r.newline()
	case rest[0] == '>' && r.lineStart():
		return r.beginQuote()
	case rest[0] == '`':
		return r.code()
	case rest[0] == '[' || strings.HasPrefix(rest, "!["):
		return r.beginLink()
	case rest[0] == ']' && (r.top() == "[" || r.top() == "!["):
		return r.endLink()
	case r.endsExpandable():
		r.pos += 2
		return r.endQuote(true)
	}
	for _, s := range signs {
		if strings.HasPrefix(rest, s.sign) {
			return r.toggle(s.sign, s.kind, s.name)
		}
	}
	return r.plain(rest)
}

// plain takes the text up to what may be a sign.
func (r *markdownReader) plain(rest string) error {
	if strings.IndexByte(reserved, rest[0]) >= 0 {
		return unparsable("Character '%c' is reserved and must be escaped with the preceding '\\'", rest[0])
	}
	n := strings.IndexAny(rest[1:], reserved+"\\\n")
	if n < 0 {
		n = len(rest) - 1
	}
	r.out.put(rest[:n+1])
	r.pos += n + 1
	return nil
}

func (r *markdownReader) begin(m mark) {
	m.at, m.e.Offset = r.pos, r.out.at
	r.open = append(r.open, m)
	r.pos += len(m.sign)
}

func (r *markdownReader) end() Entity {
	last := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	return last.e
}

// toggle ends the entity if it is the innermost, and begins it otherwise.
func (r *markdownReader) toggle(sign, kind, name string) error {
	if r.top() == sign {
		r.pos += len(sign)
		r.out.mark(r.end())
		return nil
	}
	if at := slices.IndexFunc(r.open, func(m mark) bool { return m.sign == sign }); at >= 0 {
		return r.unended(r.open[len(r.open)-1])
	}
	r.begin(mark{sign: sign, name: name, e: Entity{Type: kind}})
	return nil
}

// code reads everything up to the closing sign; only ` and \ are escaped in it.
func (r *markdownReader) code() error {
	sign, e, name := "`", Entity{Type: "code"}, "Code"
	if strings.HasPrefix(r.src[r.pos:], "```") {
		sign, e, name = "```", Entity{Type: "pre"}, "PreCode"
	}
	at := r.pos
	e.Offset = r.out.at
	r.pos += len(sign)
	if sign == "```" {
		e.Language = r.language()
	}
	for !strings.HasPrefix(r.src[r.pos:], sign) {
		if r.pos >= len(r.src) {
			return r.unended(mark{name: name, at: at})
		}
		if r.src[r.pos] == '\\' && r.pos+1 < len(r.src) && strings.IndexByte("`\\", r.src[r.pos+1]) >= 0 {
			r.pos++
		}
		_, n := utf8.DecodeRuneInString(r.src[r.pos:])
		r.out.put(r.src[r.pos : r.pos+n])
		r.pos += n
	}
	r.pos += len(sign)
	r.out.mark(e)
	return nil
}

// language reads the word after ``` if a new line follows it.
func (r *markdownReader) language() string {
	word, _, ok := strings.Cut(r.src[r.pos:], "\n")
	if !ok || strings.ContainsAny(word, "` \\") {
		return ""
	}
	r.pos += len(word) + 1
	return word
}
