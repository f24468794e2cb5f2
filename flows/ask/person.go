package ask

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// errNoPerson says that a line is something else.
var errNoPerson = errors.New("no person")

// Most characters of a person's name, post and line.
const (
	mostName       = 30
	mostPost       = 60
	mostPersonLine = 150
)

var (
	phoneInLine = regexp.MustCompile(`(?:\+|00)?\(?\d[\d\-. ()]{5,}\d(?: ?(?:转|ext\.?|#) ?\d{1,6})?`)
	labels      = regexp.MustCompile(`(?i)(?:姓名|名字|联系人|负责人|职务|职位|职称|(?:联系)?(?:电话|方式|手机)(?:号码|号)?|name|title|post|phone|mobile|tel)\s*[:=]`)
	phoneWord   = regexp.MustCompile(`(?:联系)?(?:电话|方式|手机)(?:号码|号)?\s*(\+?[\d(])`)
)

// parsePerson reads name, post and telephone number out of one line. A part that
// is not there is empty.
func parsePerson(typed string) (p PersonAnswer, err error) {
	line := cleanLine(typed)
	if utf8.RuneCountInString(line) > mostPersonLine {
		return p, errNoPerson
	}
	line = phoneWord.ReplaceAllString(labels.ReplaceAllString(fold(line), " "), " $1")
	if p.Phone, line, err = takePhone(line); err != nil {
		return p, err
	}
	p.Name, p.Post = nameAndPost(personWords(line))
	if strings.ContainsFunc(p.Name, unicode.IsDigit) || tooLong(p) || p.Name+p.Post+p.Phone == "" {
		return PersonAnswer{}, errNoPerson
	}
	return p, nil
}

func tooLong(p PersonAnswer) bool {
	return utf8.RuneCountInString(p.Name) > mostName || utf8.RuneCountInString(p.Post) > mostPost
}

// takePhone cuts the one telephone number out of a line.
func takePhone(line string) (phone, rest string, err error) {
	found := phoneInLine.FindAllStringIndex(line, -1)
	switch len(found) {
	case 0:
		return "", line, nil
	case 1:
	default:
		return "", "", errTwoPhones
	}
	at := found[0]
	phone, err = parsePhone(line[at[0]:at[1]])
	return phone, line[:at[0]] + " " + line[at[1]:], err
}

// personWords parts what is not a telephone number. Latin words that only spaces
// part are one: Li Wei.
func personWords(line string) (words []string) {
	for _, entry := range strings.FieldsFunc(line, partsPerson) {
		latin := false
		for word := range strings.FieldsSeq(entry) {
			if n := len(words); latin && isLatin(word) {
				words[n-1] += " " + word
				continue
			}
			words, latin = append(words, word), isLatin(word)
		}
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "男" || w == "女" })
}

func partsPerson(r rune) bool {
	return !unicode.IsSpace(r) && (separates(r) || strings.ContainsRune(":.。()-", r))
}

func isLatin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Latin, r) && r != '\'' && r != ' ' })
}
