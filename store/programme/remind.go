package programme

// DraftReminder is the reminder of unfinished drafts in force on a day: the latest
// of the programme's steps before the last day of applying that has come, with
// the day it fell due. None before the first step and after the last day. What was
// missed while nothing ran is not caught up: the latest says it all.
//
// Source: C9.
func (p *Programme) DraftReminder(closes, today Date) (days int, on Date, ok bool) {
	if closes.IsZero() || closes.Before(today) {
		return 0, Date{}, false
	}
	for _, n := range p.Periods.DraftReminders {
		due := p.Calendar.AddWorkdays(closes, -n)
		if !today.Before(due) && (!ok || n < days) {
			days, on, ok = n, due, true
		}
	}
	return days, on, ok
}
