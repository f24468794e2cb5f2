//go:build browser

package main

import (
	"fmt"
	"strings"

	"luling/bot/bottest"
)

// longest is more questions than any form has.
const longest = 200

// fills answers question after question until none is left. before is told of
// each question while it stands on the screen.
func (s *sitter) fills(c *bottest.Chat, before func(question string)) {
	s.t.Helper()
	for range longest {
		question, _ := c.Asked()
		if question == "" {
			return
		}
		before(question)
		s.answers(c, question)
		if again, _ := c.Asked(); again == question {
			s.fail("the answer to %s was not taken: %s", question, s.sees())
		}
	}
	s.fail("the form does not end")
}

// answers gives the sample answer: typed, uploaded or pressed. Files and lists are
// ended when they are there.
func (s *sitter) answers(c *bottest.Chat, question string) {
	s.t.Helper()
	answer, known := sample(question)
	if !known {
		s.does(func() { s.tap(s.button("下一步", "确认", "专业技术", "是")) })
		return
	}
	gathers := answer[0] == '(' || answer[0] == '{'
	if gathers && c.Has("完成") {
		s.presses("完成")
		return
	}
	switch inner := strings.Trim(steps(answer)[0], "[](){}"); answer[0] {
	case '[':
		s.presses(inner)
	case '(':
		s.sends(file(inner))
	default:
		s.writes(inner)
	}
	if now, _ := c.Asked(); gathers && now == question {
		s.presses("完成")
	}
}

// registers enters one study session of the unit's leadership.
func (s *sitter) registers(c *bottest.Chat, day string) {
	s.t.Helper()
	s.writes("/专题研究")
	s.presses("登记")
	s.writes(day)
	s.fills(c, func(string) {})
	s.presses("提交")
}

// enters opens the person's chat from the list, on a phone.
func (s *sitter) enters() {
	s.t.Helper()
	s.tap(fmt.Sprintf(`[data-role=people] [data-person="%d"]`, s.id))
	s.until(fmt.Sprintf("document.querySelector(%q)", s.of("[data-role=messages]")), "the chat is open")
}

// leaves goes back to the list, on a phone.
func (s *sitter) leaves() {
	s.t.Helper()
	s.tap(s.of("[data-role=back]"))
	s.until(`document.body.dataset.view === "list"`, "the list is shown")
}
