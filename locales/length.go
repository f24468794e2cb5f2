package locales

import (
	"html"
	"regexp"
	"unicode/utf16"
)

// What Telegram reads as markup: a tag, or one of four named entities, or a
// numbered one. Everything else stands for itself.
var (
	tag    = regexp.MustCompile(`</?[A-Za-z](?:[^<>"]|"[^"]*")*>`)
	entity = regexp.MustCompile(`&(?:lt|gt|amp|quot|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});`)
)

// Length counts a message as Telegram does: in UTF-16 units, without tags and
// with entities decoded. The messenger takes at most 4,096 of them; callers
// keep to 4,000.
func Length(message string) int {
	said := entity.ReplaceAllStringFunc(tag.ReplaceAllString(message, ""), html.UnescapeString)
	return units(said)
}

// units counts UTF-16 units; each broken byte is one.
func units(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
