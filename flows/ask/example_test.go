package ask_test

import (
	"fmt"

	"luling/flows/ask"
)

// A meeting is a form: its questions are bound to its fields.
type meeting struct {
	Topic string
	Heads int64
	Fund  int64 // 分
}

func (m *meeting) Questions() []ask.Question {
	qs := []ask.Question{
		ask.Text("topic", &m.Topic, ask.Length(4, 120), ask.Clause("S4.1a")),
		ask.Number("heads", &m.Heads, ask.AtLeast(1)),
	}
	if m.Heads > 10 {
		qs = append(qs, ask.Money("fund", &m.Fund, ask.Unit("万元")))
	}
	return qs
}

// A conversation is kept as answers; the current question follows from them.
func Example() {
	answers := map[string]ask.Answer{}
	for _, typed := range []string{"人才工作专题研究", "30-50", "约三十人", "3.5"} {
		q, _ := ask.Current(ask.Fill(&meeting{}, answers))
		out := q.Understand(ask.Input{Text: typed, Today: "2026-06-17"})
		switch {
		case out.Kind != ask.Valid:
			fmt.Println(q.Name, "refused."+out.Refusal.Name)
			continue
		case out.Echo != nil:
			fmt.Println(q.Name, out.Echo.Typed, "→", string(out.Value))
		}
		answers[q.Name] = ask.Answer{Value: out.Value, Done: out.Done}
	}
	var m meeting
	_, open := ask.Current(ask.Fill(&m, answers))
	fmt.Println(m.Topic, m.Heads, m.Fund, open)
	// Output:
	// heads refused.two_numbers
	// heads 约三十人 → 30
	// fund 3.5 → 3500000
	// 人才工作专题研究 30 3500000 false
}
