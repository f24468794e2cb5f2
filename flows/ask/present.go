package ask

// A present is what relative dates are relative to.
type present struct {
	today civil
	known bool // what day it is
	past  bool // a date without a year, or a bare weekday, is the last one that has been
}

// present returns the day of an input, as a question with these limits sees it.
func (in Input) present(l limits) present {
	today, ok := parseCivil(in.Today)
	return present{today, ok, l.notFuture}
}

var (
	daysAway   = map[string]int{"大前": -3, "前": -2, "昨": -1, "今": 0, "当": 0, "明": 1, "后": 2, "大后": 3}
	yearsAway  = map[string]int{"大前年": -3, "前年": -2, "上年": -1, "去年": -1, "明年": 1, "后年": 2}
	awayBefore = map[string]int{"上上": -2, "上": -1, "下": 1} // of weeks and months
)

func (now present) away(days int) dated { return dated{civil: now.today.plus(days)} }

func (now present) year(word string) int { return now.today.year + yearsAway[word] }

// century completes a year of two digits: at most ten years ahead, else past.
func (now present) century(yy int) int {
	year := now.today.year - now.today.year%100 + yy
	if year > now.today.year+10 {
		return year - 100
	}
	return year
}

// dayOfYear is the day of this year, or of the last one if it must have been and has not.
func (now present) dayOfYear(month, d int) dated {
	found := on(now.today.year, month, d)
	if now.past && found.exists() && found.after(now.today) {
		found.year--
	}
	return found
}

func (now present) monthOfYear(month int) dated {
	found := now.dayOfYear(month, 1)
	found.monthOnly = true
	return found
}

// dayOfMonth is the day of this month, or of the last one if it must have been and has not.
func (now present) dayOfMonth(d int) dated {
	if now.past && d > now.today.day {
		return dayIn(now.month("上"), d)
	}
	return dayIn(now.month("本"), d)
}

// month is the month a word says.
func (now present) month(word string) dated {
	first := civil{now.today.year, now.today.month, 1}
	return dated{first.months(awayBefore[word]), true}
}

// weekday is a day of a week, which begins on Monday. Said bare it is this
// week's, or last week's if it must have been and has not.
func (now present) weekday(week, name string) dated {
	found := now.today.plus(weekdayNumber(name) - now.today.weekday() + 7*awayBefore[week])
	if week == "" && now.past && found.after(now.today) {
		found = found.plus(-7)
	}
	return dated{civil: found}
}
