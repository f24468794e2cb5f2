package ask

import (
	"math/big"
	"regexp"
	"strings"
)

var (
	plainDigits   = regexp.MustCompile(`^(\d+|\d*\.\d+)$`)
	groupedDigits = regexp.MustCompile(`^(\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)(\.\d+)?$`)
)

// parseDigits reads a number of digits alone, Arabic (grouped by threes or fours,
// with decimals) or Chinese (二〇二五).
func parseDigits(s string) (*big.Rat, error) {
	switch {
	case plainDigits.MatchString(s), groupedDigits.MatchString(s):
		return rational(strings.ReplaceAll(s, ",", ""))
	case strings.ContainsAny(s, "0123456789"):
		if strings.Contains(s, ",") {
			return nil, errTwoNumbers
		}
		return nil, errNoNumber
	}
	return spokenDigits(s)
}

// spokenDigits reads Chinese digits one by one. Two digits near each other in
// counting (三四, 三五) say a range, not a number.
func spokenDigits(s string) (*big.Rat, error) {
	digits, ok := arabic(s)
	if !ok || digits == "" {
		return nil, errNoNumber
	}
	if len(digits) == 2 && digits[0] != '0' && (digits[1] == digits[0]+1 || digits[1] == digits[0]+2) {
		return nil, errTwoNumbers
	}
	return rational(digits)
}

// arabic writes Chinese digits as 0 to 9.
func arabic(s string) (string, bool) {
	var b strings.Builder
	for _, r := range s {
		d, ok := numeralDigits[r]
		if !ok {
			return "", false
		}
		b.WriteByte(byte('0' + d))
	}
	return b.String(), true
}

func rational(decimal string) (*big.Rat, error) {
	if v, ok := new(big.Rat).SetString(decimal); ok {
		return v, nil
	}
	return nil, errNoNumber
}
