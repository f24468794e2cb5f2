package ask

// Bounds returns the question's limits for the text that asks it, all keys
// always: Min, Max (nil if there is none; money in 分, scores in hundredths;
// counts of files and choices), Shortest, Longest (characters, 0 if it is no
// text), Unit, Step, From, To (YYYY-MM-DD or ""), Years, Past (the future is
// refused), MonthEnough and OwnContact.
func (q Question) Bounds() map[string]any {
	l := q.limits
	bounds := with{
		"Min": nil, "Max": nil, "Shortest": l.short, "Longest": l.long, "Unit": l.unit, "Step": l.step,
		"From": l.notBefore, "To": l.notAfter, "Years": l.years, "Past": l.notFuture,
		"MonthEnough": l.monthOnly, "OwnContact": l.ownContact,
	}
	if l.min != nil {
		bounds["Min"] = *l.min
	}
	if l.max != nil {
		bounds["Max"] = *l.max
	}
	if q.Kind.Gathers() {
		usual := len(q.Options)
		switch q.Kind {
		case KindFiles:
			usual = MostFiles
		case KindList:
			usual = MostEntries
		}
		least, most := q.counts(usual)
		bounds["Min"], bounds["Max"] = int64(least), int64(most)
	}
	return bounds
}
