package flows_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

// today is a Tuesday.
const today = "2026-03-10"

// A toy is a form made of whatever questions a test is about.
type toy struct{ questions func() []ask.Question }

func (f toy) Questions() []ask.Question { return f.questions() }

func (toy) Submit(*store.Tx) (flows.Reply, error) { return flows.Say("toy.done", nil), nil }

// toying is a house with the form /toy, whose questions are made anew in each
// turn. The texts are the labels of the questions, by the names of their texts.
func toying(t *testing.T, labels map[string]string, questions func() func() []ask.Question, more ...flows.Feature) *flowtest.House {
	t.Helper()
	return flowtest.Speaking(t, flowtest.At(today), toyTexts(labels), append(more, flows.Feature{
		Name: "toy",
		Commands: []flows.Command{{Name: "toy", Run: func(*store.Tx, string) (flows.Reply, error) {
			return flows.Open("toy", "1"), nil
		}}},
		Forms: map[string]flows.OpenForm{"toy": func(*store.Tx, string) (flows.Form, error) { return toy{questions()}, nil }},
	})...)
}

func toyTexts(labels map[string]string) fstest.MapFS {
	var messages, lines strings.Builder
	define := func(to *strings.Builder, name, says string) {
		to.WriteString(`{{define "` + name + `"}}` + says + "{{end}}\n")
	}
	define(&messages, "toy.done", "办好了")
	define(&lines, "toy.title", "玩具")
	define(&lines, "toy.submit", "可以提交。")
	define(&lines, "command.toy", "玩具")
	for name, label := range labels {
		if strings.HasPrefix(name, "section.") {
			define(&lines, "toy."+name, label)
			continue
		}
		define(&messages, "toy."+name, `请填写{{with index . "No"}}第 {{.}} 项的{{end}}`+label+"。")
		define(&lines, "toy."+name+".label", `{{with index . "No"}}第{{.}}项{{end}}`+label)
	}
	all := fstest.MapFS{}
	for _, lang := range []string{"zh", "en"} {
		all[lang+"/toy.html"] = &fstest.MapFile{Data: []byte(messages.String())}
		all[lang+"/toy.txt"] = &fstest.MapFile{Data: []byte(lines.String())}
	}
	return all
}

// contact is a person with the form on the screen.
func contact(h *flowtest.House, name string) *flowtest.Chat {
	h.T.Helper()
	return h.Of(h.Person(name, programme.RoleContact, h.Unit("单位"+name))).Says("/toy")
}

// asks fails the test unless the screen asks the question.
func asks(c *flowtest.Chat, t *testing.T, name string) {
	t.Helper()
	if c.Asks() != name {
		t.Fatalf("asks %q, not %q:\n%s", c.Asks(), name, c.Screen())
	}
}
