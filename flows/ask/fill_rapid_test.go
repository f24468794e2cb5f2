package ask

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// A node is a question of a grown form: it applies when the field of an earlier
// question holds a value, which may be the zero of a question never asked.
type node struct {
	on    int // index of the earlier question, -1 for none
	value int64
	most  int64
	skip  bool // optional
}

type grown struct {
	nodes  []node
	fields []int64
	asked  int
}

func (g *grown) Questions() (qs []Question) {
	g.asked++
	for i, n := range g.nodes {
		if n.on >= 0 && g.fields[n.on] != n.value {
			continue
		}
		rules := []Rule{AtMost(n.most)}
		if n.skip {
			rules = append(rules, Optional())
		}
		qs = append(qs, Number(strconv.Itoa(i), &g.fields[i], rules...))
	}
	return qs
}

// expected goes through the form once, in order: what Fill must come to.
func (g *grown) expected(answers map[string]Answer) (fields []int64, applies, accepted, rejected []string) {
	fields = make([]int64, len(g.nodes))
	for i, n := range g.nodes {
		if n.on >= 0 && fields[n.on] != n.value {
			continue
		}
		name := strconv.Itoa(i)
		applies = append(applies, name)
		answer, ok := answers[name]
		v, _ := strconv.ParseInt(string(answer.Value), 10, 64)
		switch {
		case !ok:
		case answer.Skipped && n.skip:
			accepted = append(accepted, name)
		case v > n.most:
			rejected = append(rejected, name)
		default:
			fields[i], accepted = v, append(accepted, name)
		}
	}
	return fields, applies, accepted, rejected
}

func drawForm(t *rapid.T) *grown {
	g := &grown{nodes: make([]node, rapid.IntRange(1, 12).Draw(t, "questions"))}
	for i := range g.nodes {
		g.nodes[i] = node{
			on:    rapid.IntRange(-1, i-1).Draw(t, "on"),
			value: rapid.Int64Range(0, 2).Draw(t, "value"),
			most:  rapid.Int64Range(1, 3).Draw(t, "most"),
			skip:  rapid.Bool().Draw(t, "skip"),
		}
	}
	g.fields = make([]int64, len(g.nodes))
	return g
}

func drawAnswers(t *rapid.T, g *grown) map[string]Answer {
	answers := map[string]Answer{}
	for i := range g.nodes {
		if rapid.IntRange(0, 3).Draw(t, "stored") == 0 {
			continue
		}
		value := strconv.FormatInt(rapid.Int64Range(0, 3).Draw(t, "answer"), 10)
		answers[strconv.Itoa(i)] = Answer{Value: json.RawMessage(value), Skipped: rapid.Bool().Draw(t, "skipped")}
	}
	return answers
}

func TestFillOfAnyForm(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		g := drawForm(t)
		answers := drawAnswers(t, g)
		got := Fill(g, answers)
		fields, applies, accepted, rejected := g.expected(answers)
		agree(t, "fields", g.fields, fields)
		agree(t, "questions", names(got.Questions), applies)
		agree(t, "accepted", inFormOrder(got.Answers, applies), accepted)
		agree(t, "rejected", inFormOrder(got.Rejected, applies), rejected)
		for _, name := range got.Hidden {
			if slices.Contains(applies, name) {
				t.Fatalf("%s applies and is hidden", name)
			}
		}
		if g.asked > len(answers)+2 {
			t.Fatalf("asked %d times for %d answers", g.asked, len(answers))
		}
		agree(t, "again", fmt.Sprint(summary(Fill(g, answers))), fmt.Sprint(summary(got)))
	})
}

// TestAnsweringLeadsToTheEnd: whoever answers the current question again and
// again comes to the end, and never goes back.
func TestAnsweringLeadsToTheEnd(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		g := drawForm(t)
		answers, last := map[string]Answer{}, -1
		for range len(g.nodes) + 1 {
			q, ok := Current(Fill(g, answers))
			if !ok {
				return
			}
			i, _ := strconv.Atoi(q.Name)
			if i <= last {
				t.Fatalf("after %d comes %d", last, i)
			}
			last = i
			value := rapid.Int64Range(0, g.nodes[i].most).Draw(t, "answer")
			out := q.Understand(Input{Text: strconv.FormatInt(value, 10)})
			answers[q.Name] = Answer{Value: out.Value, Done: out.Done}
		}
		t.Fatalf("no end after %d answers", len(answers))
	})
}

func summary(f Filled) []any {
	return []any{names(f.Questions), len(f.Answers), len(f.Rejected), f.Hidden}
}

func inFormOrder[V any](byName map[string]V, order []string) (list []string) {
	for _, name := range order {
		if _, ok := byName[name]; ok {
			list = append(list, name)
		}
	}
	if len(list) != len(byName) {
		list = append(list, "and one that does not apply")
	}
	return list
}

func agree(t *rapid.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
}
