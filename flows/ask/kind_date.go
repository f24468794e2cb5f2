package ask

import (
	"encoding"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A DateField is a civil date as the owner of the form types it, read and
// written as YYYY-MM-DD.
type DateField interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

// Date asks for a day from 1900 to 2100. It is typed in any usual way (2025-03-04,
// 3月4日, 二〇二五年三月四日, 昨天, 上周五, 上月底) or pressed as YYYY-MM-DD. With
// MonthEnough the field holds the month's first day.
func Date(name string, field DateField, rules ...Rule) Question {
	t := typed[string]{
		read:  readDate,
		check: checkDate,
		put:   func(date string) error { return field.UnmarshalText([]byte(date)) },
		save:  func() func() { return saveAny(field) },
		show:  showDate,
	}
	return newQuestion(name, KindDate, t, limits{}, rules)
}

func readDate(q Question, in Input) (got reading[string], no *Refusal) {
	now := in.present(q.limits)
	if in.kind() == "press" {
		d, ok := parseCivil(in.Choice)
		if !ok {
			return got, Refuse(RefusedWantsText, with{"Kind": "press"})
		}
		return reading[string]{value: d.String()}, q.checkFuture(d, now)
	}
	if no := in.wantsText(); no != nil {
		return got, no
	}
	found, err := parseDate(in.Text, now)
	if err != nil {
		return got, q.noDate(in, err)
	}
	if no := q.checkPhrase(found, now); no != nil {
		return got, no
	}
	return reading[string]{value: found.String(), changed: !plainDate(in.Text), hedge: found.hedge}, q.checkFuture(found.civil, now)
}

// plainDate reports whether a day, or a month, was typed so that nothing had to be
// guessed.
func plainDate(typed string) bool {
	s := strings.TrimSpace(typed)
	_, day := fullDate.match(s, present{})
	_, month := fullMonth.match(s, present{})
	return day || month
}

func (q Question) noDate(in Input, err error) *Refusal {
	year, only := parseYear(in.Text, in.present(q.limits))
	switch {
	case only:
		example := exampleDate(strconv.Itoa(year) + "-10-01")
		return Refuse(RefusedMonthMissing, with{"Year": year, "Months": q.limits.monthOnly, "Example": example[:q.exampleLength()]})
	case errors.Is(err, errNoSuchDate):
		return Refuse(RefusedNoSuchDate, with{"Text": quote(in.Text)})
	case errors.Is(err, errTwoDates):
		return Refuse(RefusedTwoDates, with{"Text": quote(in.Text), "Example": exampleDate(in.Today)[:q.exampleLength()]})
	}
	return Refuse(RefusedNotADate, with{"Text": quote(in.Text), "Example": exampleDate(in.Today)[:q.exampleLength()]})
}

// exampleLength is how much of a date the question wants at least.
func (q Question) exampleLength() int {
	if q.limits.monthOnly {
		return len("2006-01")
	}
	return len(time.DateOnly)
}

// exampleDate is today's, or some day's if today is not known.
func exampleDate(today string) string {
	if _, ok := parseCivil(today); ok {
		return today
	}
	return "2025-03-04"
}

// checkPhrase refuses a month where a day is wanted and a weekday that is not the day's.
func (q Question) checkPhrase(found datePhrase, now present) *Refusal {
	switch is := found.civil.weekday(); {
	case found.monthOnly && !q.limits.monthOnly:
		return Refuse(RefusedDayMissing, with{"Month": found.String()[:7], "Example": found.String()})
	case found.weekday != 0 && !found.monthOnly && found.weekday != is:
		return Refuse(RefusedWrongWeekday, with{"Date": found.String(), "Has": found.weekday, "Is": is})
	}
	return nil
}

// checkFuture compares with today; if that is not known, nothing passes NotFuture.
func (q Question) checkFuture(d civil, now present) *Refusal {
	if q.limits.notFuture && (!now.known || d.after(now.today)) {
		return Refuse(RefusedInFuture, with{"Date": d.String(), "Today": now.today.String()})
	}
	return nil
}

func checkDate(q Question, date string) *Refusal {
	d, ok := parseCivil(date)
	switch l := q.limits; {
	case !ok:
		return Refuse(RefusedNoSuchDate, with{"Text": quote(date)})
	case d.year < FirstYear || d.year > LastYear:
		return Refuse(RefusedYearOutOfRange, with{"Year": d.year, "From": FirstYear, "To": LastYear})
	case len(l.years) > 0 && !slices.Contains(l.years, d.year):
		return Refuse(RefusedWrongYear, with{"Year": d.year, "Years": l.years})
	case l.notBefore != "" && date < l.notBefore:
		return Refuse(RefusedTooEarly, with{"Date": date, "Min": l.notBefore})
	case l.notAfter != "" && date > l.notAfter:
		return Refuse(RefusedTooLate, with{"Date": date, "Max": l.notAfter})
	}
	return nil
}

func showDate(q Question, date string) (map[string]any, error) {
	d, ok := parseCivil(date)
	if !ok {
		return nil, errNoDate
	}
	month := ""
	if q.limits.monthOnly && d.day == 1 {
		month = date[:7]
	}
	return with{"Date": date, "Month": month}, nil
}
