package locales

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

func num(v any) (string, error) {
	switch v := v.(type) {
	case int64:
		return grouped(strconv.FormatInt(v, 10)), nil
	case int:
		return grouped(strconv.Itoa(v)), nil
	case float64:
		return grouped(strconv.FormatFloat(v, 'f', -1, 64)), nil
	}
	return "", fmt.Errorf("num: %T is no number", v)
}

// grouped puts a comma between the thousands of a decimal number.
func grouped(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	digits, rest, _ := strings.Cut(s, ".")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return sign + digits + rest
}

// points says hundredths without trailing zeros.
func points(v any) (string, error) {
	n, err := integer("points", v)
	if err != nil {
		return "", err
	}
	return trimmed(hundredths(n)), nil
}

// trimmed is a number with two decimals without its trailing zeros.
func trimmed(s string) string { return strings.TrimSuffix(strings.TrimSuffix(s, "0"), ".0") }

func (t *tongue) money(v any) (string, error) {
	const wan, least = 1_000_000, 10_000 // 分 in 万元, and in a hundredth of it
	fen, err := integer("money", v)
	if err != nil {
		return "", err
	}
	switch {
	case t.lang == "en":
		return "CNY " + yuan(fen), nil
	case (fen >= wan || fen <= -wan) && fen%least == 0:
		return trimmed(hundredths(fen/least)) + " 万元", nil
	}
	return yuan(fen) + " 元", nil
}

func yuan(fen int64) string { return strings.TrimSuffix(hundredths(fen), ".00") }

// hundredths writes n/100 exactly, also for the smallest int64.
func hundredths(n int64) string {
	sign, size := "", uint64(n)
	if n < 0 {
		sign, size = "-", -uint64(n)
	}
	return sign + grouped(strconv.FormatUint(size/100, 10)) + fmt.Sprintf(".%02d", size%100)
}

func size(v any) (string, error) {
	n, err := integer("size", v)
	if err != nil {
		return "", err
	}
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n), nil
	case n < 1<<20:
		return fmt.Sprintf("%d KB", (n+1<<9)>>10), nil
	}
	tenths := math.Round(float64(n) / (1 << 20) * 10)
	return strconv.FormatFloat(tenths/10, 'f', -1, 64) + " MB", nil
}

func add(a, b any) (int64, error) { return sum("add", a, b, 1) }

func sub(a, b any) (int64, error) { return sum("sub", a, b, -1) }

func sum(name string, a, b any, sign int64) (int64, error) {
	x, err := integer(name, a)
	if err != nil {
		return 0, err
	}
	y, err := integer(name, b)
	return x + sign*y, err
}

// integer takes what templates count with: int64 from data, int from literals and len.
func integer(name string, v any) (int64, error) {
	switch v := v.(type) {
	case int64:
		return v, nil
	case int:
		return int64(v), nil
	}
	return 0, fmt.Errorf("%s: a %T is no whole number", name, v)
}
