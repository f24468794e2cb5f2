package ask

import (
	"errors"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a line may turn out to be instead of one person.
var (
	errNoPerson  = errors.New("no person")
	errTwoPhones = errors.New("two telephone numbers")
)

// Most characters of a person's name, post and line.
const (
	mostName       = 30
	mostPost       = 60
	mostPersonLine = 150
)

var (
	phoneInLine = regexp.MustCompile(`(?:\+|00)?\(?\d[\d\-. ()]{5,}\d(?: ?(?:转|ext\.?|#) ?\d{1,6})?`)
	labels      = regexp.MustCompile(`(?i)(?:姓名|名字|职务|职位|职称|联系电话|联系方式|手机号码|手机号|手机|电话号码|电话|name|title|post|phone|mobile|tel)\s*[:=]`)
)

// parsePerson reads name, post and telephone number out of one line. A part that
// is not there is empty.
func parsePerson(typed string) (p PersonAnswer, err error) {
	line := cleanLine(typed)
	if utf8.RuneCountInString(line) > mostPersonLine {
		return p, errNoPerson
	}
	line = labels.ReplaceAllString(fold(line), " ")
	if p.Phone, line, err = takePhone(line); err != nil {
		return p, err
	}
	words := strings.FieldsFunc(line, func(r rune) bool { return separates(r) || strings.ContainsRune(":.。()-", r) })
	p.Name, p.Post = nameAndPost(joinLatin(words))
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
	if errors.Is(err, errNoPhone) && twoPhones(line[at[0]:at[1]]) {
		err = errTwoPhones
	}
	return phone, line[:at[0]] + " " + line[at[1]:], err
}

// twoPhones reports whether a run of digits is two numbers parted by a space.
func twoPhones(run string) bool {
	before, after, found := strings.Cut(run, " ")
	if !found {
		return false
	}
	_, first := parsePhone(before)
	_, second := parsePhone(after)
	return first == nil && second == nil
}

// joinLatin puts a name of several Latin words together again.
func joinLatin(words []string) (joined []string) {
	for _, w := range words {
		if n := len(joined); n > 0 && isLatin(w) && isLatin(joined[n-1]) {
			joined[n-1] += " " + w
			continue
		}
		joined = append(joined, w)
	}
	return joined
}

func isLatin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Latin, r) && r != '\'' && r != ' ' })
}
