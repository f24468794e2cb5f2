package ask

import (
	"regexp"
	"strconv"
	"strings"
)

// A dated is what a phrase says: a day, or a month of which the day is the first.
type dated struct {
	civil
	monthOnly bool
}

// A phrase is some ways to say a date. read is given the groups of the pattern that fits.
type phrase struct {
	patterns []*regexp.Regexp
	read     func(now present, g []string) dated
}

// shorthand keeps the patterns readable: Y, M and D are a year, month and day in
// digits, ~ parts them, YEAR, MONTH and WEEK are words like 去年, 上个月 and 上周.
var shorthand = strings.NewReplacer(
	"YEAR", `(大前年|前年|上年|去年|今年|本年|当年|明年|后年)度?的?`,
	"MONTH", `(上上|上|本|这|当|下)?个?月份?的?`,
	"WEEK", `(上上|上|本|这|下)?个?(?:周|星期|礼拜)`,
	"Y", `(\d{4})`, "M", `(\d{1,2})`, "D", `(\d{1,2})`, "~", `[-/.]`,
)

func said(read func(present, []string) dated, patterns ...string) phrase {
	p := phrase{read: read}
	for _, pattern := range patterns {
		p.patterns = append(p.patterns, regexp.MustCompile("^"+shorthand.Replace(pattern)+"$"))
	}
	return p
}

// match reads a phrase's date out of a text that is nothing else.
func (p phrase) match(s string, now present) (dated, bool) {
	for _, pattern := range p.patterns {
		if g := pattern.FindStringSubmatch(s); g != nil {
			return p.read(now, g[1:]), true
		}
	}
	return dated{}, false
}

// fullDate is a date that leaves nothing to be guessed.
var fullDate = said(func(_ present, g []string) dated { return on(atoi(g[0]), atoi(g[1]), atoi(g[2])) },
	`Y年M月D[日号]?`, `Y-M-D`, `Y/M/D`, `Y\.M\.D`, `Y[,、]M[,、]D`, `(\d{4})(\d{2})(\d{2})`)

// fullMonth is a month that leaves nothing to be guessed.
var fullMonth = said(func(_ present, g []string) dated { return monthOf(atoi(g[0]), atoi(g[1])) },
	`Y年M月?份?`, `Y~M`, `(\d{4})(\d{2})`)

// fixedPhrases mean the same whenever they are said.
var fixedPhrases = []phrase{
	fullDate, fullMonth,
	said(func(_ present, g []string) dated { return endOf(monthOf(atoi(g[0]), atoi(g[1]))) }, `Y年M月份?[底末]`),
	said(func(_ present, g []string) dated { return on(atoi(g[0]), 12, 31) }, `Y年年?[底末]`),
	said(func(_ present, g []string) dated { return on(atoi(g[0]), 1, 1) }, `Y年年?初`),
}

// relativePhrases need to know what day it is.
var relativePhrases = []phrase{
	said(func(now present, g []string) dated { return on(now.century(atoi(g[0])), atoi(g[1]), atoi(g[2])) },
		`(\d\d)年M月D[日号]?`, `(\d\d)~M~D`),
	said(func(now present, g []string) dated { return monthOf(now.century(atoi(g[0])), atoi(g[1])) }, `(\d\d)年M月份?`),

	said(func(now present, g []string) dated { return on(now.year(g[0]), atoi(g[1]), atoi(g[2])) },
		`YEARM月D[日号]?`, `YEARM~D`),
	said(func(now present, g []string) dated { return monthOf(now.year(g[0]), atoi(g[1])) }, `YEARM月份?`),
	said(func(now present, g []string) dated { return endOf(monthOf(now.year(g[0]), atoi(g[1]))) }, `YEARM月份?[底末]`),
	said(func(now present, g []string) dated { return on(now.year(g[0]), 12, 31) }, `YEAR年?[底末]`),
	said(func(now present, g []string) dated { return on(now.year(g[0]), 1, 1) }, `YEAR年?初`),
	said(func(now present, _ []string) dated { return now.dayOfYear(12, 31) }, `年[底末]`),
	said(func(now present, _ []string) dated { return now.dayOfYear(1, 1) }, `年初`),

	said(func(now present, g []string) dated { return now.dayOfYear(atoi(g[0]), atoi(g[1])) }, `M月D[日号]?`, `M~D`),
	said(func(now present, g []string) dated { return now.monthOfYear(atoi(g[0])) }, `M月份?`),
	said(func(now present, g []string) dated { return endOf(now.monthOfYear(atoi(g[0]))) }, `M月份?[底末]`),

	said(func(now present, g []string) dated { return now.month(g[0]) }, `MONTH`),
	said(func(now present, g []string) dated { return dayIn(now.month(g[0]), atoi(g[1])) }, `MONTHD[日号]`),
	said(func(now present, g []string) dated { return endOf(now.month(g[0])) }, `MONTH[底末]`),
	said(func(now present, g []string) dated { return dayIn(now.month(g[0]), 1) }, `MONTH初`),
	said(func(now present, g []string) dated { return now.dayOfMonth(atoi(g[0])) }, `D[日号]`),

	said(func(now present, g []string) dated { return now.away(daysAway[g[0]]) }, `(大前|前|昨|今|当|明|后|大后)[天日]`, `(前|昨|今|明)[早晚晨]`),
	said(func(now present, g []string) dated { return now.away(atoi(g[0]) * direction(g[1])) },
		`(\d{1,3})[天日](?:以|之)?(前|后)`),
	said(func(now present, g []string) dated { return now.away(atoi(g[0]) * direction(g[1]) * 7) },
		`(\d{1,2})个?(?:周|星期|礼拜)(?:以|之)?(前|后)`),
	said(func(now present, g []string) dated {
		return dated{civil: now.today.months(atoi(g[0]) * direction(g[1]))}
	}, `(\d{1,2})个月(?:以|之)?(前|后)`),
	said(func(now present, g []string) dated { return now.weekday(g[0], g[1]) }, `WEEK([1-6日天])`),
}

func on(year, month, d int) dated { return dated{civil: civil{year, month, d}} }

func monthOf(year, month int) dated { return dated{civil{year, month, 1}, true} }

func dayIn(month dated, d int) dated { return on(month.year, month.month, d) }

// endOf is the last day of a month; of a month that does not exist it is not a day either.
func endOf(month dated) dated {
	if !month.exists() {
		return month
	}
	return dated{civil: month.monthEnd()}
}

func direction(word string) int {
	if word == "前" {
		return -1
	}
	return 1
}

// atoi reads the digits of a pattern's group.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
