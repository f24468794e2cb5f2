package main

import (
	"testing"

	"luling/bot/bottest"
)

// The college: what is missing is mended from the list of gaps; the category is
// changed at the end; the head returns it with a reason, and it is sent again.
func TestTalkSkilled(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head, body, city := chat[1007], chat[1008], chat[1013], chat[1015]
	opens(w, "职业学院申报高技能人才工作示范点:从缺项清单补充,改换类别,领导退回后再次提交", c, head, body, city)
	meets(c, "2025年4月9日", "行政楼二楼会议室", "罗永辉", "研究“吉匠”工程年度计划和双师型教师引进,安排专项经费120万元。")
	answers := papers(given(college, "专业技术"), "双师型教师引进与培养办法", "吉匠工程实施方案", "示范课和鉴定活动记录", "省级培训基地批复", "工学一体协议", "技能竞赛获奖证书")
	answers = with(answers, "full_time", bottest.Typed("0"))
	c.Says("/申报")
	c.Press("开始填写")
	c.Fill(answers)
	c.Sees("尚需补充 2 项")
	c.Press("去补充：专职人员数")
	c.Says("4")
	c.Press("去登记专题研究")
	c.Press("登记会议")
	c.Fill(meeting("2025年10月15日"))
	c.Press("提交")
	c.Press("申报")
	c.Press("总览")
	c.Press("单位情况")
	c.Press("修改：申报类别")
	c.Press("高技能")
	c.Press("填写：类别变更确认")
	c.Press("确认变更")
	c.Press("总览")
	c.Press("检查并提交")
	c.Press("去补充：高技能人才数")
	c.Says(college["high_skill"])
	c.Press("提交")
	c.Sees("已提交单位领导确认")
	later(w, day)
	head.Press("退回修改")
	head.Says("请改")
	head.Says("专职人员请按编制文件核对;“吉匠”工程2026年目标请写明责任处室。")
	head.Press("提交")
	later(w, hour)
	c.Press("继续填写")
	mends(c)
	c.Press("提交")
	c.Sees("已提交单位领导确认")
	later(w, day)
	head.Press("确认申报")
	head.Press("再次确认")
	head.Sees("【申报回执】", "2026-吉州-001")
	body.Press("查看申报")
	reads(body)
	city.Says("/申报台账")
	city.Press("庐陵职业技术学院")
	reads(city)
	talk(t, w, "skilled", nil)
}

// mends changes what the head asked for.
func mends(c *bottest.Chat) {
	c.Press("总览")
	c.Press("人员机构")
	c.Press("修改：专职人员数")
	c.Says("5人")
	c.Press("总览")
	c.Press("六有-2")
	c.Press("修改：目标与任务")
	c.Says(college["plan_text"] + "教务处负责课程标准,实训中心负责设备保障。")
	c.Press("总览")
	c.Press("检查并提交")
}
