package ask

import (
	"errors"
	"regexp"
	"strings"
)

// What a text may turn out to be instead of one telephone number.
var (
	errNoPhone    = errors.New("no telephone number")
	errTwoPhones  = errors.New("two telephone numbers")
	errNoAreaCode = errors.New("no area code")
)

var (
	mobile     = regexp.MustCompile(`^1[3-9]\d{9}$`)
	landline   = regexp.MustCompile(`^(0(?:10|2\d))([2-9]\d{7})$|^(0[3-9]\d{2})([2-9]\d{6,7})$`)
	hotline    = regexp.MustCompile(`^([48]00)(\d{3})(\d{4})$`)
	local      = regexp.MustCompile(`^[2-9]\d{6,7}$`)
	extension  = regexp.MustCompile(`^(.*\d)(?:转|ext\.?|#)(\d{1,6})$|^(0\d{2,3}-[2-9]\d{6,7})-(\d{1,6})$`)
	phoneLabel = regexp.MustCompile(`^(?:联系)?(?:电话|方式|手机)(?:号码|号)?\s*[:=]?|^(?:phone|mobile|tel)\s*[:=]`)
	abroad     = regexp.MustCompile(`^(?:\+|00)86`)
	phoneGaps  = strings.NewReplacer(" ", "", "-", "", ".", "", "·", "", "(", "", ")", "", "/", "", ",", "")
)

// parsePhone reads a mainland number and writes it as 13800000000, 0796-8228888,
// 0796-8228888-801 or 400-800-0000.
func parsePhone(typed string) (string, error) {
	s := phoneLabel.ReplaceAllString(phraseOf(typed), "")
	number, inside := cutExtension(strings.ReplaceAll(s, " ", ""))
	number, err := mainland(phoneGaps.Replace(number))
	if errors.Is(err, errNoPhone) && twoPhones(s) {
		return "", errTwoPhones
	}
	if err != nil || inside == "" {
		return number, err
	}
	if !strings.HasPrefix(number, "0") {
		return "", errNoPhone
	}
	return number + "-" + inside, nil
}

// twoPhones reports whether a line is two numbers parted by something.
func twoPhones(line string) bool {
	before, after, found := cutAny(line, " ,、;/")
	if !found {
		return false
	}
	_, first := mainland(phoneGaps.Replace(before))
	_, second := mainland(phoneGaps.Replace(after))
	return first == nil && second == nil
}

func cutAny(s, signs string) (before, after string, found bool) {
	i := strings.IndexAny(s, signs)
	if i < 0 {
		return s, "", false
	}
	return s[:i], strings.TrimLeft(s[i:], signs), true
}

func cutExtension(s string) (number, inside string) {
	g := extension.FindStringSubmatch(s)
	switch {
	case g == nil:
		return s, ""
	case g[2] != "":
		return g[1], g[2]
	}
	return g[3], g[4]
}

// mainland writes a number of digits alone.
func mainland(digits string) (string, error) {
	if code := abroad.FindString(digits); code != "" {
		digits = digits[len(code):]
		if !strings.HasPrefix(digits, "0") && !mobile.MatchString(digits) {
			digits = "0" + digits
		}
	} else if home, ok := strings.CutPrefix(digits, "86"); ok && mobile.MatchString(home) {
		digits = home
	}
	if mobile.MatchString(digits) {
		return digits, nil
	}
	if g := landline.FindStringSubmatch(digits); g != nil {
		return g[1] + g[3] + "-" + g[2] + g[4], nil
	}
	if g := hotline.FindStringSubmatch(digits); g != nil {
		return strings.Join(g[1:], "-"), nil
	}
	if local.MatchString(digits) {
		return "", errNoAreaCode
	}
	return "", errNoPhone
}
