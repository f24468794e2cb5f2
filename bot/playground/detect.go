package playground

import (
	"regexp"
	"slices"
	"strings"
)

// What the platform finds in a text by itself. The first group is the entity;
// the text before it keeps words such as a/b from counting.
var detected = []struct {
	kind    string
	pattern *regexp.Regexp
}{
	{"bot_command", regexp.MustCompile(`(?:^|[^\p{L}\p{N}_/<>])(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)`)},
	{"url", regexp.MustCompile(`(?:^|[^\p{L}\p{N}])(https?://[^\s<>"，。；）】》]+)`)},
	{"email", regexp.MustCompile(`(?:^|[^A-Za-z0-9._%+-])([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})`)},
	{"mention", regexp.MustCompile(`(?:^|[^\p{L}\p{N}_@.])(@[A-Za-z0-9_]{4,32})`)},
	{"hashtag", regexp.MustCompile(`(?:^|[^\p{L}\p{N}_#])(#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)`)},
}

// opaque stretches hold nothing the platform would look into.
var opaque = []string{"code", "pre", "text_link", "text_mention"}

// detect adds to the given entities those found by themselves, unless they
// would lie inside code or a link, or over one another.
func detect(text string, given []Entity) []Entity {
	if !strings.ContainsAny(text, "/@#") {
		return given
	}
	all := slices.Clone(given)
	taken := slices.DeleteFunc(slices.Clone(given), func(e Entity) bool { return !slices.Contains(opaque, e.Type) })
	for _, d := range detected {
		for _, at := range d.pattern.FindAllStringSubmatchIndex(text, -1) {
			e := Entity{Type: d.kind, Offset: units(text[:at[2]]), Length: units(text[at[2]:at[3]])}
			if wordGoesOn(d.kind, text[at[3]:]) || overlaps(e, taken) {
				continue
			}
			all, taken = append(all, e), append(taken, e)
		}
	}
	if len(all) == len(given) {
		return given
	}
	_, all = tidy(text, all)
	return all
}

var goesOn = regexp.MustCompile(`^[\p{L}\p{N}_/]`)

// wordGoesOn keeps a command from ending in the middle of a word.
func wordGoesOn(kind, rest string) bool {
	return kind == "bot_command" && goesOn.MatchString(rest)
}

func overlaps(e Entity, taken []Entity) bool {
	return slices.ContainsFunc(taken, func(t Entity) bool { return e.Offset < t.end() && t.Offset < e.end() })
}
