package main

import (
	"strings"
	"testing"

	"luling/bot/bottest"
)

// A draft lies idle, the last day comes near, and nobody is reminded of what was
// withdrawn. Why it cannot be submitted is told from anywhere.
func TestTalkDeskReminders(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head := chat[1001], chat[1002]
	opens(w, "草稿提醒：五个工作日未填写提醒一次，截止前十、三、一个工作日各提醒一次，撤回后不再提醒", c, head)
	c.Says("/申报")
	c.Press("开始填写")
	c.Press("下一步")
	later(w, 8*day)
	c.Sees("申报尚未提交")
	c.Press("为什么不能提交")
	c.Press("下一页")
	c.Press("去补充")
	c.Says("/条款")
	c.Press("返回填写")
	head.Says("/为什么")
	later(w, 8*day)
	later(w, 9*day)
	c.Says("/撤回")
	c.Press("撤回申报")
	c.Says("单位机构调整，本年度不具备创建条件，经研究决定撤回。")
	c.Press("提交")
	later(w, 5*day)
	talk(t, w, "desk_reminders", nil)
}

// The office takes a stamped scan in the place of the leader's tap.
func TestTalkDeskScan(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head, body, city := chat[1001], chat[1002], chat[1013], chat[1015]
	opens(w, "单位领导不能在平台确认：市人才办凭盖章扫描件确认", c, head, body, city)
	before := w.Log.Text()
	sent(c)
	w.Log.Begin(strings.TrimPrefix(before, "# "))
	w.Log.Note("联络员填写和提交从略")
	city.Says("/台账")
	city.Press("吉安市庐陵人民医院")
	city.Press("凭盖章扫描件确认")
	city.Says("院长出国")
	city.Says("院长赴外地学习，手机不能使用本平台，医院已书面来函并加盖公章。")
	city.Sends(pdf("庐陵人民医院申报确认件"))
	city.Press("完成")
	city.Press("提交")
	city.Press("再次确认")
	city.Sees("【申报回执】")
	for _, who := range []*bottest.Chat{c, head} {
		who.Sees("凭盖章扫描件办理")
	}
	body.Sees("凭盖章扫描件")
	head.Says("/进度")
	city.Press("查看申报")
	talk(t, w, "desk_scan", nil)
}

// Whom no message reaches is called; who abuses the service is shut out.
func TestTalkDeskCalls(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, city, colleague := chat[1001], chat[1015], chat[1004]
	opens(w, "电话名单：消息不能送达的人员由市人才办电话告知；限制使用及解除", c, city, colleague)
	c.Says("/申报")
	c.Press("开始填写")
	c.Press("下一步")
	c.Blocks()
	later(w, 8*day)
	city.Says("/待办")
	city.Press("查看电话名单")
	city.Press("刘晓梅")
	city.Press("已电话告知")
	city.Says("/限制使用")
	city.Press("选择人员")
	city.Says("郭志强")
	city.Press("郭志强")
	city.Press("限制使用")
	city.Says("多次发送与工作无关的内容，经两次电话提醒后仍未停止。")
	city.Press("提交")
	colleague.Says("/申报")
	colleague.Says("什么情况")
	city.Press("解除限制")
	city.Says("本人已书面说明情况，经研究恢复使用。")
	city.Press("提交")
	colleague.Says("/菜单")
	talk(t, w, "desk_calls", nil)
}
