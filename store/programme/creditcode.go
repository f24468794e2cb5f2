package programme

import (
	"errors"
	"strings"
)

// creditSigns are the 31 signs of a unified social credit code: digits and
// capital letters without I, O, S, V and Z. A sign's value is its place.
const creditSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// ErrCreditCode says that a text is no unified social credit code.
var ErrCreditCode = errors.New("not a unified social credit code")

// CreditCode reads a 统一社会信用代码: 18 signs whose last checks the others.
// Blanks, full width and small letters are put right in the code it gives back.
//
// Source: A5, GB 32100.
func CreditCode(s string) (string, error) {
	code := strings.ToUpper(PlainName(s))
	if len(code) != 18 {
		return "", ErrCreditCode
	}
	sum, weight := 0, 1
	for i := range 17 {
		value := strings.IndexByte(creditSigns, code[i])
		if value < 0 {
			return "", ErrCreditCode
		}
		sum += value * weight
		weight = weight * 3 % 31
	}
	if creditSigns[(31-sum%31)%31] != code[17] {
		return "", ErrCreditCode
	}
	return code, nil
}
