package flows

import (
	"strings"

	"luling/flows/ask"
)

// overview shows the sections with their state, one button each.
func (s *session) overview() Reply {
	var lines []map[string]any
	var rows [][]Button
	for i, sec := range ask.Sections(s.filled) {
		line := map[string]any{
			"No": i + 1, "Section": s.text("section." + sec.Name), "SectionAbout": s.describe("section." + sec.Name),
			"State": string(sec.State), "Done": sec.Done, "Total": sec.Total,
		}
		lines = append(lines, line)
		rows = append(rows, Row(Button{Text: "button.section", Data: line, Do: doSection, Arg: sec.Name}))
	}
	data := s.where(ask.Question{})
	data["Lines"] = lines
	s.tell(data)
	rows = append(rows, Row(Button{Text: "button.go_on", Do: doReview, Style: "primary"}, Button{Text: "button.leave", Do: doLeave}))
	return Reply{Text: "form.overview", Data: data, Buttons: rows}
}

// section shows the answers of one section, one button each to change them.
func (s *session) section() Reply {
	data := s.where(ask.Question{Section: s.c.Section})
	lines, rows := s.lines(func(q ask.Question) bool { return q.Section == s.c.Section })
	data["Lines"] = lines
	s.tell(data)
	rows = append(rows, Row(Button{Text: "button.overview", Do: doOverview}, Button{Text: "button.leave", Do: doLeave}))
	return Reply{Text: "form.section", Data: data, Buttons: rows}
}

// lines are questions with their answers and the buttons that change them.
func (s *session) lines(want func(ask.Question) bool) (lines []map[string]any, rows [][]Button) {
	for _, q := range s.filled.Questions {
		if !want(q) || q.InList() && s.c.View != ViewEntry {
			continue
		}
		shown, err := s.shown(q)
		if err != nil {
			shown = map[string]any{}
		}
		state := "empty"
		_, rejected := s.filled.Rejected[q.Name]
		switch row := s.rows[q.Name]; {
		case rejected:
			state = "rejected"
		case row.Skipped:
			state = "skipped"
		case q.Prefilled():
			state = "prefilled"
		case q.Answered():
			state = "complete"
		}
		line := map[string]any{"Label": s.label(q), "About": about(q), "Shown": shown, "State": state}
		if q.InList() {
			line["About"] = unplaced(q)
		}
		lines = append(lines, line)
		rows = append(rows, Row(Button{Text: "button.change", Data: line, Do: doJump, Arg: q.Name}))
	}
	return lines, rows
}

// review is the last screen: what is missing, with buttons that lead there, or
// the button that submits.
func (s *session) review() (Reply, error) {
	gaps, err := s.gaps()
	if err != nil {
		return Reply{}, err
	}
	data := s.where(ask.Question{})
	var lines []map[string]any
	var rows [][]Button
	for i, g := range gaps {
		lines = append(lines, map[string]any{"No": i + 1, "Text": g.Text, "Data": g.Data, "Clause": g.Clause})
		if b, ok := s.mend(i+1, g); ok && len(rows) < mostMends {
			rows = append(rows, Row(b))
		}
	}
	data["Gaps"] = lines
	return s.reviewed(data, rows, len(gaps) == 0), nil
}

// mostMends bounds the buttons that lead to gaps: the first ones are mended first.
const mostMends = 12

// mend is the button that leads where a gap is closed.
func (s *session) mend(no int, g Gap) (Button, bool) {
	if g.Button != nil {
		b := *g.Button
		b.Data = map[string]any{"No": no}
		return b, true
	}
	q, ok := ask.Find(s.filled, g.Question)
	data := s.called(q)
	data["No"] = no
	return Button{Text: "button.mend", Data: data, Do: doJump, Arg: g.Question}, ok
}

// called is what a question is called where it stands among others: of an entry
// of a list the list comes first.
func (s *session) called(q ask.Question) map[string]any {
	data := map[string]any{"Label": s.label(q), "About": about(q), "Of": "", "OfAbout": nil, "Prefilled": q.Prefilled()}
	if head, ok := ask.Find(s.filled, q.List); ok && q.InList() {
		data["Of"], data["OfAbout"] = s.label(head), about(head)
	}
	return data
}

func (s *session) reviewed(data map[string]any, rows [][]Button, ready bool) Reply {
	if s.divided() {
		rows = append(rows, Row(Button{Text: "button.overview", Do: doOverview}))
	} else {
		var change [][]Button
		data["Lines"], change = s.lines(func(ask.Question) bool { return true })
		rows = append(rows, change...)
	}
	if ready {
		submit := Button{Text: "button.submit", Do: doSubmit, Style: "success"}
		rows = append([][]Button{Row(submit)}, rows...)
	}
	data["Ready"], data["Submit"], data["SubmitAbout"] = ready, s.text("submit"), s.describe("submit")
	s.tell(data)
	rows = append(append(rows, s.offers(ViewReview)...), Row(Button{Text: "button.leave", Do: doLeave}))
	return Reply{Text: "form.review", Data: data, Buttons: rows}
}

// gaps are the questions without an answer and what the form itself finds missing.
func (s *session) gaps() (gaps []Gap, err error) {
	seen := map[string]bool{}
	for _, q := range s.filled.Questions {
		if !q.Answered() {
			seen[q.Name] = true
			gaps = append(gaps, Gap{Text: "gap.unanswered", Data: s.called(q), Clause: q.Clause, Question: q.Name})
		}
	}
	g, ok := s.form.(Gapped)
	if !ok {
		return gaps, nil
	}
	more, err := g.Gaps(s.tx, s.draft)
	for _, x := range more {
		if x.Question == "" || !seen[x.Question] {
			gaps = append(gaps, x)
		}
	}
	return gaps, err
}

// help shows the clause behind the question, as printed and in plain words.
func (s *session) help() (Reply, error) {
	q, _ := s.asked()
	s.c.Asks = q.Name
	data := s.where(q)
	data["Label"] = s.label(q)
	data["Clause"], data["Quote"], data["Plain"] = q.Clause, "", ""
	id, _, _ := strings.Cut(q.Clause, ",")
	if c, ok := s.tx.Programme().Clause(id); ok {
		data["Quote"], data["Plain"] = c.Quote, c.Plain
	}
	back := Button{Text: "button.to_question", Do: doShow, Style: "primary"}
	return Reply{Text: "form.help", Data: data, Buttons: [][]Button{Row(back)}}, nil
}

// conflict shows both answers and asks which one holds.
func (s *session) conflict() (Reply, error) {
	q, _ := s.asked()
	row := s.rows[q.Name]
	if row.Rival == nil {
		s.c.View = ViewQuestion
		return s.question()
	}
	s.c.Asks = q.Name
	colleague, err := s.tx.Person(row.By)
	if err != nil {
		return Reply{}, err
	}
	data := s.where(q)
	data["Label"], data["Theirs"], data["Mine"] = s.label(q), printed(q, row.Value), printed(q, row.Rival)
	data["Colleague"], data["At"] = colleague.Name, row.At
	return Reply{Text: "form.conflict", Data: data, Buttons: [][]Button{
		Row(Button{Text: "button.theirs", Do: doTheirs}, Button{Text: "button.mine", Do: doMine}),
	}}, nil
}
