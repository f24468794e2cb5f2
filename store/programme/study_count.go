package programme

// Counts reports whether the session counts towards the year's duty: talent work
// was an item of its own, the minutes are attached, and it is registered or
// confirmed.
//
// Source: S4.1a; 6.4, J3.
func (s StudySession) Counts() bool {
	return s.Separate && s.MinutesID != 0 && (s.State == StudyRegistered || s.State == StudyConfirmed)
}

// StudyCount is the number of different dates of a calendar year on which a
// session that counts was held. Two sessions on one date are one. Source: S4.1a, J2.
func StudyCount(sessions []StudySession, year int) int {
	held := map[Date]bool{}
	for _, s := range sessions {
		if s.Counts() && s.HeldOn.Year == year {
			held[s.HeldOn] = true
		}
	}
	return len(held)
}
