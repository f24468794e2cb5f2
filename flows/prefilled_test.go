package flows_test

import (
	"testing"

	"luling/flows/flowtest"
	"luling/store"
)

// prefilled is a contact before a plan that is copied from an earlier one: the
// values of its targets are cleared.
func prefilled(t *testing.T) (*flowtest.House, *flowtest.Chat) {
	t.Helper()
	h := planning(t)
	c := contact(h, "李联络")
	h.Change(func(tx *store.Tx) error {
		tx.As(c.Who.Person, c.Who.Grant)
		d, err := tx.Draft("toy", "1")
		if err != nil {
			return err
		}
		return tx.Prefill(&d, []store.Answer{
			{Name: "plan_title", Value: []byte(`"青年人才计划"`)},
			{Name: "targets", Value: []byte(`["1","2"]`), Done: true},
			{Name: "targets.1.indicator", Value: []byte(`"引进博士"`)}, {Name: "targets.1.owner", Value: []byte(`"王强"`)},
			{Name: "targets.2.indicator", Value: []byte(`"培养骨干"`)}, {Name: "targets.2.owner", Value: []byte(`"李敏"`)},
			{Name: "after", Skipped: true},
		})
	})
	return h, c.Says("/toy")
}

func TestAPrefilledAnswerIsNoneUntilItIsConfirmed(t *testing.T) {
	t.Parallel()
	_, c := prefilled(t)
	asks(c, t, "plan_title")
	c.Sees("现填：青年人才计划", "上一次申报填写", "[沿用]", "0/3").SeesNot("不改")
	c.Presses("总览").Sees("规划  待补 0/2").Presses("一、").Sees("计划名称：青年人才计划（上一次申报填写，待确认）", "[核对：计划名称]")
	c.Presses("总览").Presses("检查并提交").Sees("计划名称：上一次申报填写，待确认", "年度目标 第2项数值：未填写").SeesNot("[提交]")
}

func TestPrefilledAnswersAreTouchedOnce(t *testing.T) {
	t.Parallel()
	_, c := prefilled(t)
	c.Presses("沿用")
	asks(c, t, "targets.1.indicator")
	c.Sees("1/3", "[沿用]", "[沿用整项]").Says("引进硕士")
	asks(c, t, "targets.1.value")
	c.SeesNot("沿用").Says("5")
	asks(c, t, "targets.1.owner")
	c.Sees("现填：王强").Presses("沿用")
	asks(c, t, "targets.2.indicator")
	c.Presses("沿用整项")
	asks(c, t, "targets.2.value")
	c.Says("20")
	asks(c, t, "targets")
	c.Sees("1. 引进硕士，5，王强", "2. 培养骨干，20，李敏", "上一次申报填写").SeesNot("待确认", "未填完").Presses("完成")
	asks(c, t, "after")
	c.Says("无").Sees("各项已填写完整")
}

func TestAnEntryIsConfirmedFromItsOwnFace(t *testing.T) {
	t.Parallel()
	_, c := prefilled(t)
	c.Presses("总览").Presses("一、").Presses("核对：年度目标").Sees("1. 引进博士，王强（未填完）").Presses("第 2 项")
	c.Sees("责任人：李敏（上一次申报填写，待确认）").Presses("沿用整项")
	asks(c, t, "targets.2.value")
}

func TestWhatAColleagueConfirmedIsNotConfirmedTwice(t *testing.T) {
	t.Parallel()
	h, c := prefilled(t)
	d := contact(h, "王联络")
	d.Says("骨干人才计划")
	c.Presses("沿用")
	c.Presses("总览").Presses("一、").Sees("计划名称：骨干人才计划").SeesNot("计划名称：骨干人才计划（")
}

func TestAPrefilledAnswerMayBeSkippedOrAnsweredAnew(t *testing.T) {
	t.Parallel()
	_, c := prefilled(t)
	c.Says("新的计划").Says("引进博士").Says("5").Presses("跳过")
	asks(c, t, "targets.2.indicator")
	c.Forgets().Presses("沿用")
	asks(c, t, "targets.2.value")
}
