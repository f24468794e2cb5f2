package ask

import "maps"

// A Rule is a limit or a label given to a question when it is made. Rules apply
// in order; of two that say the same the later counts. A rule that means nothing
// for a kind changes nothing.
type Rule func(*Question)

// limits are what rules say about answers.
type limits struct {
	min, max   *int64 // of numbers, money (分), years, scores; of counts of files and choices
	short      int    // fewest characters
	long       int    // most characters
	notFuture  bool
	notBefore  string // YYYY-MM-DD, "" for none
	notAfter   string
	years      []int
	monthOnly  bool
	ownContact bool
	offered    bool // the sender's own contact is asked for, but a typed number will do
	unit       string
	step       int64
}

// In puts the question into a section.
func In(section string) Rule { return func(q *Question) { q.Section = section } }

// Clause names the clause behind the question, such as "S4.1a".
func Clause(id string) Rule { return func(q *Question) { q.Clause = id } }

// Optional lets the question be skipped.
func Optional() Rule { return func(q *Question) { q.Optional = true } }

// About adds facts that the question's text mentions. Several add up.
func About(facts map[string]any) Rule {
	return func(q *Question) {
		about := maps.Clone(q.About)
		if about == nil {
			about = map[string]any{}
		}
		maps.Copy(about, facts)
		q.About = about
	}
}

// Wording names the question's text where it is not called as the question is:
// several questions may be asked in the same words.
func Wording(text string) Rule { return func(q *Question) { q.text = text } }

// Suggest offers an answer, written as it would be typed: a button gives it. An
// empty one offers nothing.
func Suggest(typed string) Rule { return func(q *Question) { q.Suggested = typed } }

// Length bounds a text in characters (Unicode code points) after trimming, both
// ends included. Without it a Text holds 1 to MostText characters, a LongText 1
// to MostLongText.
func Length(min, max int) Rule {
	return func(q *Question) { q.limits.short, q.limits.long = min, max }
}

// AtLeast bounds a number from below, itself included: money in 分, scores in
// hundredths. Below zero it lets negative numbers in. For files and choices it
// is Least.
func AtLeast(min int64) Rule { return func(q *Question) { q.limits.min = &min } }

// AtMost bounds a number from above, itself included: money in 分, scores in
// hundredths. For files and choices it is Most.
func AtMost(max int64) Rule { return func(q *Question) { q.limits.max = &max } }

// Between is AtLeast and AtMost.
func Between(min, max int64) Rule {
	return func(q *Question) { q.limits.min, q.limits.max = &min, &max }
}

// Least is the fewest files or choices with which the answer may be ended.
// Without it one is needed.
func Least(n int) Rule { return AtLeast(int64(n)) }

// Most is the most files or choices. Without it files are MostFiles, choices as
// many as there are options.
func Most(n int) Rule { return AtMost(int64(n)) }

// Step lets only multiples of it, in hundredths, be a score: Step(50) is half points.
func Step(hundredths int64) Rule { return func(q *Question) { q.limits.step = hundredths } }

// Unit says in what a bare number is counted: with Unit("万元") a typed 30 means
// 300,000 元, while 300000元 is taken literally. 百, 千, 万 and 亿 before the
// unit multiply.
func Unit(unit string) Rule { return func(q *Question) { q.limits.unit = unit } }

// NotFuture refuses dates after Input.Today and years after its year, and reads
// a date without a year, or a bare weekday, as the last one that has been.
// Without it the future is allowed and such a date is one of this year or week.
func NotFuture() Rule { return func(q *Question) { q.limits.notFuture = true } }

// NotBefore refuses dates before the given one, YYYY-MM-DD.
func NotBefore(date string) Rule { return func(q *Question) { q.limits.notBefore = date } }

// NotAfter refuses dates after the given one, YYYY-MM-DD.
func NotAfter(date string) Rule { return func(q *Question) { q.limits.notAfter = date } }

// WithinYear lets only dates in these years, or these years themselves, be given.
func WithinYear(years ...int) Rule { return func(q *Question) { q.limits.years = years } }

// MonthEnough accepts a month without a day; it is stored as the month's first day.
func MonthEnough() Rule { return func(q *Question) { q.limits.monthOnly = true } }

// OwnContact accepts a phone number only as the sender's own shared contact.
func OwnContact() Rule { return func(q *Question) { q.limits.ownContact = true } }

// OfferContact offers to share the sender's own number with one press; a typed
// number, and anybody's shared contact, will do as well.
func OfferContact() Rule { return func(q *Question) { q.limits.offered = true } }
