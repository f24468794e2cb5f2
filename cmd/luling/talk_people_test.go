package main

import (
	"strings"
	"testing"
	"time"

	"luling/store/programme"
)

// A recommender invites the contact of a unit that has none; the link is pressed.
func TestTalkInvitation(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	body, guest, second := chat[1013], chat[2001], chat[2003]
	joins(w, "吉安市郭师傅陶瓷技能大师工作室", programme.MasterStudio)
	opens(w, "推荐单位邀请联络员,联络员点链接启用,链接不能再用", body)
	body.Says("/人员")
	body.Press("只看缺联络员")
	body.Press("郭师傅陶瓷")
	body.Press("邀请人员")
	body.Press("联络员")
	body.Says("何志明")
	body.Press("跳过")
	body.Press("提交")
	link, _, as := secrets(t, body)
	guest.Start(link)
	guest.Sees("已启用：联络员")
	guest.Press("主菜单")
	second.Start(link)
	second.Sees("邀请码不可用")
	body.Says("/人员")
	talk(t, w, "invitation", as)
}

// A typed code: wrong ones are counted and lock, the right one waits an hour.
func TestTalkTypedCode(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	body, guest := chat[1013], chat[2004]
	opens(w, "推荐单位邀请分管领导,电话告知邀请码:输错五次后锁定一小时", body)
	body.Says("/people")
	body.Press("庐陵职业技术学院")
	body.Press("邀请人员")
	body.Press("分管领导")
	body.Says("廖建军")
	body.Says("副院长")
	body.Press("提交")
	_, code, as := secrets(t, body)
	guest.Start("")
	for _, wrong := range []string{"AAAAA 22222", "AAAAA 33333", "aaaaa-44444", "AAAAA44446", "AAAAA 44447"} {
		guest.Says(wrong)
	}
	guest.Says(code)
	guest.Sees("邀请码不可用")
	later(w, hour+time.Minute)
	typed := strings.ToLower(strings.ReplaceAll(code, " ", ""))
	as[typed] = "‹小写10位›"
	guest.Says(typed)
	guest.Sees("已启用：分管领导")
	body.Says("/人员")
	body.Press("庐陵职业技术学院")
	talk(t, w, "typed_code", as)
}

// A reviewer is confirmed by a second person of the office.
func TestTalkReviewer(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	first, second, guest := chat[1015], chat[1016], chat[2005]
	opens(w, "市人才办邀请评审专家,由另一名同志确认身份", first, second)
	first.Says("/人员")
	first.Press("市级人员")
	first.Press("邀请人员")
	first.Press("评审专家")
	first.Says("宋春梅")
	first.Says("江西庐陵大学教授")
	first.Press("提交")
	link, _, as := secrets(t, first)
	guest.Start(link)
	guest.Sees("已收到您的申请")
	guest.Says("/我的身份")
	second.Says("/待办")
	second.Press("核实：宋春梅")
	second.Press("确认")
	guest.Sees("身份已启用")
	first.PressOn(first.Found("请确认人员身份"), "不予确认")
	guest.Press("主菜单")
	guest.Says("/我的身份")
	talk(t, w, "reviewer", as)
}

// The contact changes: the new one goes on where the old one stopped.
func TestTalkHandover(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	old, head, guest := chat[1007], chat[1008], chat[2003]
	opens(w, "联络员移交:新联络员启用时,原联络员身份终止,已填内容由新联络员继续", old, head)
	old.Says("/申报")
	old.Press("开始填写")
	old.Press("下一步")
	old.Press("高技能")
	old.Says(college["address"])
	head.Says("/人员")
	head.Press("邀请人员")
	head.Says("谢文静")
	head.Says("人事处副处长")
	head.Press("提交")
	link, _, as := secrets(t, head)
	guest.Start(link)
	guest.Sees("已启用：联络员")
	old.Sees("联络员已移交")
	old.Says("1979-09-01")
	old.Says("/申报")
	guest.Says("/申报")
	guest.Sees("成立时间")
	guest.Says(college["founded"])
	head.Says("/人员")
	talk(t, w, "handover", as)
}

// One person with two roles acts under one of them at a time.
func TestTalkHats(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c, body, city, second := chat[1001], chat[1013], chat[1015], chat[1016]
	opens(w, "一人两种身份:医院联络员又受聘为评审专家", c, body, city, second)
	city.Says("/人员")
	city.Press("市级人员")
	city.Press("邀请人员")
	city.Press("评审专家")
	city.Says("刘晓梅")
	city.Press("跳过")
	city.Press("提交")
	link, _, as := secrets(t, city)
	c.Start(link)
	c.Says("/我")
	second.Press("确认")
	c.Says("/我")
	c.Press("切换为：评审专家")
	c.Says("/申报")
	c.Sees("没有可供您使用的命令")
	c.Says("/菜单")
	c.Says("/我")
	c.Press("切换为：吉安市庐陵人民医院")
	c.Says("/申报")
	talk(t, w, "hats", as)
}
