package main

import (
	"strings"
	"testing"

	"luling/store/programme"
)

// A unit is offered the categories open to its type, and no others can be had:
// the park wants a category that is not open to it, and meets no condition either.
func TestTalkIneligible(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c := chat[2001]
	u := joins(w, "吉安市庐陵新区工业园管理委员会", programme.IndustrialPark)
	settles(w, 2001, "何志明", "党群工作部干事", programme.Grant{Role: programme.RoleContact, UnitID: u.ID})
	opens(w, "工业园区想报社会工作人才类别：不在可报范围；专职人员、经费和会议都没有，不能提交", c)
	c.Says("/申报")
	c.Press("开始填写")
	c.Press("下一步")
	c.Sees("企业创新创业人才工作示范点")
	c.SeesNot("[社会工作")
	c.Says("社会工作人才工作示范点")
	asks(t, c, "category")
	c.Says("专业技术也行")
	asks(t, c, "category")
	c.Press("帮助")
	c.Press("返回填写")
	c.Press("企业创新创业")
	asks(t, c, "address")
	c.FillTo("full_time", given(enterprise, ""))
	c.Says("没有专职的，都是兼职")
	c.Says("无")
	c.FillTo("fund_opening", given(enterprise, ""))
	for range 4 {
		c.Says("0")
	}
	c.Says("/为什么不能提交")
	talk(t, w, "ineligible", nil)
}

// The last day passes: what is open then stays as it is, with a reason.
func TestTalkDeadline(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c, head, other, enterprise := chat[1001], chat[1002], chat[1009], chat[1004]
	opens(w, "申报截止:填写中的不能再填,领导不能再确认,新的不再受理", c, head, other, enterprise)
	enterprise.Says("/申报")
	enterprise.Press("开始填写")
	sent(c)
	w.Log.Begin("申报截止:填写中的不能再填,领导不能再确认,新的不再受理")
	later(w, 31*day)
	enterprise.Press("下一步")
	enterprise.Sees("申报截止日为")
	enterprise.Says("/申报")
	head.PressOn(head.Found("请您确认"), "确认申报")
	head.Sees("已过申报截止时间")
	c.Says("/进度")
	other.Says("/申报")
	other.Sees("申报已截止")
	talk(t, w, "deadline", nil)
}

// A unit without a leader in the bot is told so from the first screen on.
func TestTalkNoLeader(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c, body, guest := chat[2001], chat[1013], chat[2003]
	u := joins(w, "吉安市吉州区白鹭社区", programme.VillageCommunity)
	settles(w, 2001, "何志明", "社区副主任", programme.Grant{Role: programme.RoleContact, UnitID: u.ID})
	opens(w, "单位尚无领导可确认:一开始就提示,邀请后领导从待办中确认", c, body)
	meets(c, "2025年3月6日", "社区居委会", "谢文静", "研究社区社会工作人才培养计划和经费安排,由副主任负责落实。")
	meets(c, "2025年9月11日", "社区居委会", "谢文静", "听取社会工作人才计划进展,研究持证社工补贴和服务点建设。")
	w.Log.Begin("单位尚无领导可确认:一开始就提示,邀请后领导从待办中确认")
	answers := given(township, "社会工作")
	c.Says("/申报")
	c.Press("开始填写")
	before := w.Log.Text()
	c.FillTo("declaration", answers)
	w.Log.Begin(strings.TrimPrefix(before, "# "))
	w.Log.Note("其余各项填写从略")
	c.Press("确认")
	c.Press("提交")
	c.Sees("尚无可在本平台确认")
	c.Says("/进度")
	body.Says("/人员")
	body.Press("白鹭社区")
	body.Press("邀请人员")
	body.Press("主要负责人")
	body.Says("谢文静")
	body.Says("社区党委书记")
	body.Press("提交")
	link, _, as := secrets(t, body)
	guest.Start(link)
	guest.Press("待办")
	guest.Press("申报进度")
	guest.Press("确认申报")
	guest.Press("再次确认")
	guest.Sees("【申报回执】")
	talk(t, w, "no_leader", as)
}
