package ask

import (
	"fmt"
	"slices"
)

// A Span is which days a date question takes: those from From to To, both
// included (YYYY-MM-DD), in one of Years, any if there are none. With Months it
// takes months, each as its first day.
type Span struct {
	From, To string
	Years    []int
	Months   bool
}

// Span returns the days the question takes on a day, so that a calendar need not
// offer others. Without today nothing is known of the future and To is as the
// rules say.
func (q Question) Span(today string) Span {
	l := q.limits
	s := Span{From: fmt.Sprintf("%d-01-01", FirstYear), To: fmt.Sprintf("%d-12-31", LastYear), Years: l.years, Months: l.monthOnly}
	if l.notBefore != "" {
		s.From = max(s.From, l.notBefore)
	}
	if l.notAfter != "" {
		s.To = min(s.To, l.notAfter)
	}
	if l.notFuture && today != "" {
		s.To = min(s.To, today)
	}
	return s
}

// Takes reports whether a day may be given.
func (s Span) Takes(date string) bool {
	d, ok := parseCivil(date)
	return ok && s.From <= date && date <= s.To && (len(s.Years) == 0 || slices.Contains(s.Years, d.year))
}

// TakesAny reports whether some day of a month may be given; of a span of months,
// the month itself.
func (s Span) TakesAny(year, month int) bool {
	first := civil{year, month, 1}
	if s.Months {
		return s.Takes(first.String())
	}
	from, to := max(s.From, first.String()), min(s.To, first.monthEnd().String())
	return from <= to && s.Takes(from)
}

// TakesYear reports whether some day of the years may be given.
func (s Span) TakesYear(from, to int) bool {
	for year := from; year <= to; year++ {
		for month := 1; month <= 12; month++ {
			if s.TakesAny(year, month) {
				return true
			}
		}
	}
	return false
}

// Nearest is the day itself, or the end of the span that is next to it.
func (s Span) Nearest(date string) string { return min(max(date, s.From), s.To) }
