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
	opens(w, "职业学院申报高技能人才工作示范点：从缺项清单补充，改换类别，领导退回后再次提交", c, head, body, city)
	meets(c, "2025年4月9日", "行政楼二楼会议室", "罗永辉", "研究“吉匠”工程年度计划和双师型教师引进，安排专项经费110万元。")
	answers := given(college, "专业技术")
	for _, question := range []string{"talents.senior", "talents.middle"} {
		answers[question] = bottest.Typed("60")
	}
	answers["full_time"], answers["fund.2025.carried"] = bottest.Typed("0"), bottest.Typed("18.6")
	c.Says("/申报")
	c.Press("开始填写")
	c.Fill(answers)
	mendsGaps(c)
	changesCategory(c, answers)
	c.Press("提交")
	c.Sees("已提交单位领导确认")
	later(w, day)
	head.Press("退回修改")
	head.Says("请改")
	head.Says("专职人员请按编制文件核对；年度目标请增加一项教师企业实践。")
	head.Press("提交")
	later(w, hour)
	c.Press("继续填写")
	mendsReturned(c)
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
	looksInto(city)
	talk(t, w, "skilled", nil)
}

// mendsGaps closes what the review found: staff, a sum that is off, a session.
func mendsGaps(c *bottest.Chat) {
	c.Press("专职人员数")
	c.Says("4")
	c.Says(college["full_time_names"])
	c.Press("2025年经费结转")
	c.Says("20")
	c.Press("去登记专题研究")
	c.Press("登记会议")
	c.Fill(meeting("2025年10月15日"))
	c.Press("提交")
	c.Press("申报")
}

// changesCategory goes back to the first part and on to what the other category asks.
func changesCategory(c *bottest.Chat, answers map[string]bottest.Given) {
	c.Press("总览")
	c.Press("单位情况")
	c.Press("修改：申报类别")
	c.Press("高技能")
	c.Press("填写：类别变更确认")
	c.Press("确认变更")
	c.Press("总览")
	c.Press("检查并提交")
	c.Press("去补充")
	c.Fill(answers)
}

// mendsReturned changes what the head asked for.
func mendsReturned(c *bottest.Chat) {
	c.Press("总览")
	c.Press("人员机构")
	c.Press("修改：专职人员数")
	c.Says("5人")
	c.Press("修改：专职人员姓名")
	c.Says(college["full_time_names"] + "，谢芳")
	c.Press("总览")
	c.Press("六有-2")
	c.Press("修改：年度目标")
	c.Press("再添加一项")
	c.Says("教师到企业实践，60 人次，教务处，2026年12月，一季度 12 人次")
	c.Press("完成")
	c.Press("总览")
	c.Press("检查并提交")
}
