package proxy_test

import (
	"testing"

	"luling/store"
	"luling/store/programme"
)

func TestTheOfficeReturnsWhatWasTypedToWhoTypedIt(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.sent()
	old := a.office.PressesNotice("查看申报").Button("退回修改")
	a.office.Presses("退回修改").Says("扫描件缺少村党支部书记签名，请补签后重新上传").Presses("提交").Sees("已退回代录人员修改", "核对盖章扫描件")
	if s := a.application().State; s != programme.AppDraft {
		t.Fatalf("the application is %s", s)
	}
	a.typist.Told("【退回修改】吉州区甲村", "缺少村党支部书记签名")
	a.typist.PressesNotice("继续填写").Sees("代录：吉州区甲村")
	a.second.PressesButton(old).Sees("已由")
}

func TestTheOfficeReturnsNothingElse(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.sent()
	contact := a.Person("刘联络", programme.RoleContact, a.village)
	if a.office.PressesNotice("查看申报").Has("退回修改") {
		t.Error("it may return what the unit's contact goes on with")
	}
	of := a.application()
	a.office.Forges("apply.return", int64(of.ID), "").SeesNot("退回修改的原因")
	a.Change(func(tx *store.Tx) error { return tx.NoticeUnreachable(contact.ID) })
	if !a.office.Says("/desk").Presses("甲村").Has("退回修改") {
		t.Error("it may not return what was typed")
	}
}
