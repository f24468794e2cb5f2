package ask

import (
	"encoding/json"
	"errors"
	"testing"
	"time"
)

// A civilDate is a date field as owners of forms have them.
type civilDate struct{ text string }

func (d civilDate) MarshalText() ([]byte, error) { return []byte(d.text), nil }

func (d *civilDate) UnmarshalText(b []byte) error {
	if _, err := time.Parse(time.DateOnly, string(b)); err != nil {
		return err
	}
	d.text = string(b)
	return nil
}

// Today is Wednesday 2026-06-17 for a meeting that has been.
func TestPastDate(t *testing.T) {
	t.Parallel()
	var d civilDate
	q := Date("held", &d, NotFuture())
	for _, row := range []struct{ says, typed, want string }{
		{"with dashes", "2025-03-04", "2025-03-04"},
		{"with dashes, short", "2025-3-4", "2025-03-04"},
		{"with slashes", "2025/3/4", "2025-03-04"},
		{"with points", "2025.3.4", "2025-03-04"},
		{"without anything between", "20250304", "2025-03-04"},
		{"with commas", "2025，3，4", "2025-03-04"},
		{"with Chinese full stops for points", "2025。3。4", "2025-03-04"},
		{"with a note", "2025年3月4日（补录）", "2025-03-04"},
		{"in words for the units", "2025年3月4日", "2025-03-04"},
		{"with the spoken day", "2025年3月4号", "2025-03-04"},
		{"with spaces between", "2025 年 3 月 4 日", "2025-03-04"},
		{"with spaces only", "2025 3 4", "2025-03-04"},
		{"all in words", "二〇二五年三月四日", "2025-03-04"},
		{"all in words with the other zero", "二零二五年十二月三十一日", "2025-12-31"},
		{"in words with the twenties in one sign", "二〇二五年三月廿五日", "2025-03-25"},
		{"in full width", "２０２５－０３－０４", "2025-03-04"},
		{"in full width with words", "２０２５年３月４日", "2025-03-04"},
		{"with full width points", "２０２５．３．４", "2025-03-04"},
		{"with a full stop", "2025年3月4日。", "2025-03-04"},
		{"with two digits for the year", "25年3月4日", "2025-03-04"},
		{"with two digits and points", "25.3.4", "2025-03-04"},
		{"with two digits of the last century", "99年10月1日", "1999-10-01"},
		{"with the hour", "2025-03-04 14:30", "2025-03-04"},
		{"with the hour in words", "2025年3月4日下午3点半", "2025-03-04"},
		{"with the right weekday", "2025年3月4日(星期二)", "2025-03-04"},
		{"with the right weekday, full width", "2025年3月4日（周二）", "2025-03-04"},
		{"with the wrong weekday", "2025年3月4日星期三", RefusedWrongWeekday},

		{"without a year, already been", "3月4日", "2026-03-04"},
		{"without a year, by points", "3.4", "2026-03-04"},
		{"without a year, by a slash", "3/4", "2026-03-04"},
		{"without a year, in words", "三月四号", "2026-03-04"},
		{"without a year, in full width", "３月４日", "2026-03-04"},
		{"without a year, today", "6月17日", "2026-06-17"},
		{"without a year, tomorrow is last year's", "6月18日", "2025-06-18"},
		{"without a year, December is last year's", "12.31", "2025-12-31"},
		{"the day alone, already been", "5号", "2026-06-05"},
		{"the day alone, today", "17号", "2026-06-17"},
		{"the day alone, not yet", "18日", "2026-05-18"},

		{"today", "今天", "2026-06-17"},
		{"yesterday", "昨天", "2026-06-16"},
		{"yesterday, formal", "昨日", "2026-06-16"},
		{"last night", "昨晚", "2026-06-16"},
		{"this morning", "今早", "2026-06-17"},
		{"the day before", "前天", "2026-06-15"},
		{"the day before that", "大前天", "2026-06-14"},
		{"three days ago", "三天前", "2026-06-14"},
		{"two weeks ago", "两周前", "2026-06-03"},
		{"a month ago", "一个月前", "2026-05-17"},
		{"last Friday", "上周五", "2026-06-12"},
		{"last Friday, otherwise", "上星期五", "2026-06-12"},
		{"last Friday, otherwise again", "上个礼拜五", "2026-06-12"},
		{"last Sunday ends last week", "上周日", "2026-06-14"},
		{"last Monday begins last week", "上周一", "2026-06-08"},
		{"this Monday", "本周一", "2026-06-15"},
		{"Monday", "周一", "2026-06-15"},
		{"Wednesday is today", "星期三", "2026-06-17"},
		{"Friday must have been last week's", "周五", "2026-06-12"},
		{"the Friday before last", "上上周五", "2026-06-05"},
		{"the end of last month", "上月底", "2026-05-31"},
		{"the beginning of last month", "上月初", "2026-05-01"},
		{"a day of last month", "上个月5号", "2026-05-05"},
		{"a day of this month", "本月5日", "2026-06-05"},
		{"a day of last year", "去年12月31日", "2025-12-31"},
		{"a day of the year before", "前年3月4日", "2024-03-04"},
		{"the end of last year", "去年底", "2025-12-31"},
		{"the end of last year, long", "去年年底", "2025-12-31"},
		{"the beginning of this year", "今年初", "2026-01-01"},
		{"the end of March", "3月底", "2026-03-31"},
		{"the end of a February", "2024年2月底", "2024-02-29"},
		{"New Year", "元旦", "2026-01-01"},
		{"the National Day has not been", "国庆节", "2025-10-01"},
		{"the National Day of a year", "2024年国庆", "2024-10-01"},
		{"the Labour Day of last year", "去年劳动节当天", "2025-05-01"},
		{"a day of this month by its number in words", "本月十五号", "2026-06-15"},
		{"in English", "4 March 2025", "2025-03-04"},
		{"in English, the month first", "Mar. 4th, 2025", "2025-03-04"},
		{"in English without a comma", "September 4 2025", "2025-09-04"},
		{"in English without a year", "18 June", "2025-06-18"},
		{"in English, yesterday", "Yesterday", "2026-06-16"},
		{"about", "大约上周五", "2026-06-12"},
		{"about, at the end", "3月4日左右", "2026-03-04"},
		{"on", "于2025年3月4日", "2025-03-04"},

		{"a day of this month that has not been", "本月28号", RefusedInFuture},
		{"a month in English", "March 2025", RefusedDayMissing},
		{"a year", "2025年", RefusedMonthMissing},
		{"last year", "去年", RefusedMonthMissing},
		{"no month of any tongue", "4 Marz 2025", RefusedNotADate},
		{"tomorrow", "明天", RefusedInFuture},
		{"tomorrow by number", "2026-06-18", RefusedInFuture},
		{"this Friday", "本周五", RefusedInFuture},
		{"the end of this month", "本月底", RefusedInFuture},
		{"31 February", "2025年2月31日", RefusedNoSuchDate},
		{"31 February without a year", "2.31", RefusedNoSuchDate},
		{"29 February of a common year", "2025-02-29", RefusedNoSuchDate},
		{"29 February of a leap year", "2024-02-29", "2024-02-29"},
		{"29 February of a secular common year", "1900-02-29", RefusedNoSuchDate},
		{"the thirteenth month", "2025-13-01", RefusedNoSuchDate},
		{"month nothing", "2025-00-01", RefusedNoSuchDate},
		{"day nothing", "2025-01-00", RefusedNoSuchDate},
		{"a 32nd day without anything between", "20250132", RefusedNoSuchDate},
		{"the first day counted", "1900-01-01", "1900-01-01"},
		{"the day before the first", "1899-12-31", RefusedYearOutOfRange},
		{"two days", "3月4日至5日", RefusedTwoDates},
		{"two days by points", "3.4-3.6", RefusedTwoDates},
		{"two full days", "2025-03-04—2025-03-06", RefusedTwoDates},
		{"yesterday and today", "昨天和今天", RefusedTwoDates},
		{"a month", "2025年3月", RefusedDayMissing},
		{"last month", "上个月", RefusedDayMissing},
		{"a day of the old calendar", "正月初五", RefusedNotADate},
		{"the old calendar by name", "农历三月四日", RefusedNotADate},
		{"a weekend is two days", "上周末", RefusedNotADate},
		{"a week", "上周", RefusedNotADate},
		{"a word", "不记得了", RefusedNotADate},
		{"a number", "30", RefusedNotADate},
		{"a telephone number", "13800000000", RefusedNotADate},
		{"nothing", "", RefusedEmpty},
	} {
		got := q.Understand(typing(row.typed))
		accepted(t, q, got)
		if got.Kind == Valid {
			same(t, row.says, d.text, row.want)
			continue
		}
		is(t, row.says+" "+row.typed, got, row.want)
	}
}

func TestPlannedDate(t *testing.T) {
	t.Parallel()
	var d civilDate
	q := Date("due", &d)
	for _, row := range []struct{ says, typed, want string }{
		{"tomorrow", "明天", "2026-06-18"},
		{"in three days", "3天后", "2026-06-20"},
		{"a month hence", "一个月后", "2026-07-17"},
		{"without a year it is this year's", "12月31日", "2026-12-31"},
		{"without a year it is this year's even if past", "3月4日", "2026-03-04"},
		{"Friday is this week's", "周五", "2026-06-19"},
		{"next Monday", "下周一", "2026-06-22"},
		{"the end of the month", "月底", "2026-06-30"},
		{"the end of next month", "下月底", "2026-07-31"},
		{"the end of the year", "年底", "2026-12-31"},
		{"next year", "明年3月4日", "2027-03-04"},
		{"the last day counted", "2100-12-31", "2100-12-31"},
		{"the day after the last", "2101-01-01", RefusedYearOutOfRange},
	} {
		got := q.Understand(typing(row.typed))
		accepted(t, q, got)
		if got.Kind == Valid {
			same(t, row.says, d.text, row.want)
			continue
		}
		is(t, row.says, got, row.want)
	}
}

func TestDateRules(t *testing.T) {
	t.Parallel()
	var d civilDate
	window := Date("held", &d, NotBefore("2026-01-01"), NotAfter("2026-06-30"))
	is(t, "the first day", window.Understand(typing("2026-01-01")), `"2026-01-01"`)
	is(t, "the day before", window.Understand(typing("2025-12-31")), RefusedTooEarly)
	is(t, "the last day", window.Understand(typing("2026-06-30")), `"2026-06-30"`)
	is(t, "the day after", window.Understand(typing("2026-07-01")), RefusedTooLate)
	mentions(t, window.Understand(typing("2025-12-31")), with{"Date": "2025-12-31", "Min": "2026-01-01"})

	years := Date("held", &d, WithinYear(2025, 2026))
	is(t, "a year of them", years.Understand(typing("2025-01-01")), `"2025-01-01"`)
	is(t, "a year before", years.Understand(typing("2024-12-31")), RefusedWrongYear)
	mentions(t, years.Understand(typing("2024-12-31")), with{"Year": 2024, "Years": []int{2025, 2026}})
	if err := years.Set(json.RawMessage(`"2024-12-31"`)); !errors.Is(err, ErrRejected) {
		t.Errorf("a stored date of another year: %v", err)
	}

	month := Date("since", &d, MonthEnough())
	mentions(t, month.Understand(typing("1958")), with{"Year": 1958, "Months": true, "Example": "1958-10"})
	mentions(t, month.Understand(typing("建国前")), with{"Text": "建国前", "Example": "2026-06"})
	for typed, echoed := range map[string]bool{"1958年10月": false, "1958-10": false, "1958.10": false, "一九五八年十月": true, "去年6月": true} {
		if got := month.Understand(typing(typed)); got.Kind != Valid || (got.Echo != nil) != echoed {
			t.Errorf("%s: %s, echo is %v", typed, brief(got), got.Echo)
		}
	}
	got := month.Understand(typing("2025年3月"))
	is(t, "a month", got, `"2025-03-01"`)
	same(t, "a month is shown as one", month.Shown(got.Value)["Month"], any("2025-03"))
	is(t, "a month in six digits", month.Understand(typing("202503")), `"2025-03-01"`)
	is(t, "a month with a dash", month.Understand(typing("2025-03")), `"2025-03-01"`)
	is(t, "a month of last year", month.Understand(typing("去年三月份")), `"2025-03-01"`)
	is(t, "a thirteenth month", month.Understand(typing("2025-13")), RefusedNoSuchDate)
	is(t, "a day where a month is enough", month.Understand(typing("2025-03-04")), `"2025-03-04"`)

	past := Date("held", &d, NotFuture())
	mentions(t, past.Understand(typing("明天")), with{"Date": "2026-06-18", "Today": today})
	is(t, "a pressed day", past.Understand(Input{Choice: "2026-06-17", Today: today}), `"2026-06-17"`)
	is(t, "a pressed day to come", past.Understand(Input{Choice: "2026-06-18", Today: today}), RefusedInFuture)
	is(t, "a made-up press", past.Understand(Input{Choice: "2026-6-17", Today: today}), RefusedWantsText)
	is(t, "a day without knowing today", past.Understand(Input{Text: "2020-01-01"}), RefusedInFuture)
	is(t, "yesterday without knowing today", Date("due", &d).Understand(Input{Text: "昨天"}), RefusedNotADate)
	is(t, "a day without knowing today where it does not matter", Date("due", &d).Understand(Input{Text: "2020-01-01"}), `"2020-01-01"`)
}

func TestDateAtYearsEnd(t *testing.T) {
	t.Parallel()
	var d civilDate
	q := Date("held", &d, NotFuture())
	newYear := func(text string) Input { return Input{Text: text, Today: "2026-01-01"} }
	is(t, "yesterday over the year's end", q.Understand(newYear("昨天")), `"2025-12-31"`)
	is(t, "last month over the year's end", q.Understand(newYear("上月底")), `"2025-12-31"`)
	is(t, "the day alone over the year's end", q.Understand(newYear("31号")), `"2025-12-31"`)
	is(t, "two months ago", q.Understand(Input{Text: "两个月前", Today: "2026-04-30"}), `"2026-02-28"`)
	is(t, "a month back is clipped to a short month", q.Understand(Input{Text: "1个月前", Today: "2024-03-31"}), `"2024-02-29"`)
}

func TestDateEcho(t *testing.T) {
	t.Parallel()
	var d civilDate
	q := Date("held", &d)
	for typed, echoed := range map[string]bool{
		"2025-03-04": false, "2025/3/4": false, "20250304": false, "2025年3月4日": false,
		"3.4": true, "昨天": true, "二〇二五年三月四日": true, "２０２５-03-04": true, "25.3.4": true, "约2025-03-04": true,
	} {
		if got := q.Understand(typing(typed)); (got.Echo != nil) != echoed {
			t.Errorf("%s: echo is %v", typed, got.Echo)
		}
	}
	same(t, "hedge", q.Understand(typing("约2025-03-04")).Echo.Hedge, "约")
}

func TestYear(t *testing.T) {
	t.Parallel()
	var y int
	q := Year("since", &y, NotFuture(), AtLeast(1949))
	for _, row := range []struct{ says, typed, want string }{
		{"four digits", "2025", "2025"},
		{"four digits with the word", "２０２５年", "2025"},
		{"in words", "二〇二五年", "2025"},
		{"with two digits", "25年", "2025"},
		{"last year", "去年", "2025"},
		{"this year", "今年", "2026"},
		{"the first year allowed", "1949", "1949"},
		{"the year before", "1948", RefusedYearOutOfRange},
		{"next year", "明年", RefusedInFuture},
		{"next year in digits", "2027", RefusedInFuture},
		{"two digits alone", "25", RefusedNotAYear},
		{"five digits", "20255", RefusedNotAYear},
		{"a date", "2025年3月", RefusedNotAYear},
		{"a word", "很久以前", RefusedNotAYear},
		{"nothing", "", RefusedEmpty},
	} {
		got := q.Understand(typing(row.typed))
		is(t, row.says, got, row.want)
		accepted(t, q, got)
	}
	mentions(t, q.Understand(typing("1948")), with{"Year": 1948, "From": 1949, "To": LastYear})
	is(t, "a pressed year", q.Understand(Input{Choice: "2024", Today: today}), "2024")
	is(t, "a made-up press", q.Understand(Input{Choice: "+2024", Today: today}), RefusedWantsText)
	of := Year("budget", &y, WithinYear(2024, 2025))
	is(t, "a year of them", of.Understand(typing("2024")), "2024")
	is(t, "a year beside them", of.Understand(typing("2023")), RefusedWrongYear)
	free := Year("any", &y)
	for typed, echoed := range map[string]bool{"2025": false, "2025年": false, "2025年度": false, "二〇二五": true, "去年": true, "25年": true} {
		if got := free.Understand(typing(typed)); got.Kind != Valid || (got.Echo != nil) != echoed {
			t.Errorf("%s: %s, echo is %v", typed, brief(got), got.Echo)
		}
	}
	is(t, "the last year counted", free.Understand(typing("2100")), "2100")
	is(t, "the year after the last", free.Understand(typing("2101")), RefusedYearOutOfRange)
}

func TestWeekdays(t *testing.T) {
	t.Parallel()
	monday, _ := parseCivil("2026-06-15")
	for i := range 7 {
		same(t, monday.plus(i).String(), monday.plus(i).weekday(), i+1)
	}
}

// FuzzDate: nothing typed panics, and a date read is read the same when it is
// written out.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2025-03-04", "3.4", "二〇二五年三月四日", "上周五", "上月底", "去年12月31日", "999天前", "2月30日",
		"0000-00-00", "99999999", "9999-99-99", "3.4-3.6", "下个月31号", "正月初五", "周", "年底", "2025年3月4日(周二) 14:30"} {
		f.Add(seed, today)
	}
	f.Add("昨天", "0001-01-01")
	f.Add("99周后", "9999-12-31")
	f.Fuzz(func(t *testing.T, typed, day string) {
		var d civilDate
		var y int
		for _, q := range []Question{Date("held", &d, NotFuture()), Date("due", &d), Date("since", &d, MonthEnough()), Year("year", &y)} {
			got := q.Understand(Input{Text: typed, Today: day})
			accepted(t, q, got)
			if got.Kind != Valid || q.Kind != KindDate {
				continue
			}
			again := q.Understand(Input{Text: d.text, Today: day})
			if string(again.Value) != string(got.Value) || again.Echo != nil {
				t.Fatalf("%q on %s is %s, read again %s", typed, day, got.Value, brief(again))
			}
		}
	})
}
