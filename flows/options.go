package flows

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"luling/flows/ask"
)

// Options beyond onPage are shown in pages; of more than manyOptions the question
// says that a few characters of the wanted one may be typed.
const (
	onPage      = 8
	manyOptions = 24
	mostSought  = 20 // characters of what is looked for
)

// A leaf is the page of a question's options, and what they are looked for by.
type leaf struct {
	page   int // from 1
	sought string
}

func paged(q ask.Question) bool { return len(q.Options) > onPage }

// leaf is where the person has turned to; of a question just asked the page with
// the stored answer.
func (s *session) leaf(q ask.Question) leaf {
	at, turned := strings.CutPrefix(s.c.Section, q.Name+"@")
	if !turned {
		return leaf{page: s.answerPage(q)}
	}
	page, sought, _ := strings.Cut(at, ":")
	n, _ := strconv.Atoi(page)
	sought, _ = url.QueryUnescape(sought)
	return leaf{max(n, 1), sought}
}

func (s *session) answerPage(q ask.Question) int {
	i := slices.IndexFunc(q.Options, func(o ask.Option) bool { return s.picked(q, o.ID) != "" })
	return max(i, 0)/onPage + 1
}

// turnLeaf turns to a page; the face remembers it.
func (s *session) turnLeaf(q ask.Question, l leaf) {
	s.c.Section = q.Name + "@" + strconv.Itoa(l.page) + ":" + url.QueryEscape(l.sought)
}

// page are the options that are on the screen, and how many pages there are.
func (l leaf) options(q ask.Question) (on []ask.Option, page, pages int) {
	found := q.Options
	if l.sought != "" {
		found = q.Matching(l.sought)
	}
	pages = max((len(found)+onPage-1)/onPage, 1)
	page = min(l.page, pages)
	return found[(page-1)*onPage : min(page*onPage, len(found))], page, pages
}

// offered are the options to be shown now, and the row that turns their pages.
func (s *session) offered(q ask.Question) (on []ask.Option, turn [][]Button) {
	if !paged(q) {
		return q.Options, nil
	}
	l := s.leaf(q)
	on, page, pages := l.options(q)
	if pages > 1 {
		before, after := Button{Text: "button.page_before", Do: doPage, Arg: strconv.Itoa(page - 1)}, Button{Text: "button.page_after", Do: doPage, Arg: strconv.Itoa(page + 1)}
		before.Inert, after.Inert = page == 1, page == pages
		turn = append(turn, Row(before, Button{Label: strconv.Itoa(page) + "/" + strconv.Itoa(pages), Inert: true}, after))
	}
	if l.sought != "" {
		turn = append(turn, Row(Button{Text: "button.all_options", Do: doPage}))
	}
	return on, turn
}

// turnPage shows another page of the options; without a number all of them again.
func (s *session) turnPage(q ask.Question, arg string) {
	l := s.leaf(q)
	if n, err := strconv.Atoi(arg); err == nil {
		l.page = max(n, 1)
	} else {
		l = leaf{page: 1}
	}
	s.turnLeaf(q, l)
}

// seek takes a text that fits several options, or of a multiple choice is no
// option's whole name, as what to look for. It reports whether it did.
func (s *session) seek(q ask.Question, in Input) bool {
	if !paged(q) || in.Event != Texted || utf8.RuneCountInString(in.Text) > mostSought {
		return false
	}
	found, out := q.Matching(in.Text), q.Understand(s.reads(in))
	several := out.Refusal != nil && out.Refusal.Name == ask.RefusedManyOptions
	part := q.Kind == ask.KindChoices && out.Echo != nil && len(ask.Parts(in.Text, len(q.Options))) == 0
	if len(found) == 0 || !several && !part {
		return false
	}
	s.c.Last, s.c.Unused = Last{Message: in.Message, Question: q.Name}, 0
	s.c.Focus, s.c.View = q.Name, ViewQuestion
	s.turnLeaf(q, leaf{1, strings.TrimSpace(in.Text)})
	s.note("form.note.found", map[string]any{"Text": in.Text, "Count": len(found)})
	return true
}
