package apply_test

import (
	"testing"

	"luling/flows"
	"luling/flows/flowtest"
	"luling/store/programme"
)

func TestWhyItCannotBeSubmitted(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/为什么").Sees("贵单位尚未申报")
	c.contact.Says("/apply").Presses("开始填写").Presses("下一步")
	c.contact.Says("/为什么不能提交").Sees("尚不能提交", "未选择申报类别（《办法》第三部分）", "专题研究", "《办法》第四部分第1项", "第 1/").Presses("下一页").Sees("第 2/").Presses("上一页")
	c.contact.Presses("1. 去补充")
	if c.contact.Asks() != "category" {
		t.Errorf("it leads to %q", c.contact.Asks())
	}
	c.contact.Says("/why").Presses("去登记专题研究").Sees("登记")
	c.head.Says("/why").Sees("尚不能提交", "由贵单位联络员补充")
	if c.head.Has("去补充") {
		t.Error("a leader is offered to fill in")
	}
	c.recommender.Says("/why").Sees("没有可供您使用的命令")
}

func TestWhyNotWhenEverythingIsThere(t *testing.T) {
	t.Parallel()
	c := filled(t, programme.Hospital, "专业技术", nil)
	c.contact.Says("/why").Sees("可以提交", "各项条件均已满足").Presses("继续填写").Presses("提交")
	c.contact.Says("/why").Sees("待单位确认")
	d := newCast(t, programme.Hospital)
	d.Now = flowtest.At("2026-04-11")
	d.contact.Says("/why").Sees("申报已截止")
}

func TestNobodyJumpsIntoAnothersForm(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply")
	a := c.application()
	stranger := c.Of(c.Person("外单位联络员", programme.RoleContact, c.Unit("别的单位")))
	stranger.PressesButton(flows.Button{Act: "apply.mend", Object: int64(a.ID), Arg: "category"}).Sees("您暂无权限")
	c.contact.PressesButton(flows.Button{Act: "apply.mend", Object: int64(a.ID), Arg: "nonsense"}).Sees("登记信息")
}

func TestWhereTheUnitsOfABodyStand(t *testing.T) {
	t.Parallel()
	c := submitted(t)
	c.Application(c.Unit("别的单位"), c.round, programme.AppDraft)
	c.recommender.Says("/进度").Sees("共 2 个", "填写中 1 个：单位联络员，期限2026年4月10日", "待推荐 1 个：推荐单位，期限2026年4月30日").
		Presses("待推荐 1").Sees("1. 吉安市示范单位", "2026年3月10日 12:00起", "期限2026年4月30日")
	c.neighbour.Says("/进度").Sees("共 0 个", "尚无单位申报")
	c.officeman.Says("/进度").Sees("没有可供您使用的命令")
}
