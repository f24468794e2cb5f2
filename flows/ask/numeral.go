package ask

import (
	"errors"
	"math/big"
	"strings"
)

// What a numeral may turn out to be instead of one number.
var (
	errNoNumber   = errors.New("no number")
	errTwoNumbers = errors.New("two numbers")
)

// numeralDigits are the digits that numerals are written with besides 0 to 9.
var numeralDigits = map[rune]int64{
	'〇': 0, '零': 0, '○': 0,
	'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '两': 2,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
	'弌': 1, '弍': 2, '弎': 3, '貳': 2, '參': 3, '陸': 6, '兩': 2,
}

// plainNumerals writes one sign for those that mean the same.
var plainNumerals = strings.NewReplacer("拾", "十", "佰", "百", "仟", "千", "萬", "万", "億", "亿",
	"廿", "二十", "卅", "三十", "卌", "四十", "點", "点", "w", "万", "k", "千")

// powers are the units inside a section of four digits.
var powers = map[rune]int64{'十': 10, '百': 100, '千': 1000}

// parseNumeral reads one number written in Arabic digits, Chinese numerals or
// both: 300,000 · 3.5万 · 3万5千 · 三百零五 · 一万二 · 二〇二五 · 壹拾贰 · 三点五万.
// It is exact. It reports errTwoNumbers for what could mean either of two (两三万)
// and errNoNumber for everything else it does not know.
func parseNumeral(s string) (*big.Rat, error) {
	return parseParts(plainNumerals.Replace(s), []part{{"亿", 100_000_000}, {"万", 10_000}})
}

// A part is a sign that multiplies all that stands before it.
type part struct {
	sign  string
	times int64
}

func parseParts(s string, parts []part) (*big.Rat, error) {
	if len(parts) == 0 {
		return parseSection(s)
	}
	p := parts[0]
	i := strings.LastIndex(s, p.sign)
	if i < 0 {
		return parseParts(s, parts[1:])
	}
	head, tail := s[:i], s[i+len(p.sign):]
	value, err := parseParts(head, parts[1:]) // 一万亿: before 亿 there may be 万
	if err != nil {
		return nil, err
	}
	value.Mul(value, big.NewRat(p.times, 1))
	if tail == "" {
		return value, nil
	}
	rest, err := parseTail(tail, p.times, func(s string) (*big.Rat, error) { return parseParts(s, parts[1:]) })
	if err != nil {
		return nil, err
	}
	if strings.ContainsAny(head, ".点") {
		return nil, errNoNumber
	}
	return value.Add(value, rest), nil
}

// parseTail reads what follows a unit: a lone digit counts in tenths of the unit
// (一万二 is 12,000), anything else must be smaller than the unit.
func parseTail(tail string, unit int64, parse func(string) (*big.Rat, error)) (*big.Rat, error) {
	if d, ok := loneDigit(tail); ok && unit > 10 {
		return big.NewRat(d*unit/10, 1), nil
	}
	tail = strings.TrimLeft(tail, "零〇○")
	rest, err := parse(tail)
	if err != nil {
		return nil, err
	}
	if rest.Cmp(big.NewRat(unit, 1)) >= 0 {
		return nil, errNoNumber
	}
	return rest, nil
}

func loneDigit(s string) (int64, bool) {
	runes := []rune(s)
	if len(runes) != 1 {
		return 0, false
	}
	return digit(runes[0])
}

func digit(r rune) (int64, bool) {
	if r >= '0' && r <= '9' {
		return int64(r - '0'), true
	}
	d, ok := numeralDigits[r]
	return d, ok
}

// parseSection reads a number without 万 and 亿.
func parseSection(s string) (*big.Rat, error) {
	if whole, decimals, found := strings.Cut(s, "点"); found {
		return parsePoint(whole, decimals)
	}
	for _, power := range []rune{'千', '百', '十'} {
		head, tail, found := strings.Cut(s, string(power))
		if found {
			return parsePower(head, tail, powers[power])
		}
	}
	return parseDigits(s)
}

// parsePoint reads decimals spoken digit by digit: 十二点五.
func parsePoint(whole, decimals string) (*big.Rat, error) {
	value, err := parseSection(whole)
	if err != nil {
		return nil, err
	}
	digits, ok := arabic(decimals)
	if !ok || digits == "" {
		return nil, errNoNumber
	}
	rest, err := rational("0." + digits)
	if err != nil {
		return nil, err
	}
	return value.Add(value, rest), nil
}

func parsePower(head, tail string, power int64) (*big.Rat, error) {
	value := big.NewRat(power, 1)
	if head != "" {
		d, err := parseDigits(head)
		if err != nil {
			return nil, err
		}
		if _, spoken := loneDigit(head); !spoken && !strings.ContainsAny(head, "0123456789") {
			return nil, errTwoNumbers
		}
		value.Mul(value, d)
	}
	if tail == "" {
		return value, nil
	}
	rest, err := parseTail(tail, power, parseSection)
	if err != nil {
		return nil, err
	}
	if strings.ContainsAny(head, ".点") {
		return nil, errNoNumber
	}
	return value.Add(value, rest), nil
}
