package flows

import (
	"luling/flows/ask"
	"luling/store/programme"
)

// show makes the screen of where the person stands now.
func (s *session) show() (Reply, error) {
	if s.c.View == ViewAside {
		s.c.uncover()
	}
	if s.c.View == ViewQuestion || s.c.View == ViewHelp {
		if _, open := s.asked(); !open {
			s.c.View = ViewReview
		}
	}
	s.c.Asks, s.c.Way = "", ""
	switch s.c.View {
	case ViewOverview:
		return s.overview(), nil
	case ViewSection:
		return s.section(), nil
	case ViewEntry:
		return s.entry()
	case ViewReview:
		return s.review()
	case ViewHelp:
		return s.help()
	case ViewConflict:
		return s.conflict()
	}
	return s.question()
}

// text is the name of a text of this form.
func (s *session) text(name string) string { return s.c.Form + "." + name }

// label is the name of a question's label.
func (s *session) label(q ask.Question) string { return s.text(q.Text() + ".label") }

// describe is what a text of the form mentions.
func (s *session) describe(name string) map[string]any {
	if d, ok := s.form.(Describing); ok {
		return orEmpty(d.About(name))
	}
	return map[string]any{}
}

// where is the line that says how far one has come: "3/9 · 12/41".
func (s *session) where(q ask.Question) map[string]any {
	done, total := s.progress()
	data := map[string]any{
		"Form": s.text("title"), "About": about(q), "Done": done, "Total": total, "Section": "", "SectionNo": 0, "SectionAbout": nil,
		"For": s.whom(), "Current": nil, "Rejected": false, "Prefilled": false, "Options": 0, "Refusal": nil, "Saved": nil, "Notes": nil,
	}
	sections := ask.Sections(s.filled)
	for i, sec := range sections {
		if sec.Name == q.Section {
			data["Section"], data["SectionNo"] = s.text("section."+sec.Name), i+1
			data["SectionAbout"] = s.describe("section." + sec.Name)
		}
	}
	data["Sections"] = len(sections)
	return data
}

func about(q ask.Question) map[string]any {
	if q.About == nil {
		return map[string]any{}
	}
	return q.About
}

func (s *session) question() (Reply, error) {
	q, _ := s.asked()
	p, due, err := s.pledge(q)
	switch {
	case err != nil:
		return Reply{}, err
	case due:
		return s.pledging(p, q)
	}
	return s.ask(q)
}

// ask shows a question with the buttons that answer it.
func (s *session) ask(q ask.Question) (Reply, error) {
	s.c.Asks = q.Name
	data := s.where(q)
	data["Question"], data["Kind"], data["Optional"] = s.text(q.Text()), string(q.Kind), q.Optional
	if err := s.current(q, data); err != nil {
		return Reply{}, err
	}
	if len(q.Options) > manyOptions {
		data["Options"] = len(q.Options)
	}
	if q.Kind == ask.KindList {
		data["Fields"] = s.columns(q)
		data["Lacking"] = s.lacking(q)
	}
	s.tell(data)
	return Reply{Text: "form.question", Data: data, Buttons: s.keys(q), Contact: q.TakesContact()}, nil
}

// keys are the buttons under the question.
func (s *session) keys(q ask.Question) [][]Button {
	if s.c.View == ViewCalendar && q.Kind == ask.KindDate {
		return s.calendar(q)
	}
	if s.c.View == ViewCalendar { // the form has changed since
		s.c.View = ViewQuestion
	}
	return append(s.choices(q), s.moves(q)...)
}

// current adds the stored answer, and whether the form of today refuses it.
func (s *session) current(q ask.Question, data map[string]any) error {
	row, has := s.rows[q.Name]
	if !has || row.Value == nil {
		return nil
	}
	shown, err := s.shown(q)
	if choice := q.Kind == ask.KindChoice || q.Kind == ask.KindChoices; !choice || shown["Kind"] != "unreadable" {
		data["Current"] = shown // of an option that is gone people never saw more than its label
	}
	_, data["Rejected"] = s.filled.Rejected[q.Name]
	data["Prefilled"] = q.Prefilled()
	return err
}

// shown is an answer as texts show it; files by name and state.
func (s *session) shown(q ask.Question) (map[string]any, error) {
	row := s.rows[q.Name]
	if q.Kind == ask.KindFiles && row.Value != nil {
		files, err := s.fileLines(row.Value)
		return map[string]any{"Kind": string(q.Kind), "Files": files}, err
	}
	if q.Kind == ask.KindList {
		lines := s.entryLines(q)
		return map[string]any{"Kind": string(q.Kind), "Entries": lines}, nil
	}
	return printed(q, row.Value), nil
}

// printed is an answer for texts, the labels of chosen options among it.
func printed(q ask.Question, raw []byte) map[string]any {
	shown := q.Shown(raw)
	if label, has := shown["Label"]; has {
		shown["Label"] = named(label)
	}
	if chosen, ok := shown["Chosen"].([]map[string]any); ok {
		for _, c := range chosen {
			c["Label"] = named(c["Label"])
		}
	}
	return shown
}

// named makes an option's label what templates understand: a string is the name
// of a line, unlike what people type.
func named(label any) any {
	if name, is := label.(string); is {
		return map[string]any{"Text": name, "Data": nil}
	}
	return label
}

func (s *session) fileLines(raw []byte) (lines []map[string]any, err error) {
	for _, id := range fileIDs(raw) {
		f, err := s.tx.File(programme.FileID(id))
		if err != nil {
			return nil, err
		}
		lines = append(lines, map[string]any{"ID": id, "Name": f.Name, "Size": f.Size, "State": string(f.State)})
	}
	return lines, nil
}

// tell adds what the screen says about the input.
func (s *session) tell(data map[string]any) {
	if n := len(s.told.Refusals); n > 0 {
		var all []map[string]any
		for _, r := range s.told.Refusals {
			all = append(all, map[string]any{"Text": "refused." + r.Name, "Data": orEmpty(r.Data)})
		}
		data["Earlier"], data["Refusal"] = all[:n-1], all[n-1]
	}
	if s.told.Saved != "" {
		if q, ok := ask.Find(s.filled, s.told.Saved); ok {
			shown, err := s.shown(q)
			if err == nil {
				data["Saved"] = map[string]any{"Label": s.label(q), "About": about(q), "Shown": shown, "Echo": s.told.Echo}
			}
		}
	}
	if len(s.told.Notes) > 0 {
		data["Notes"] = s.told.Notes
	}
}

func orEmpty(m map[string]any) map[string]any {
	if m == nil {
		return map[string]any{}
	}
	return m
}
