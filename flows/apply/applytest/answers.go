// Package applytest knows the answers to an application form, for the tests of
// all features that are about applications.
package applytest

import (
	"maps"
	"strings"
)

// A sentence is long enough for every text of the application form.
const sentence = "单位党委高度重视人才工作，主要负责人任领导小组组长，制度健全，措施有力，近三年投入专项经费二百六十万元，成效明显，群众认可。"

// Answers is a whole application but for the questions of one category, which
// more adds, written as flowtest's Chat.Fill takes it.
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
