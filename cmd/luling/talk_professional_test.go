package main

import "testing"

// The hospital: study sessions are missing first; an answer is mended from the
// overview; both leaders are asked, the deputy confirms, the head comes second.
func TestTalkProfessional(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head, deputy, body, city := chat[1001], chat[1002], chat[1003], chat[1013], chat[1015]
	opens(w, "医院申报专业技术人才工作示范点:先申报后登记会议,从总览修改,分管领导先确认", head, deputy, body, city)
	answers := given(hospital, "专业技术")
	c.Start("")
	c.Press("主菜单")
	c.Press("申报")
	c.Press("开始填写")
	c.FillTo("study", answers)
	c.Sees("尚未达到申报条件")
	later(w, hour)
	meets(c, "2025年5月20日", "行政楼三楼会议室", "周建国", "审议通过年度人才工作要点,安排专项经费32万元,由人力资源部牵头落实引才计划。")
	meets(c, "2025.11.18", "行政楼三楼会议室", "周建国", "听取“百名学科骨干”培养工程进展汇报,研究2026年引进博士6名的岗位和待遇,由分管副院长负责。")
	c.Says("/申报")
	c.Fill(answers)
	c.Press("总览")
	c.Press("六有-3")
	c.Press("修改：服务活动")
	c.Press("第 2 项")
	c.Press("服务人数")
	c.Says("三百四十")
	c.Sees("340")
	c.Press("返回列表")
	c.Press("总览")
	c.Press("检查并提交")
	c.Press("提交")
	c.Sees("已提交单位领导确认")
	later(w, 2*hour)
	request := head.Found("请您确认")
	deputy.Press("查看全部")
	deputy.Press("返回概要")
	deputy.Press("确认申报")
	deputy.Press("再次确认")
	deputy.Sees("【申报回执】", "2026-吉州-001")
	head.PressOn(request, "确认申报") // from a client that has not heard yet that the buttons are gone
	head.Sees("钟秀兰")
	later(w, day)
	body.Press("查看申报")
	reads(body)
	city.Says("/台账")
	city.Press("庐陵人民医院")
	looksInto(city)
	c.Says("/进度")
	talk(t, w, "professional", nil)
}
