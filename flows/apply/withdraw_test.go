package apply_test

import (
	"testing"

	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

const reason = "单位机构调整，经研究决定撤回申报"

func TestAContactWithdrawsAndRestoresADraftAlone(t *testing.T) {
	t.Parallel()
	c := filled(t, programme.Hospital, "专业技术", nil)
	c.contact.Says("/withdraw").Presses("撤回申报").Says(reason).Sees("撤回").Presses("提交").Sees("申报已撤回", reason)
	c.wants(programme.AppWithdrawn)
	if n := len(c.recommender.Notices()); n != 0 {
		t.Errorf("the recommending body was told %d times of a draft", n)
	}
	c.contact.Says("/progress").Presses("恢复申报").Sees("申报已恢复", "填写中")
	c.wants(programme.AppDraft)
	c.contact.Says("/apply").Sees("各项已填写完整")
}

func TestWhatWasSubmittedIsWithdrawnByContactAndLeader(t *testing.T) {
	t.Parallel()
	c := submitted(t)
	c.contact.Says("/撤回").Presses("撤回申报").Says(reason).Presses("提交").Sees("须经单位领导同意", "张院长")
	c.wants(programme.AppSubmitted)
	c.contact.Says("/progress").Sees("李联络", "提出撤回申报", reason)
	c.head.Told("请您答复", reason)
	c.deputy.PressesNotice("不同意").Sees("不同意撤回申报")
	c.contact.Told("王副院长", "不同意")
	c.head.PressesNotice("同意撤回").Sees("待推荐")
	c.wants(programme.AppSubmitted)

	c.contact.Says("/withdraw").Presses("撤回申报").Says(reason).Presses("提交")
	c.head.Says("/todo").Sees("联络员提出撤回申报").Presses("申报进度").Presses("同意撤回").Sees("申报已撤回")
	c.wants(programme.AppWithdrawn)
	c.recommender.Told("撤回申报", "2026-吉州-001", reason)
	c.deputy.Told("申报已撤回")

	c.contact.Says("/progress").Presses("恢复申报").Sees("恢复申报须经单位领导同意")
	c.deputy.PressesNotice("同意恢复").Sees("申报已恢复", "待推荐")
	c.wants(programme.AppSubmitted)
	c.recommender.Told("恢复申报", "待推荐")
}

func TestALeadersWordIsTheUnits(t *testing.T) {
	t.Parallel()
	c := submitted(t)
	c.head.Says("/withdraw").Presses("撤回申报").Says(reason).Presses("提交").Sees("申报已撤回")
	c.contact.Told("申报已撤回", "张院长")
	c.head.Presses("申报进度").Presses("恢复申报").Sees("申报已恢复")
	c.wants(programme.AppSubmitted)
}

func TestALeaderIsAskedAgainAfterRestoring(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.contact.Says("/withdraw").Presses("撤回申报").Says(reason).Presses("提交")
	c.head.PressesNotice("确认申报").Sees("已撤回")
	c.contact.Says("/progress").Presses("恢复申报")
	c.head.PressesNotice("确认申报").Presses("再次确认").Sees("【申报回执】")
}

func TestRestoringEndsWithThePhase(t *testing.T) {
	t.Parallel()
	c := submitted(t)
	c.head.Says("/withdraw").Presses("撤回申报").Says(reason).Presses("提交").Presses("申报进度")
	restore := c.head.Button("恢复申报")
	c.Now = flowtest.At("2026-04-11")
	c.head.PressesButton(restore).Sees("撤回时的环节已经结束")
	c.Now = flowtest.At("2026-04-10")
	c.Change(func(tx *store.Tx) error {
		tx.AsSystem()
		r, err := tx.RoundOpen()
		if err != nil {
			return err
		}
		return tx.MakeRound(&r, programme.MoveCloseApplying, "申报截止")
	})
	c.head.PressesButton(restore).Sees("撤回时的环节已经结束")
	c.head.Says("/progress")
	if c.head.Has("恢复申报") {
		t.Error("restoring is offered after the phase")
	}
	c.wants(programme.AppWithdrawn)
}

func TestANewApplicationAfterWithdrawing(t *testing.T) {
	t.Parallel()
	c := submitted(t)
	c.head.Says("/withdraw").Presses("撤回申报").Says(reason).Presses("提交")
	first := c.application()
	c.contact.Says("/apply").Presses("重新申报").Sees("贵单位的申报已建立").Presses("开始填写").Sees("登记信息如下")
	second := c.application()
	if second.ID == first.ID || second.Serial != first.Serial+1 {
		t.Errorf("serial %d after %d", second.Serial, first.Serial)
	}
	c.head.Presses("申报进度")
	if c.head.Has("恢复申报") {
		t.Error("the first one may be restored beside the second")
	}
}
