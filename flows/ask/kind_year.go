package ask

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Year asks for a year from 1900 to 2100: 2025, 二〇二五年, 25年, 去年. A press may
// carry its four digits.
func Year(name string, field *int, rules ...Rule) Question {
	t := typedInto(field)
	t.read = readYear
	t.check = checkYear
	t.show = func(_ Question, year int) (map[string]any, error) { return with{"Year": year}, nil }
	return newQuestion(name, KindYear, t, limits{}, rules)
}

func readYear(q Question, in Input) (got reading[int], no *Refusal) {
	now := in.present(q.limits)
	if in.kind() == "press" {
		n, ok := canonical(in.Choice)
		if !ok || n < FirstYear || n > LastYear {
			return got, Refuse(RefusedWantsText, with{"Kind": "press"})
		}
		return reading[int]{value: int(n)}, q.checkFutureYear(int(n), now)
	}
	if no := in.wantsText(); no != nil {
		return got, no
	}
	year, ok := parseYear(in.Text, now)
	if !ok {
		return got, Refuse(RefusedNotAYear, with{"Text": quote(in.Text), "Example": exampleDate(in.Today)[:4]})
	}
	changed := !fourDigits.MatchString(strings.TrimSpace(in.Text))
	return reading[int]{value: year, changed: changed}, q.checkFutureYear(year, now)
}

var (
	fourDigits = regexp.MustCompile(`^(\d{4})(?:年度?)?$`)
	twoDigits  = regexp.MustCompile(`^(\d\d)年度?$`)
	yearWord   = regexp.MustCompile(shorthand.Replace(`^YEAR$`))
)

func parseYear(typed string, now present) (year int, ok bool) {
	if len(typed) > mostDatePhrase {
		return 0, false
	}
	s := arabicDate(phraseOf(typed))
	if g := fourDigits.FindStringSubmatch(s); g != nil {
		return atoi(g[1]), true
	}
	if !now.known {
		return 0, false
	}
	if g := twoDigits.FindStringSubmatch(s); g != nil {
		return now.century(atoi(g[1])), true
	}
	if g := yearWord.FindStringSubmatch(s); g != nil {
		return now.year(g[1]), true
	}
	return 0, false
}

func (q Question) checkFutureYear(year int, now present) *Refusal {
	if q.limits.notFuture && (!now.known || year > now.today.year) {
		return Refuse(RefusedInFuture, with{"Date": strconv.Itoa(year), "Today": strconv.Itoa(now.today.year)})
	}
	return nil
}

func checkYear(q Question, year int) *Refusal {
	from, to := FirstYear, LastYear
	if q.limits.min != nil {
		from = max(from, int(*q.limits.min))
	}
	if q.limits.max != nil {
		to = min(to, int(*q.limits.max))
	}
	switch years := q.limits.years; {
	case year < from || year > to:
		return Refuse(RefusedYearOutOfRange, with{"Year": year, "From": from, "To": to})
	case len(years) > 0 && !slices.Contains(years, year):
		return Refuse(RefusedWrongYear, with{"Year": year, "Years": years})
	}
	return nil
}
