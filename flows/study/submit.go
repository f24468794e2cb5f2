package study

import (
	"fmt"
	"slices"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// Gaps says what stands against registering: another session on the date, files
// still on their way, files that look secret, or none that arrived.
func (f *form) Gaps(tx *store.Tx, d store.Draft) ([]flows.Gap, error) {
	if s, taken := f.same(); taken {
		other := &flows.Button{Text: "study.button.date", Act: "study.register", Object: int64(f.unit.ID), Arg: "held_on"}
		return []flows.Gap{{Text: "study.gap.same_date", Data: row(s), Clause: "S4.1a", Button: other}}, nil
	}
	files, err := f.files(tx)
	if err != nil {
		return nil, err
	}
	var gaps []flows.Gap
	for _, file := range files {
		if card.LooksSecret(file) {
			gaps = append(gaps, flows.Gap{Text: "study.gap.secret", Data: map[string]any{"Name": file.Name}, Question: "minutes"})
		}
	}
	pending := count(files, programme.FilePending)
	switch {
	case pending > 0:
		gaps = append(gaps, flows.Gap{Text: "gap.pending_files", Data: map[string]any{"Pending": pending}, Question: "minutes"})
	case count(files, programme.FileStored) == 0:
		gaps = append(gaps, flows.Gap{Text: "study.gap.minutes", Clause: "S4.1a", Question: "minutes"})
	}
	return gaps, nil
}

// files are the records of the minutes, in the order they were sent.
func (f *form) files(tx *store.Tx) ([]programme.File, error) {
	var files []programme.File
	for _, id := range f.Minutes {
		file, err := tx.File(programme.FileID(id))
		if err != nil {
			return nil, fmt.Errorf("minutes: %w", err)
		}
		files = append(files, file)
	}
	return files, nil
}

func count(files []programme.File, state programme.FileState) (n int) {
	for _, f := range files {
		if f.State == state {
			n++
		}
	}
	return n
}

// Submit registers the session; the first file that arrived is its minutes.
func (f *form) Submit(tx *store.Tx) (flows.Reply, error) {
	if s, taken := f.same(); taken {
		return flows.Reply{}, flows.Refuse("study.same_date", row(s))
	}
	files, err := f.files(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	first := slices.IndexFunc(files, func(f programme.File) bool { return f.State == programme.FileStored })
	if first < 0 {
		return flows.Reply{}, flows.Refuse("no_file", nil)
	}
	s := programme.StudySession{
		UnitID: f.unit.ID, HeldOn: f.HeldOn, Place: f.Place, Chair: f.Chair, ChairedByHead: f.ByHead == yes,
		Attendees: f.Attendees, Separate: f.Separate == yes, Decisions: f.Decisions, MinutesID: files[first].ID,
	}
	if err := tx.AddStudySession(&s); err != nil {
		return flows.Reply{}, err
	}
	return f.registered(tx, s), nil
}

// registered says what was saved, what it counts for, and what is missing.
func (f *form) registered(tx *store.Tx, s programme.StudySession) flows.Reply {
	about := standing(tx, append(slices.Clone(f.sessions), s))
	for key, value := range row(s) {
		about[key] = value
	}
	about["Unit"], about["Near"], about["GapDays"] = f.unit.Name, f.near(tx, s), tx.Programme().Study.GapDays
	keys := []flows.Button{{Text: "study.button.again", Act: "study.register", Object: int64(f.unit.ID)}, {Text: "command.study", Act: "/study"}}
	if tx.Grant().Role == programme.RoleContact {
		keys = append(keys, flows.Button{Text: "command.apply", Act: "/apply"})
	}
	return flows.Say("study.registered", about, keys, flows.Row(flows.Menu()))
}

// near is the date of another session that lies closer than is usual, or "".
// It is a warning only. Source: J2.
func (f *form) near(tx *store.Tx, s programme.StudySession) string {
	days := tx.Programme().Study.GapDays
	for _, other := range f.sessions {
		if other.Counts() && other.HeldOn.AddDays(days).Compare(s.HeldOn) > 0 && s.HeldOn.AddDays(days).Compare(other.HeldOn) > 0 {
			return other.HeldOn.String()
		}
	}
	return ""
}
