package applytest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"strings"
)

// A sentence is long enough for every text of the application form.
const sentence = "单位党委高度重视人才工作，主要负责人任领导小组组长，制度健全，措施有力，近三年投入专项经费二百六十万元，成效明显，群众认可。"

// Answers is a whole application but for the questions of one category. A word in
// [brackets] is a button, a word in (parentheses) a file.
func Answers(more map[string]string) map[string]string {
	all := map[string]string{
		"unit": "[下一步]", "address": "吉安市吉州区阳明西路108号", "founded": "2009年6月", "staff": "一百二十六",
		"head": "张三 院长 13800000000", "deputy": "[跳过]", "contact_phone": "13800000002",
		"body_name": "人事科（人才工作办公室）", "full_time": "2",
		"no_secret": "[确认]", "study": "[下一步]", "guarantee_text": sentence, "fund": "30", "fund_year": "2026",
		"guarantee_files": "(引进办法.pdf)", "plan_title": "青年医师“双百”培养计划", "plan_period": "2024年1月至2026年12月",
		"plan_text": sentence, "plan_files": "(三年计划.pdf)", "carrier_count": "18", "carrier_served": "1,200",
		"carrier_text": sentence, "carrier_files": "(活动照片.jpg)", "platform_count": "3", "platform_area": "260",
		"platform_text": sentence, "platform_files": "(场所照片.jpg)", "feature_text": sentence, "feature_case": sentence,
		"feature_files": "(案例.docx)", "talents": "86", "introduced": "19", "result_text": sentence,
		"result_files": "(成果.xlsx)", "summary": strings.Repeat(sentence, 2), "honours": "[跳过]", "declaration": "[确认]",
	}
	maps.Copy(all, more)
	return all
}

// Fill answers questions by name until the form shows none, or the one named.
func (c *Chat) Fill(answers map[string]string, until string) *Chat {
	c.h.T.Helper()
	for range 100 {
		name := c.Asks()
		if name == "" || name == until {
			return c
		}
		answer, known := answers[name]
		if !known {
			c.h.T.Fatalf("no answer for %s:\n%s", name, c.Screen())
		}
		c.Answer(answer)
		if c.Asks() == name {
			c.h.T.Fatalf("the answer %q to %s was not taken:\n%s", answer, name, c.Screen())
		}
	}
	c.h.T.Fatal("the form does not end")
	return c
}

// Answer gives one answer, written as in Answers.
func (c *Chat) Answer(answer string) *Chat {
	c.h.T.Helper()
	inner := strings.Trim(answer, "[]()")
	switch {
	case strings.HasPrefix(answer, "["):
		return c.Press(inner)
	case strings.HasPrefix(answer, "("):
		return c.Sends(inner).Press("完成")
	}
	return c.Says(answer)
}

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func raw(b []byte) json.RawMessage {
	if len(b) == 0 {
		return json.RawMessage("null")
	}
	return b
}
