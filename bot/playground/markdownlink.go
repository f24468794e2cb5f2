package playground

import (
	"net/url"
	"strconv"
	"strings"
)

// beginLink opens [text](address) or ![text](tg://…).
func (r *markdownReader) beginLink() error {
	m := mark{sign: "[", name: "TextUrl", e: Entity{Type: "text_link"}}
	if r.src[r.pos] == '!' {
		m = mark{sign: "![", name: "CustomEmoji", e: Entity{Type: "custom_emoji"}}
	}
	r.begin(m)
	return nil
}

// endLink reads ](address) and closes the link. A link without an address is
// one to its own text, as on the platform.
func (r *markdownReader) endLink() error {
	open := r.open[len(r.open)-1]
	r.pos++
	address := ""
	if strings.HasPrefix(r.src[r.pos:], "(") {
		var ok bool
		if address, ok = r.address(); !ok {
			return unparsable("Can't find end of a URL at byte offset %d", r.pos)
		}
	}
	e := r.end()
	if open.sign == "![" {
		if err := e.takeSpecial(address, open.at); err != nil {
			return err
		}
		r.out.mark(e)
		return nil
	}
	if e.URL = address; address == "" {
		e.URL = string([]byte(r.out.String())[r.byteOf(e.Offset):])
	}
	if validURL(e.URL) {
		r.out.mark(e)
	}
	return nil
}

// byteOf finds the byte at which a UTF-16 offset of the text so far stands.
func (r *markdownReader) byteOf(offset int) int {
	at := 0
	for i, c := range r.out.String() {
		if at >= offset {
			return i
		}
		at += units(string(c))
	}
	return r.out.Len()
}

func (r *markdownReader) address() (string, bool) {
	var out strings.Builder
	for i := r.pos + 1; i < len(r.src); i++ {
		switch c := r.src[i]; {
		case c == ')':
			r.pos = i + 1
			return out.String(), true
		case c == '\\' && i+1 < len(r.src) && r.src[i+1] < 127:
			i++
			out.WriteByte(r.src[i])
		default:
			out.WriteByte(c)
		}
	}
	return "", false
}

// takeSpecial reads tg://emoji?id= and tg://time?unix=&format=.
func (e *Entity) takeSpecial(address string, at int) error {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "tg" {
		return unparsable("Custom emoji URL is invalid at byte offset %d", at)
	}
	q := u.Query()
	switch u.Host {
	case "emoji":
		if e.Emoji = q.Get("id"); e.Emoji == "" {
			return unparsable("Custom emoji URL is invalid at byte offset %d", at)
		}
	case "time":
		if e.Unix, err = strconv.ParseInt(q.Get("unix"), 10, 64); err != nil {
			return unparsable("Invalid unix time at byte offset %d", at)
		}
		e.Type, e.Format = "date_time", q.Get("format")
	default:
		return unparsable("Custom emoji URL is invalid at byte offset %d", at)
	}
	return nil
}

// beginQuote reads the > at the start of a line.
func (r *markdownReader) beginQuote() error {
	if r.quote {
		r.pos++
		return nil
	}
	r.quote = true
	r.begin(mark{sign: ">", name: "BlockQuote", e: Entity{Type: "blockquote"}})
	return nil
}

// newline ends a block quotation unless the next line goes on with it.
func (r *markdownReader) newline() error {
	if r.quote && !strings.HasPrefix(r.src[r.pos:], "\n>") {
		if err := r.endQuote(false); err != nil {
			return err
		}
	}
	r.out.put("\n")
	r.pos++
	return nil
}

// endsExpandable says whether || here closes the quotation and makes it
// expandable: at the end of its last line, with no spoiler open.
func (r *markdownReader) endsExpandable() bool {
	rest, ok := strings.CutPrefix(r.src[r.pos:], "||")
	return ok && r.quote && r.top() == ">" && (rest == "" || rest[0] == '\n' && !strings.HasPrefix(rest, "\n>"))
}

func (r *markdownReader) endQuote(expandable bool) error {
	if !r.quote {
		return nil
	}
	if r.top() != ">" {
		return r.unended(r.open[len(r.open)-1])
	}
	e := r.end()
	if expandable {
		e.Type = "expandable_blockquote"
	}
	r.quote = false
	r.out.mark(e)
	return nil
}
