package ask

import "strings"

// english are months by their first three letters, in order.
const english = "jan feb mar apr may jun jul aug sep oct nov dec"

// monthWord is a pattern for an English month, in full or short.
const monthWord = `(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?`

func englishMonth(word string) int { return strings.Index(english, word[:3])/4 + 1 }

// englishPhrases are the dates of those who read English. Spaces are gone, or are
// dashes where they parted digits.
var englishPhrases = func() []phrase {
	in := strings.NewReplacer("MON", monthWord, "DAY", `(\d{1,2})(?:st|nd|rd|th)?`, "YYYY", `[,-]*(\d{4})`).Replace
	return []phrase{
		said(func(_ present, g []string) dated { return on(atoi(g[2]), englishMonth(g[1]), atoi(g[0])) }, in(`DAY(?:of)?MONYYYY`)),
		said(func(_ present, g []string) dated { return on(atoi(g[2]), englishMonth(g[0]), atoi(g[1])) }, in(`MONDAYYYYY`)),
		said(func(_ present, g []string) dated { return monthOf(atoi(g[1]), englishMonth(g[0])) }, in(`MONYYYY`)),
		said(func(now present, g []string) dated { return now.dayOfYear(englishMonth(g[1]), atoi(g[0])) }, in(`DAY(?:of)?MON`)),
		said(func(now present, g []string) dated { return now.dayOfYear(englishMonth(g[0]), atoi(g[1])) }, in(`MONDAY`)),
		said(func(now present, _ []string) dated { return now.away(0) }, `today`),
		said(func(now present, _ []string) dated { return now.away(-1) }, `yesterday`),
		said(func(now present, _ []string) dated { return now.away(1) }, `tomorrow`),
	}
}()

// holidays are days that have a name in the calendar of the sun.
var holidays = map[string][2]int{
	"元旦": {1, 1}, "妇女": {3, 8}, "劳动": {5, 1}, "青年": {5, 4}, "儿童": {6, 1}, "建党": {7, 1}, "建军": {8, 1}, "教师": {9, 10}, "国庆": {10, 1},
}

// holidayPhrases are 元旦, 去年国庆节 and the like.
var holidayPhrases = func() []phrase {
	const name = `(元旦|妇女|劳动|青年|儿童|建党|建军|教师|国庆)节?(?:当天|那天)?`
	day := func(year int, name string) dated { return on(year, holidays[name][0], holidays[name][1]) }
	return []phrase{
		said(func(_ present, g []string) dated { return day(atoi(g[0]), g[1]) }, `(\d{4})年?的?`+name),
		said(func(now present, g []string) dated { return day(now.year(g[0]), g[1]) }, `YEAR`+name),
		said(func(now present, g []string) dated { return now.dayOfYear(holidays[g[0]][0], holidays[g[0]][1]) }, name),
	}
}()
