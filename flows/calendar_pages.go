package flows

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"luling/flows/ask"
)

// pages are the pages of one question's calendar.
type pages struct {
	span ask.Span
	has  string // the stored answer, as a day
}

// noDay stands where there is nothing to press.
var noDay = Button{Label: "·", Inert: true}

func (p pages) days(year, month int) [][]Button {
	first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	rows := [][]Button{p.turn(p.monthPage(first.AddDate(0, -1, 0)), title("button.month_of", year, month, strconv.Itoa(year)), p.monthPage(first.AddDate(0, 1, 0)))}
	var week []Button
	for day := range 7 {
		week = append(week, Button{Text: "button.weekday", Data: map[string]any{"Day": day + 1}, Inert: true})
	}
	rows = append(rows, week)
	for day := first.AddDate(0, 0, -(int(first.Weekday())+6)%7); day.Before(first.AddDate(0, 1, 0)); day = day.AddDate(0, 0, 7) {
		if week := p.week(day, first.Month()); slices.ContainsFunc(week, func(b Button) bool { return !b.Inert }) {
			rows = append(rows, week)
		}
	}
	return rows
}

// week is the seven days from a Monday, those of one month.
func (p pages) week(monday time.Time, month time.Month) (row []Button) {
	for i := range 7 {
		day := monday.AddDate(0, 0, i)
		if date := day.Format(time.DateOnly); day.Month() == month && p.span.Takes(date) {
			row = append(row, p.pick(Button{Label: strconv.Itoa(day.Day())}, date))
		} else {
			row = append(row, noDay)
		}
	}
	return row
}

func (p pages) months(year int) [][]Button {
	rows := [][]Button{p.turn(p.yearPage(year-1), title("button.year", year, 0, decade(year)), p.yearPage(year+1))}
	for month := 1; month <= 12; month++ {
		if month%3 == 1 {
			rows = append(rows, nil)
		}
		b := Button{Text: "button.month", Data: map[string]any{"Month": month}, Do: doCalendar, Arg: fmt.Sprintf("%d-%02d", year, month)}
		switch {
		case !p.span.TakesAny(year, month):
			b = noDay
		case p.span.Months:
			b = p.pick(b, b.Arg+"-01")
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], b)
	}
	return rows
}

func (p pages) years(from int) [][]Button {
	from -= from % 10
	rows := [][]Button{p.turn(p.decadePage(from-10), Button{Label: fmt.Sprintf("%d–%d", from, from+9), Inert: true}, p.decadePage(from+10))}
	for year := from; year < from+10; year++ {
		if year%5 == 0 {
			rows = append(rows, nil)
		}
		b := noDay
		if p.span.TakesYear(year, year) {
			b = Button{Label: strconv.Itoa(year), Do: doCalendar, Arg: strconv.Itoa(year)}
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], b)
	}
	return rows
}

// pick answers with a day; the stored answer stands out.
func (p pages) pick(b Button, date string) Button {
	b.Do, b.Arg = doPick, date
	if date == p.has {
		b.Style = "primary"
	}
	return b
}

// turn is the row that turns the pages.
func (p pages) turn(back string, title Button, on string) []Button {
	before, after := Button{Label: "‹", Do: doCalendar, Arg: back}, Button{Label: "›", Do: doCalendar, Arg: on}
	before.Inert, after.Inert = back == "", on == ""
	return Row(before, title, after)
}

// title says what page it is, and leads to the one that has it.
func title(text string, year, month int, up string) Button {
	return Button{Text: text, Data: map[string]any{"Year": year, "Month": month}, Do: doCalendar, Arg: up}
}

func decade(year int) string { return strconv.Itoa(year-year%10) + "s" }

// monthPage, yearPage and decadePage name a page, "" if nothing on it may be given.
func (p pages) monthPage(at time.Time) string {
	if !p.span.TakesAny(at.Year(), int(at.Month())) {
		return ""
	}
	return at.Format("2006-01")
}

func (p pages) yearPage(year int) string {
	if !p.span.TakesYear(year, year) {
		return ""
	}
	return strconv.Itoa(year)
}

func (p pages) decadePage(from int) string {
	if !p.span.TakesYear(from, from+9) {
		return ""
	}
	return decade(from)
}
