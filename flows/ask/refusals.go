package ask

import "slices"

// Names of refusals. Each is the name of a text refused.<name>; the keys of what
// it mentions are in Refusals. Text is what was typed, at most 40 characters of
// it; Example is something that would have been understood.
const (
	// Nothing was given.
	RefusedEmpty    = "empty"
	RefusedNoFile   = "no_file"
	RefusedNoChoice = "no_choice"

	// What was given was not understood, or is of a kind the question does not want.
	RefusedNotUnderstood  = "not_understood"
	RefusedControlOnly    = "control_only"
	RefusedWantsText      = "wants_text"
	RefusedWantsFile      = "wants_file"
	RefusedWantsChoice    = "wants_choice"
	RefusedWantsNext      = "wants_next"
	RefusedWantsEntry     = "wants_entry"
	RefusedNotANumber     = "not_a_number"
	RefusedTwoNumbers     = "two_numbers"
	RefusedNotADate       = "not_a_date"
	RefusedTwoDates       = "two_dates"
	RefusedNotAYear       = "not_a_year"
	RefusedNotAnOption    = "not_an_option"
	RefusedManyOptions    = "many_options"
	RefusedNotAPhone      = "not_a_phone"
	RefusedTwoPhones      = "two_phones"
	RefusedNotAPerson     = "not_a_person"
	RefusedOwnContactOnly = "own_contact_only"

	// Understood, but not allowed.
	RefusedNegative         = "negative"
	RefusedTooSmall         = "too_small"
	RefusedTooBig           = "too_big"
	RefusedAbsurd           = "absurd"
	RefusedNotWhole         = "not_whole"
	RefusedTooFine          = "too_fine"
	RefusedNotAStep         = "not_a_step"
	RefusedWrongUnit        = "wrong_unit"
	RefusedTooShort         = "too_short"
	RefusedTooLong          = "too_long"
	RefusedNoSuchDate       = "no_such_date"
	RefusedDayMissing       = "day_missing"
	RefusedMonthMissing     = "month_missing"
	RefusedWrongWeekday     = "wrong_weekday"
	RefusedInFuture         = "in_future"
	RefusedTooEarly         = "too_early"
	RefusedTooLate          = "too_late"
	RefusedWrongYear        = "wrong_year"
	RefusedYearOutOfRange   = "year_out_of_range"
	RefusedNoAreaCode       = "no_area_code"
	RefusedPersonIncomplete = "person_incomplete"
	RefusedTooManyFiles     = "too_many_files"
	RefusedTooFewFiles      = "too_few_files"
	RefusedBadFile          = "bad_file"
	RefusedTooManyChoices   = "too_many_choices"
	RefusedTooFewChoices    = "too_few_choices"
	RefusedTooManyEntries   = "too_many_entries"
	RefusedTooFewEntries    = "too_few_entries"
	RefusedMustAgree        = "must_agree"
)

// A Shape is a refusal's name, its outcome and the keys of what it mentions.
type Shape struct {
	Name    string
	Outcome OutcomeKind
	Keys    []string
}

// Refusals lists every refusal this package gives, so that a test can see that
// each has its text. Min, Max and Has are integers in the unit of Kind (money in
// 分, score in hundredths, else whole numbers); dates are YYYY-MM-DD.
func Refusals() []Shape { return slices.Clone(shapes) }

var shapes = []Shape{
	{RefusedEmpty, Missing, nil},
	{RefusedNoFile, Missing, nil},
	{RefusedNoChoice, Missing, nil},

	{RefusedNotUnderstood, Unrecognised, []string{"Text"}},
	{RefusedControlOnly, Unrecognised, nil},
	{RefusedWantsText, Unrecognised, []string{"Kind"}}, // what came: sticker, file, contact, press …
	{RefusedWantsFile, Unrecognised, []string{"Kind"}},
	{RefusedWantsChoice, Unrecognised, []string{"Kind"}},
	{RefusedWantsEntry, Unrecognised, []string{"Kind"}},
	{RefusedWantsNext, Unrecognised, []string{"Kind"}},
	{RefusedNotANumber, Unrecognised, []string{"Text", "Example"}},
	{RefusedTwoNumbers, Unrecognised, []string{"Text", "Example"}},
	{RefusedNotADate, Unrecognised, []string{"Text", "Example"}},
	{RefusedTwoDates, Unrecognised, []string{"Text", "Example"}},
	{RefusedNotAYear, Unrecognised, []string{"Text", "Example"}},
	{RefusedNotAnOption, Unrecognised, []string{"Text"}},
	{RefusedManyOptions, Unrecognised, []string{"Text", "Has"}}, // Has options fit what was typed
	{RefusedNotAPhone, Unrecognised, []string{"Text", "Example"}},
	{RefusedTwoPhones, Unrecognised, []string{"Text", "Example"}},
	{RefusedNotAPerson, Unrecognised, []string{"Text", "Example"}},
	{RefusedOwnContactOnly, Unrecognised, nil},

	{RefusedNegative, Invalid, []string{"Text"}},
	{RefusedTooSmall, Invalid, []string{"Min", "Has", "Kind"}},
	{RefusedTooBig, Invalid, []string{"Max", "Has", "Kind"}},
	{RefusedAbsurd, Invalid, []string{"Text", "Max", "Kind"}}, // larger than is counted at all
	{RefusedNotWhole, Invalid, []string{"Text"}},
	{RefusedTooFine, Invalid, []string{"Text"}}, // more than two decimals
	{RefusedNotAStep, Invalid, []string{"Has", "Step", "Below", "Above"}},
	{RefusedWrongUnit, Invalid, []string{"Text", "Unit"}},
	{RefusedTooShort, Invalid, []string{"Min", "Has"}},
	{RefusedTooLong, Invalid, []string{"Max", "Has", "Over"}},
	{RefusedNoSuchDate, Invalid, []string{"Text"}},
	{RefusedDayMissing, Invalid, []string{"Month", "Example"}},
	{RefusedMonthMissing, Invalid, []string{"Year", "Months", "Example"}}, // Months: a month would be enough
	{RefusedWrongWeekday, Invalid, []string{"Date", "Has", "Is"}},         // 1 Monday … 7 Sunday
	{RefusedInFuture, Invalid, []string{"Date", "Today"}},                 // of a year both are years
	{RefusedTooEarly, Invalid, []string{"Date", "Min"}},
	{RefusedTooLate, Invalid, []string{"Date", "Max"}},
	{RefusedWrongYear, Invalid, []string{"Year", "Years"}},
	{RefusedYearOutOfRange, Invalid, []string{"Year", "From", "To"}},
	{RefusedNoAreaCode, Invalid, []string{"Text", "Example"}},
	{RefusedPersonIncomplete, Invalid, []string{"Text", "Lacks", "Example"}}, // Lacks: name, post, phone
	{RefusedTooManyFiles, Invalid, []string{"Max"}},
	{RefusedTooFewFiles, Invalid, []string{"Min", "Has"}},
	{RefusedTooManyEntries, Invalid, []string{"Max"}},
	{RefusedTooFewEntries, Invalid, []string{"Min", "Has"}},
	{RefusedBadFile, Invalid, []string{"Name"}},
	{RefusedTooManyChoices, Invalid, []string{"Max"}},
	{RefusedTooFewChoices, Invalid, []string{"Min", "Has"}},
	{RefusedMustAgree, Invalid, nil},
}

// classes finds a refusal's outcome by its name.
var classes = func() map[string]OutcomeKind {
	byName := make(map[string]OutcomeKind, len(shapes))
	for _, s := range shapes {
		byName[s.Name] = s.Outcome
	}
	return byName
}()
