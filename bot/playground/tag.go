package playground

import (
	"strconv"
	"strings"
)

// openTag reads a start tag with its attributes.
func (r *htmlReader) openTag() error {
	at := r.pos
	r.pos++
	name := strings.ToLower(r.word(blanks + ">/"))
	kind, known := htmlTypes[name]
	if r.pos >= len(r.src) {
		return unparsable("Unclosed start tag at byte offset %d", at)
	}
	if !known {
		return unparsable("Unsupported start tag %q at byte offset %d", name, at)
	}
	attributes, err := r.attributes(name, at)
	if err != nil {
		return err
	}
	e := Entity{Type: kind, Offset: r.out.at}
	if err := e.take(name, attributes, at); err != nil {
		return err
	}
	r.open = append(r.open, openTag{name: name, entity: e, from: r.out.Len()})
	return nil
}

// word reads up to one of the stops.
func (r *htmlReader) word(stops string) string {
	n := strings.IndexAny(r.src[r.pos:], stops)
	if n < 0 {
		n = len(r.src) - r.pos
	}
	word := r.src[r.pos : r.pos+n]
	r.pos += n
	return word
}

func (r *htmlReader) blanks() {
	r.pos = len(r.src) - len(strings.TrimLeft(r.src[r.pos:], blanks))
}

// attributes reads up to and including the tag's >.
func (r *htmlReader) attributes(tag string, at int) (map[string]string, error) {
	var out map[string]string
	for {
		r.blanks()
		if r.pos >= len(r.src) {
			return nil, unparsable("Unclosed start tag %q at byte offset %d", tag, at)
		}
		if r.src[r.pos] == '>' {
			r.pos++
			return out, nil
		}
		name := strings.ToLower(r.word(blanks + "=>/\"'"))
		if name == "" {
			return nil, unparsable("Empty attribute name in the tag %q at byte offset %d", tag, at)
		}
		value, err := r.value(tag, at)
		if err != nil {
			return nil, err
		}
		if out == nil {
			out = map[string]string{}
		}
		out[name] = value
	}
}

// value reads an attribute's value, if it has one.
func (r *htmlReader) value(tag string, at int) (string, error) {
	r.blanks()
	if r.pos >= len(r.src) || r.src[r.pos] != '=' {
		return "", nil
	}
	r.pos++
	r.blanks()
	if r.pos >= len(r.src) {
		return "", unparsable("Unclosed start tag %q at byte offset %d", tag, at)
	}
	quote := r.src[r.pos]
	if quote != '"' && quote != '\'' {
		return unescape(r.word(blanks + ">")), nil
	}
	r.pos++
	text := r.word(string(quote))
	if r.pos >= len(r.src) {
		return "", unparsable("Unclosed start tag %q at byte offset %d", tag, at)
	}
	r.pos++
	return unescape(text), nil
}

func unescape(text string) string {
	var out strings.Builder
	for text != "" {
		n := strings.IndexByte(text, '&')
		if n < 0 {
			n = len(text)
		}
		out.WriteString(text[:n])
		if text = text[n:]; text != "" {
			char, length := htmlEntity(text)
			out.WriteString(char)
			text = text[length:]
		}
	}
	return out.String()
}

// take puts what the attributes say into the entity.
func (e *Entity) take(tag string, has map[string]string, at int) error {
	switch tag {
	case "a":
		e.URL = has["href"]
	case "code":
		e.Language, _ = strings.CutPrefix(has["class"], "language-")
	case "blockquote":
		if _, ok := has["expandable"]; ok {
			e.Type = "expandable_blockquote"
		}
	case "span":
		if has["class"] != "tg-spoiler" {
			return unparsable("Tag \"span\" must have class \"tg-spoiler\" at byte offset %d", at)
		}
	case "tg-emoji":
		if e.Emoji = has["emoji-id"]; e.Emoji == "" {
			return unparsable("Custom emoji identifier is not specified at byte offset %d", at)
		}
	case "tg-time":
		unix, err := strconv.ParseInt(has["unix"], 10, 64)
		if err != nil {
			return unparsable("Invalid unix time at byte offset %d", at)
		}
		e.Unix, e.Format = unix, has["format"]
	}
	return nil
}
