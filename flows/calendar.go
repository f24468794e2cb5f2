package flows

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"luling/flows/ask"
)

// dateButtons answer a date question at once, or open its calendar.
func (s *session) dateButtons(q ask.Question) (rows [][]Button) {
	today := s.tx.Today()
	span := q.Span(today.String())
	var near []Button
	if span.Takes(today.String()) && !span.Months {
		near = append(near, dayButton("button.today", today.String()))
	}
	if yesterday := today.AddDays(-1).String(); span.Takes(yesterday) && !span.Months && q.Bounds()["Past"] == true {
		near = append(near, dayButton("button.yesterday", yesterday))
	}
	open := Button{Text: "button.calendar", Data: map[string]any{"Months": span.Months}, Do: doCalendar, Arg: s.firstPage(q, span)}
	if near == nil {
		return [][]Button{{open}}
	}
	return [][]Button{near, {open}}
}

func dayButton(text, day string) Button {
	d, _ := time.Parse(time.DateOnly, day)
	return Button{Text: text, Data: map[string]any{"Month": int(d.Month()), "Day": d.Day()}, Do: doPick, Arg: day}
}

// firstPage is the page of the calendar that opens: that of the stored answer,
// else of the day nearest to today.
func (s *session) firstPage(q ask.Question, span ask.Span) string {
	at := span.Nearest(s.tx.Today().String())
	if was, ok := q.Shown(s.rows[q.Name].Value)["Date"].(string); ok && span.Takes(was) {
		at = was
	}
	if span.Months {
		return at[:len("2006")]
	}
	return at[:len("2006-01")]
}

// calendar is a page of the question's calendar as buttons: the days of a month
// ("2026-03"), the months of a year ("2026"), or the years of a decade ("2020s").
// What the question does not take cannot be pressed. A page that is none is the
// first.
func (s *session) calendar(q ask.Question) [][]Button {
	span := q.Span(s.tx.Today().String())
	p := pages{span: span, has: fmt.Sprint(q.Shown(s.rows[q.Name].Value)["Date"])}
	at := s.c.Section
	if !isPage(at) {
		at = s.firstPage(q, span)
	}
	year, _ := strconv.Atoi(at[:len("2006")])
	var rows [][]Button
	switch len(at) {
	case len("2006"):
		rows = p.months(year)
	case len("2006s"):
		rows = p.years(year)
	default:
		month, _ := strconv.Atoi(at[len("2006-"):])
		rows = p.days(year, month)
	}
	return append(rows, Row(Button{Text: "button.close_calendar", Do: doShow}))
}

// isPage reports whether a string names a page of the calendar.
func isPage(at string) bool {
	layout := "2006-01"
	if digits, is := strings.CutSuffix(at, "s"); is {
		at, layout = digits, "2006"
	} else if len(at) == len("2006") {
		layout = "2006"
	}
	t, err := time.Parse(layout, at)
	return err == nil && t.Year() >= ask.FirstYear && t.Year() <= ask.LastYear
}
