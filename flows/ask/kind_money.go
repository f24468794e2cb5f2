package ask

import (
	"math/big"
	"regexp"
	"strings"
)

// MostMoney is the largest amount, in 分: 十万亿元.
const MostMoney = 1_000_000_000_000_000

// Money asks for an amount; the field holds 分. A bare number is 元 unless Unit
// says another (Unit("万元")); 万 or 元 in what is typed is taken literally.
func Money(name string, field *int64, rules ...Rule) Question {
	return newQuestion(name, KindMoney, counted(field, byFen), limits{}, rules)
}

var byFen = measured(measure{parts: 100, limit: MostMoney, unit: "元", parse: parseMoney, show: showMoney})

func showMoney(_ Question, fen int64) with { return with{"Money": fen} }

// small is 角 and 分 at the end of an amount; 3块5 is said for 3块5角.
var small = regexp.MustCompile(`^(.*[元块圆])(?:([0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?:角|毛|$))?(?:[零〇]?([0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分)?[整正]?$`)

// parseMoney reads a quantity of 元 with 角 and 分.
func parseMoney(typed, own string) (quantity, error) {
	m := small.FindStringSubmatch(phraseOf(typed))
	if m == nil || m[2]+m[3] == "" {
		return parseQuantity(typed, own)
	}
	q, err := parseQuantity(m[1], own)
	if err != nil {
		return q, err
	}
	jiao, _ := loneDigit(m[2])
	fen, _ := loneDigit(m[3])
	rest := big.NewRat(jiao*10+fen, 100)
	if strings.ContainsAny(m[1], "-负") {
		rest.Neg(rest)
	}
	q.value.Add(q.value, rest)
	return q, nil
}
