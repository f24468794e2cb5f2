package playground

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"
)

// An Entity is a stretch of a text with a meaning. Offset and Length count
// UTF-16 code units.
type Entity struct {
	Type     string    `json:"type"`
	Offset   int       `json:"offset"`
	Length   int       `json:"length"`
	URL      string    `json:"url,omitempty"`
	User     *wireUser `json:"user,omitempty"`
	Language string    `json:"language,omitempty"`
	Emoji    string    `json:"custom_emoji_id,omitempty"`
	Unix     int64     `json:"unix_time,omitempty"`
	Format   string    `json:"date_time_format,omitempty"`
}

func (e Entity) end() int { return e.Offset + e.Length }

func (e Entity) equal(f Entity) bool {
	e.User, f.User = nil, nil
	return e == f
}

// units counts the UTF-16 code units of a text.
func units(text string) (n int) {
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}

// entityTypes are what a bot may mark by hand.
var entityTypes = []string{
	"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
	"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time",
	"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number",
}

// checkEntities refuses entities that do not lie on whole characters of text.
func checkEntities(text string, all []Entity) error {
	starts := boundaries(text)
	for _, e := range all {
		switch {
		case !slices.Contains(entityTypes, e.Type):
			return bad("can't parse entities: unsupported entity type %q", e.Type)
		case e.Length <= 0:
			return bad("can't parse entities: receive an entity with incorrect length %d", e.Length)
		case e.Offset < 0 || e.Offset >= len(starts) || e.Length >= len(starts)-e.Offset:
			return bad("can't parse entities: receive an entity with incorrect offset %d", e.Offset)
		case !starts[e.Offset] || !starts[e.end()]:
			return bad("can't parse entities: entity at %d cuts a UTF-16 symbol", e.Offset)
		case e.Type == "text_link" && !validURL(e.URL):
			return bad("can't parse entities: text_link at %d has no valid URL", e.Offset)
		}
	}
	return nil
}

// boundaries tells of each UTF-16 offset, the end included, whether a
// character starts there.
func boundaries(text string) []bool {
	out := make([]bool, 0, len(text)+1)
	for _, r := range text {
		out = append(out, true)
		if utf16.RuneLen(r) == 2 {
			out = append(out, false)
		}
	}
	return append(out, true)
}

const blanks = " \t\n\v\f\r"

// tidy trims a text as the platform does, moves its entities along, drops
// those that became empty and sorts the rest, outer before inner.
func tidy(text string, all []Entity) (string, []Entity) {
	left := strings.TrimLeft(text, blanks)
	cut := len(text) - len(left) // blanks are one unit each
	text = strings.TrimRight(left, blanks)
	end := units(text)
	var kept []Entity
	for _, e := range all {
		from, to := max(e.Offset-cut, 0), min(e.end()-cut, end)
		if from < to {
			e.Offset, e.Length = from, to-from
			kept = append(kept, e)
		}
	}
	slices.SortStableFunc(kept, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(b.Length, a.Length))
	})
	return text, kept
}
