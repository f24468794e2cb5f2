package main

import (
	"maps"
	"testing"

	"luling/bot/bottest"
)

// The company: an optional question passed over and gone back to, refused numbers
// and money, the other language in the middle, an album with a straggler, and
// evidence for each of the 26 items.
func TestTalkEnterprise(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head, body, city := chat[1004], chat[1006], chat[1013], chat[1015]
	opens(w, "企业申报企业创新创业人才工作示范点：跳过与返回、数字有误、中途换用英文、一次发送多个文件、26 项佐证齐全", c, head, body, city)
	meets(c, "2025年3月12日", "公司二楼会议室", "肖文斌", "研究“芯火”计划年度任务，安排人才专项经费80万元，由人力资源部落实。")
	meets(c, "2025年9月24日", "研发中心会议室", "肖文斌", "听取课题揭榜情况汇报，决定新增揭榜奖励30万元，研究博士工作站建设。")
	answers := given(enterprise, "企业创新创业")
	c.Says("/申报")
	c.Press("开始填写")
	c.FillTo("staff", answers)
	c.Says("八百来人吧")
	c.Says("-830")
	c.Says("830万")
	c.FillTo("deputy", answers)
	c.Press("跳过")
	c.Press("上一步")
	c.Says("罗海燕 副总经理")
	c.FillTo("fund.2025.spent", answers)
	c.Says("七八十万")
	c.Says("88")
	c.Press("上一步")
	c.Says("76.9万元")
	c.FillTo("proof_1_6", answers)
	album := c.Album(pdf("研发人才引进和激励办法"), pdf("人才工作领导小组文件"), photo("人才公寓照片"))
	c.Straggler(album, pdf("专项经费台账"))
	c.Press("移除文件 3")
	c.Press("完成")
	c.FillTo("plan_title", answers)
	later(w, hour)
	english(t, c, answers)
	c.Fill(answers)
	c.Press("提交")
	later(w, day)
	head.Press("确认申报")
	head.Press("再次确认")
	head.Sees("【申报回执】", "2026-吉州-001")
	later(w, hour)
	body.Says("/待办")
	body.Press("查看：")
	reads(body)
	city.Says("/desk")
	city.Press("江西赣江电子")
	looksInto(city)
	talk(t, w, "enterprise", nil)
}

// english answers the plan on English screens.
func english(t *testing.T, c *bottest.Chat, answers map[string]bottest.Given) {
	t.Helper()
	c.Says("/language")
	c.Press("English")
	c.Says("/apply")
	asks(t, c, "plan_title")
	there := maps.Clone(answers)
	there["targets"] = scripted("[Add][Add][Add][Done]")
	c.FillTo("plan_text", there)
	c.Press("Help")
	c.Press("Back")
	c.FillTo("proof_2_1", there)
	c.Sends(pdf("芯火计划文件"))
	c.Press("Done")
	c.Press("Overview")
	c.Press("Save")
	c.Says("/language")
	c.Press("中文")
	c.Says("/申报")
}
