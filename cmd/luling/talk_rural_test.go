package main

import (
	"testing"
)

// The cooperative: submitted, then withdrawn with the leader's agreement, and
// restored the same way.
func TestTalkRural(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head, body, city := chat[1009], chat[1010], chat[1014], chat[1015]
	opens(w, "合作社申报农村实用人才工作示范点:提交后经单位领导同意撤回,又经同意恢复", c, head, body, city)
	meets(c, "2025年2月20日", "合作社办公室", "曾庆春", "研究菜农技术骨干培养计划,安排培训经费12.5万元,由技术服务部落实。")
	meets(c, "2025年8月8日", "合作社办公室", "曾庆春", "总结上半年田间学校情况,决定聘请县农业专家3名,调整骨干报酬办法。")
	answers := given(cooperative, "农村实用")
	c.Says("/申报")
	c.Press("开始填写")
	c.FillTo("body_founded", answers)
	c.Says("2018年")
	c.FillTo("talents.2026.rural_talent", answers)
	c.Says("１２９")
	c.Fill(answers)
	c.Press("提交")
	later(w, day)
	head.Press("确认申报")
	head.Press("再次确认")
	head.Sees("2026-永丰-001")
	later(w, 2*day)
	c.Says("/撤回")
	c.Press("撤回申报")
	c.Says("今年合作社换届,材料中的理事会成员将有变动,拟撤回。")
	c.Press("提交")
	c.Sees("已提请单位领导同意")
	head.Press("同意撤回")
	body.Sees("撤回申报")
	later(w, day)
	c.Says("/进度")
	c.Press("恢复申报")
	head.Press("同意恢复")
	body.Sees("恢复申报")
	later(w, hour)
	body.Press("查看申报")
	reads(body)
	city.Says("/desk")
	city.Press("恩江蔬菜")
	looksInto(city)
	c.Says("/进度")
	talk(t, w, "rural", nil)
}
