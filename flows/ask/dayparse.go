package ask

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
)

// What a text may turn out to be instead of one day.
var (
	errNoDate     = errors.New("no date")
	errTwoDates   = errors.New("two dates")
	errNoSuchDate = errors.New("no such date")
)

// A datePhrase is what was read from a text such as 约上周五下午.
type datePhrase struct {
	dated
	hedge   string
	weekday int // 1 to 7 if one was said beside the date, else 0
}

const mostDatePhrase = 100 // bytes

var (
	hour       = regexp.MustCompile(`(?:[ t]\d{1,2}:\d\d(?::\d\d)?|(?:凌晨|早上|上午|中午|下午|傍晚|晚上)[ \d:点时分半]*)$`)
	besideDay  = regexp.MustCompile(`[(\[]?(?:周|星期|礼拜)([1-6日天])[)\]]?$`)
	dateStarts = []string{"日期", "时间", "于", "在", "是", "为", ":"}
	betweens   = regexp.MustCompile(`[-~至到和、,]`)
)

// parseDate reads a date that exists in the calendar, or a month.
func parseDate(typed string, now present) (found datePhrase, err error) {
	s := phraseOf(typed)
	if len(s) > mostDatePhrase {
		return found, errNoDate
	}
	s = found.strip(arabicDate(hour.ReplaceAllString(s, "")))
	if d, ok := matchDate(s, now); ok {
		found.dated = d
		return found, d.verdict()
	}
	if beside := besideDay.FindStringSubmatchIndex(s); beside != nil {
		if d, ok := matchDate(s[:beside[0]], now); ok {
			found.dated, found.weekday = d, weekdayNumber(s[beside[2]:beside[3]])
			return found, d.verdict()
		}
	}
	return found, twoDatesOrNone(s, now)
}

func matchDate(s string, now present) (dated, bool) {
	for _, p := range fixedPhrases {
		if d, ok := p.match(s, now); ok {
			return d, true
		}
	}
	if !now.known {
		return dated{}, false
	}
	for _, phrases := range [][]phrase{relativePhrases, holidayPhrases, englishPhrases} {
		for _, p := range phrases {
			if d, ok := p.match(s, now); ok {
				return d, true
			}
		}
	}
	return dated{}, false
}

func (d dated) verdict() error {
	if !d.exists() {
		return errNoSuchDate
	}
	return nil
}

// strip takes hedges and filling words off.
func (f *datePhrase) strip(s string) string {
	for {
		if word := prefixOf(s, dateStarts); word != "" {
			s = s[len(word):]
		} else if word := prefixOf(s, hedgesBefore); word != "" {
			f.hedge, s = word, s[len(word):]
		} else {
			break
		}
	}
	if word := suffixOf(s, hedgesAfter); word != "" {
		f.hedge, s = word, strings.TrimSuffix(s, word)
	}
	return s
}

var (
	gaps     = regexp.MustCompile(`(\d) +(\d)`)
	numerals = regexp.MustCompile(`[〇零○一二两三四五六七八九十廿卅]+`)
)

// arabicDate writes the Chinese numerals of a date in digits, parts digits at
// spaces and takes the other spaces out.
func arabicDate(s string) string {
	s = numerals.ReplaceAllStringFunc(strings.ReplaceAll(s, "元月", "1月"), arabicNumeral)
	s = gaps.ReplaceAllString(gaps.ReplaceAllString(s, "$1-$2"), "$1-$2")
	return strings.ReplaceAll(s, " ", "")
}

func arabicNumeral(numeral string) string {
	if digits, ok := arabic(numeral); ok {
		return digits
	}
	if n, err := parseNumeral(numeral); err == nil && n.IsInt() {
		return n.Num().String()
	}
	return numeral
}

// twoDatesOrNone looks whether a text that is no date begins with one.
func twoDatesOrNone(s string, now present) error {
	for _, between := range betweens.FindAllStringIndex(s, -1) {
		if _, ok := matchDate(s[:between[0]], now); ok && between[1] < len(s) {
			return errTwoDates
		}
	}
	return errNoDate
}

func weekdayNumber(name string) int {
	if n, err := strconv.Atoi(name); err == nil {
		return n
	}
	return map[string]int{"日": 7, "天": 7}[name]
}
