//go:build browser

package main

import (
	"fmt"

	"luling/bot/bottest"
)

// longest is more questions than any form has.
const longest = 100

// uploads are the files that answer a question.
var uploads = map[string]string{
	"minutes": "领导班子会议纪要", "guarantee_files": "人才工作制度汇编", "plan_files": "百名学科骨干培养工程实施方案",
	"carrier_files": "服务基层活动记录", "platform_files": "名医工作室场地证明", "feature_files": "三级帮带协议", "result_files": "人才工作成效统计表",
}

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
		s.answers(question)
		if again, _ := c.Asked(); again == question {
			s.fail("the answer to %s was not taken: %s", question, s.sees())
		}
	}
	s.fail("the form does not end")
}

// answers gives the sample answer: typed, uploaded or pressed.
func (s *sitter) answers(question string) {
	s.t.Helper()
	text, written := sample(question)
	switch {
	case uploads[question] != "":
		s.sends(pdf(uploads[question]))
		s.presses("完成")
	case written:
		s.writes(text)
	default:
		s.does(func() { s.tap(s.button("下一步", "确认", "专业技术", "是")) })
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
