package bottest

import (
	"strings"

	"luling/bot/playground"
	"luling/store"
)

// A Given is how a person answers one question.
type Given func(c *Chat)

// Typed answers by typing.
func Typed(text string) Given { return func(c *Chat) { c.w.t.Helper(); c.Says(text) } }

// Pressed answers by pressing a button.
func Pressed(label string) Given { return func(c *Chat) { c.w.t.Helper(); c.Press(label) } }

// Sent answers with files, one after the other, and ends the list.
func Sent(files ...playground.File) Given {
	return func(c *Chat) {
		c.w.t.Helper()
		for _, f := range files {
			c.Sends(f)
		}
		c.Press("完成")
	}
}

// Asked is the question the person's screen shows, "" if it shows none.
func (c *Chat) Asked() (name, view string) {
	c.w.t.Helper()
	c.w.Look(func(tx *store.Tx) error {
		s, err := tx.Screen(c.ID)
		name, view = s.Asks, s.View
		return err
	})
	view, _, _ = strings.Cut(view, "/")
	return name, view
}

// mostQuestions is more questions than any form has, those of entries included.
const mostQuestions = 400

// answer is the one for a question: by its name, or of an entry or a year by
// "list.field".
func answer(answers map[string]Given, name string) (give Given, known bool) {
	if give, known = answers[name]; known {
		return give, true
	}
	part := strings.Split(name, ".")
	give, known = answers[part[0]+"."+part[len(part)-1]]
	return give, known
}

// Fill answers questions by name until none is shown any more. A question
// nobody has an answer for fails the test.
func (c *Chat) Fill(answers map[string]Given) {
	c.w.t.Helper()
	for range mostQuestions {
		name, _ := c.Asked()
		if name == "" {
			return
		}
		give, known := answer(answers, name)
		if !known {
			c.w.t.Fatalf("no answer for the question %s:\n%s", name, c.Screen())
		}
		give(c)
		if again, _ := c.Asked(); again == name {
			c.w.t.Fatalf("the answer to %s was not taken:\n%s\n%s", name, c.Screen(), c.w.Logged())
		}
	}
	c.w.t.Fatal("the form does not end")
}

// FillTo answers questions by name until the one named is shown.
func (c *Chat) FillTo(question string, answers map[string]Given) {
	c.w.t.Helper()
	for range mostQuestions {
		name, _ := c.Asked()
		if name == question {
			return
		}
		give, known := answer(answers, name)
		if !known {
			c.w.t.Fatalf("%s is not reached; no answer for %q:\n%s", question, name, c.Screen())
		}
		give(c)
	}
	c.w.t.Fatalf("%s is not reached:\n%s", question, c.Screen())
}
