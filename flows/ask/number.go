package ask

import (
	"math/big"
	"strings"
)

// A quantity is a number read from a phrase such as 约30万元左右.
type quantity struct {
	value  *big.Rat
	scaled bool   // 万 or 亿 was said, so no unit of the question's is meant
	unit   string // as typed, folded; "" if none
	hedge  string // 约, 不到, 左右, 多 …
}

// mostPhrase is the longest phrase read as a number, in bytes; real ones are
// shorter, and arithmetic on what people paste stays cheap.
const mostPhrase = 160

// hedges say that a number is not meant exactly.
var (
	hedgesBefore = []string{"大约", "大概", "约为", "约", "差不多", "将近", "接近", "近", "不到", "不足", "不超过", "不少于", "超过", "超", "逾", "至少", "最多"}
	hedgesAfter  = []string{"左右", "上下", "以上", "以内"}
	fillers      = []string{"共计", "总计", "合计", "一共", "总共", "共有", "共", "有", "是", "为"}
	moneySigns   = []string{"人民币", "rmb", "cny", "¥"}
)

// parseQuantity reads a number with its unit, one of the known ones or own.
// It reports errTwoNumbers for a range, and errNoNumber.
func parseQuantity(typed, own string) (quantity, error) {
	s := phraseOf(typed)
	if len(s) > mostPhrase {
		return quantity{}, errNoNumber
	}
	var q quantity
	s = q.stripBefore(joined(s))
	s, sign := stripSign(s)
	body, rest := numeralRun(s)
	body = q.stripMore(body)
	rest = q.stripAfter(rest)
	if rest = q.takeUnit(rest, own); rest != "" {
		return q, twoOrNone(body, rest)
	}
	value, err := parseNumeral(body)
	if err != nil {
		return q, err
	}
	q.value, q.scaled = value.Mul(value, sign), strings.ContainsAny(body, "万萬亿億w")
	return q, nil
}

// stripBefore takes hedges, filling words and units off the front.
func (q *quantity) stripBefore(s string) string {
	for {
		if word := prefixOf(s, hedgesBefore); word != "" {
			q.hedge, s = word, s[len(word):]
		} else if word := prefixOf(s, fillers); word != "" {
			s = s[len(word):]
		} else if word := prefixOf(s, moneySigns); word != "" {
			q.unit, s = "元", s[len(word):]
		} else if after, found := strings.CutPrefix(s, "百分之"); found {
			q.unit, s = "%", after
		} else {
			return s
		}
	}
}

func stripSign(s string) (string, *big.Rat) {
	for _, minus := range []string{"-", "负"} {
		if after, ok := strings.CutPrefix(s, minus); ok {
			return after, big.NewRat(-1, 1)
		}
	}
	return strings.TrimPrefix(s, "+"), big.NewRat(1, 1)
}

// numeralSigns are the characters a number is written with.
const numeralSigns = ".,点點十拾百佰千仟万萬亿億廿卅卌wk多余来"

// numeralRun cuts off the number that begins a phrase.
func numeralRun(s string) (body, rest string) {
	i := strings.IndexFunc(s, func(r rune) bool { return !isDigit(r) && !strings.ContainsRune(numeralSigns, r) })
	if i < 0 {
		return s, ""
	}
	return s[:i], s[i:]
}

// stripMore takes 多, 余 and 来 (30多万, 300余人) out of a number.
func (q *quantity) stripMore(body string) string {
	for _, more := range []string{"多", "余", "来"} {
		if head, tail, found := strings.Cut(body, more); found && head != "" {
			q.hedge, body = more, head+tail
		}
	}
	return body
}

// stripAfter takes hedges off the end.
func (q *quantity) stripAfter(rest string) string {
	if word := suffixOf(rest, hedgesAfter); word != "" {
		q.hedge, rest = word, strings.TrimSuffix(rest, word)
	}
	return rest
}

// takeUnit takes the unit off the front of what follows the number.
func (q *quantity) takeUnit(rest, own string) string {
	unit := prefixOf(rest, unitWords)
	if len(own) > len(unit) && strings.HasPrefix(rest, own) {
		unit = own
	}
	if unit != "" {
		q.unit = unit
	}
	return rest[len(unit):]
}

// twoOrNone says why a phrase with something left over is no number.
func twoOrNone(body, rest string) error {
	latin := rest[0] >= 'a' && rest[0] <= 'z'
	if body != "" && !latin && strings.ContainsFunc(rest, isDigit) {
		return errTwoNumbers
	}
	return errNoNumber
}
