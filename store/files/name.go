package files

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxName is how many characters of a name are kept.
const MaxName = 120

// CleanName makes a name as it was sent fit to be shown: the last part of a
// path, without control, direction and zero-width characters, at most [MaxName]
// characters with its extension kept. Nothing left is "file". The result is a
// fact about the file, never part of a path; cleaning it again changes nothing.
func CleanName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.TrimSpace(strings.Map(visible, strings.ToValidUTF8(name, "")))
	if strings.Trim(name, ". ") == "" {
		return "file"
	}
	return shorten(name)
}

// visible drops what cannot be seen or turns the direction of what can.
func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.C, unicode.Zl, unicode.Zp, unicode.Variation_Selector):
		return -1
	case unicode.In(r, unicode.Other_Default_Ignorable_Code_Point):
		return -1
	}
	return r
}

// shorten cuts a long name before its extension, if that is short enough to be one.
func shorten(name string) string {
	if utf8.RuneCountInString(name) <= MaxName {
		return name
	}
	ext := path.Ext(name)
	if utf8.RuneCountInString(ext) > 12 {
		ext = ""
	}
	stem := []rune(strings.TrimSuffix(name, ext))
	return strings.TrimSpace(string(stem[:MaxName-utf8.RuneCountInString(ext)])) + ext
}
