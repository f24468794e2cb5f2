package main

import (
	"testing"
)

// The township: filled in over two days, an evidence file that looks secret, a
// reminder to the leader, and the receipt.
func TestTalkSocialWork(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head, body, city := chat[1011], chat[1012], chat[1014], chat[1015]
	opens(w, "乡镇申报社会工作人才工作示范点:分两天填写,文件名疑似涉密,领导三个工作日未确认", c, head, body, city)
	meets(c, "2025年1月16日", "镇政府三楼会议室", "胡建平", "研究“五社联动”计划,安排社会工作人才经费28万元,由党建和人才工作办公室牵头。")
	meets(c, "2025年7月3日", "镇政府三楼会议室", "胡建平", "听取社工站建设情况,决定增设村居服务点4个,研究持证社工补贴标准。")
	answers := given(township, "社会工作")
	c.Says("/申报")
	c.Press("开始填写")
	c.FillTo("platforms", answers)
	c.Press("暂存退出")
	later(w, day)
	c.Says("/待办")
	c.Press("继续填写")
	c.FillTo("proof_5_1", answers)
	c.Sends(pdf("积分换服务内部台账"))
	head.Sees("文件可能涉密")
	head.Press("不涉密")
	c.Press("完成")
	c.Fill(answers)
	c.Press("提交")
	later(w, 3*day)
	later(w, 3*day)
	head.Sees("【提醒】")
	head.Press("申报进度")
	head.Press("确认申报")
	head.Press("再次确认")
	head.Sees("2026-永丰-001")
	later(w, hour)
	body.Press("查看申报")
	reads(body)
	city.Says("/desk")
	city.Press("藤田镇")
	looksInto(city)
	talk(t, w, "social_work", nil)
}
