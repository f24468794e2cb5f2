package flows

import (
	"strings"
	"unicode"

	"luling/flows/ask"
	"luling/store"
)

// header reports whether the first of several pasted lines only names the
// columns: there is no digit in it, and where more than words is wanted none of
// its cells is an answer.
func (s *session) header(list ask.Question, lines []ask.Line, in Input) bool {
	if len(lines) < 2 || len(lines[0].Cells) < 2 || strings.ContainsFunc(lines[0].Whole, unicode.IsDigit) {
		return false
	}
	wanted := 0
	for i, q := range columns(list) {
		if i >= len(lines[0].Cells) || q.Kind == ask.KindText || q.Kind == ask.KindLongText {
			continue
		}
		if a := s.cell(q, store.Answer{}, lines[0].Cells[i], in); a.Value != nil || a.Skipped {
			return false
		}
		wanted++
	}
	return wanted > 0
}
