package ask

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// A measure is how a number's kind is counted: numbers by ones, money in 分,
// scores in hundredths.
type measure struct {
	parts int64  // of a whole: 1 or 100
	limit int64  // largest, in parts
	unit  string // the kind's own unit if the question gives none
	parse func(typed, own string) (quantity, error)
	show  func(Question, int64) with
	check func(Question, int64) *Refusal // further rules; may be nil

	does typed[int64] // its functions, without a field
}

// measured makes the functions of a measure once for all questions.
func measured(m measure) *measure {
	m.does = typed[int64]{read: m.read, check: m.refuse, show: func(q Question, n int64) (map[string]any, error) { return m.show(q, n), nil }}
	return &m
}

// counted is the binding of everything that is one int64.
func counted(field *int64, m *measure) binding {
	t := m.does
	t.field = field
	return t
}

func (m *measure) refuse(q Question, n int64) *Refusal {
	if no := q.checkNumber(n, m); no != nil || m.check == nil {
		return no
	}
	return m.check(q, n)
}

// noneAtAll are the words for zero of whatever is counted.
var noneAtAll = []string{"无", "没有", "暂无", "none"}

func (m *measure) read(q Question, in Input) (got reading[int64], no *Refusal) {
	if in.kind() == "press" {
		n, ok := canonical(in.Choice)
		if !ok {
			return got, Refuse(RefusedWantsText, with{"Kind": "press"})
		}
		return reading[int64]{value: n}, nil
	}
	if no := in.wantsText(); no != nil {
		return got, no
	}
	times, own := splitUnit(cmp.Or(q.limits.unit, m.unit))
	if slices.Contains(noneAtAll, plainWord(in.Text)) {
		return reading[int64]{changed: true}, nil
	}
	found, err := m.parse(in.Text, own)
	if err != nil {
		return got, q.noNumber(in.Text, err)
	}
	if !sameUnit(found.unit, own) {
		return got, Refuse(RefusedWrongUnit, with{"Text": quote(in.Text), "Unit": cmp.Or(q.limits.unit, m.unit)})
	}
	if found.unit == "" && !found.scaled {
		found.value.Mul(found.value, big.NewRat(times, 1))
	}
	return m.whole(q, in.Text, found)
}

// whole counts a quantity in parts, exactly or not at all.
func (m *measure) whole(q Question, typed string, found quantity) (got reading[int64], no *Refusal) {
	parts := new(big.Rat).Mul(found.value, big.NewRat(m.parts, 1))
	if new(big.Rat).Abs(parts).Cmp(big.NewRat(m.limit, 1)) > 0 {
		if parts.Sign() < 0 {
			return got, Refuse(RefusedNegative, with{"Text": quote(typed)})
		}
		return got, Refuse(RefusedAbsurd, with{"Text": quote(typed), "Max": m.limit, "Kind": string(q.Kind)})
	}
	if !parts.IsInt() && m.parts == 1 {
		return got, Refuse(RefusedNotWhole, with{"Text": quote(typed)})
	}
	if !parts.IsInt() {
		return got, Refuse(RefusedTooFine, with{"Text": quote(typed)})
	}
	return reading[int64]{value: parts.Num().Int64(), hedge: found.hedge, changed: m.changed(typed, found)}, nil
}

// changed reports whether a quantity was typed other than in plain digits,
// grouped or not, with or without its unit.
func (m *measure) changed(typed string, found quantity) bool {
	plain := strings.ReplaceAll(strings.TrimSpace(typed), ",", "")
	plain = strings.TrimSpace(strings.TrimSuffix(plain, found.unit))
	value, err := parseDigits(plain)
	return err != nil || !plainDigits.MatchString(plain) || value.Cmp(found.value) != 0
}

// checkNumber is the rules of every counted kind.
func (q Question) checkNumber(n int64, m *measure) *Refusal {
	l, kind := q.limits, string(q.Kind)
	switch {
	case n < 0 && (l.min == nil || *l.min >= 0):
		return Refuse(RefusedNegative, with{"Text": printed(n, m.parts)})
	case l.min != nil && n < *l.min:
		return Refuse(RefusedTooSmall, with{"Min": *l.min, "Has": n, "Kind": kind})
	case l.max != nil && n > *l.max:
		return Refuse(RefusedTooBig, with{"Max": *l.max, "Has": n, "Kind": kind})
	case n > m.limit || n < -m.limit:
		return Refuse(RefusedAbsurd, with{"Text": printed(n, m.parts), "Max": m.limit, "Kind": kind})
	}
	return nil
}

// printed writes a counted number in whole units with what decimals it needs.
func printed(n, parts int64) string {
	s := big.NewRat(n, parts).FloatString(2)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// canonical reads a number as a button carries it: digits as they are stored.
func canonical(s string) (int64, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil && strconv.FormatInt(n, 10) == s
}
