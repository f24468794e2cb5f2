package proxy_test

import (
	"fmt"
	"strings"
	"testing"

	"luling/flows/apply"
	"luling/flows/apply/applytest"
	"luling/flows/desk"
	"luling/flows/flowtest"
	"luling/flows/proxy"
	"luling/flows/study"
	"luling/store"
	"luling/store/programme"
)

// an area is a house in a round with a village that nobody uses the messenger for.
type area struct {
	*flowtest.House
	round                             programme.Round
	village                           programme.Unit
	typist, neighbour, office, second *flowtest.Chat
}

func newArea(t *testing.T) *area {
	t.Helper()
	h := flowtest.New(t, flowtest.At("2026-03-10"), apply.Feature, proxy.Feature, desk.Feature, study.Feature)
	a := &area{House: h, round: h.Round(programme.RoundApplying)}
	a.village = h.Unit("吉州区甲村", func(u *programme.Unit) { u.Type = programme.VillageCommunity })
	manned := h.Unit("吉州区乙村", func(u *programme.Unit) { u.Type = programme.VillageCommunity })
	h.Person("王联络", programme.RoleContact, manned)
	a.typist = h.Of(h.Person("赵推荐", programme.RoleRecommender, h.Body("jizhou")))
	a.neighbour = h.Of(h.Person("钱邻区", programme.RoleRecommender, h.Body("qingyuan")))
	a.office = h.Of(h.Person("孙市办", programme.RoleOffice))
	a.second = h.Of(h.Person("周市办", programme.RoleOffice))
	return a
}

const why = "该村无人使用本平台，村党支部委托代为录入"

// begun has the recommender type for the village.
func (a *area) begun() *flowtest.Chat {
	a.T.Helper()
	return a.typist.Says("/代录").Presses("甲村").Says(why).Presses("提交")
}

func (a *area) application() (of programme.Application) {
	a.T.Helper()
	a.Look(func(tx *store.Tx) error {
		all, err := tx.Applications(store.ApplicationFilter{UnitID: a.village.ID})
		if err == nil && len(all) > 0 {
			of = all[len(all)-1]
		}
		return err
	})
	return of
}

// studied has the recommender register two sessions of the village.
func (a *area) studied(by *flowtest.Chat) {
	a.T.Helper()
	for _, on := range []string{"2025年3月4日", "2025年9月10日"} {
		by.Forges("study.unit", int64(a.village.ID), "").Presses("登记会议").Sees("代录：吉州区甲村")
		by.Fill(map[string]string{
			"held_on": on, "place": "村委会会议室", "chair": "郑书记", "by_head": "[是]", "attendees": "9", "separate": "[是]",
			"decisions": strings.Repeat("研究致富带头人培养办法，", 3), "no_secret": "[确认]", "minutes": "(纪要" + on + ".pdf)",
		}, "").Presses("提交").Sees("已登记")
	}
}

// sent has the recommender fill in everything and send it.
func (a *area) sent() *flowtest.Chat {
	a.T.Helper()
	a.studied(a.typist)
	answers := applytest.Answers(map[string]string{"category": "[农村实用]", "proxy_scan": "(盖章申报表.pdf)", "proxy_note": "[跳过]"})
	return a.begun().Fill(answers, "").Presses("提交")
}

func TestOnlyUnitsWithoutAnybodyAreListed(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	gone := a.Unit("吉州区丙村", func(u *programme.Unit) { u.Type = programme.VillageCommunity })
	left := a.Person("吴联络", programme.RoleContact, gone)
	led := a.Unit("吉州区丁村", func(u *programme.Unit) { u.Type = programme.VillageCommunity })
	a.Person("郑书记", programme.RoleHead, led)
	far := a.Unit("青原区戊村", func(u *programme.Unit) { u.AreaID = a.Body("qingyuan").ID })
	a.Change(func(tx *store.Tx) error { return tx.NoticeUnreachable(left.ID) })

	a.typist.Says("/代录").Sees("以下 2 个单位", "1. 吉州区丙村", "2. 吉州区甲村").SeesNot("乙村", "丁村", "戊村")
	a.office.Says("/代录").Sees("以下 4 个单位", "丁村", "戊村").SeesNot("乙村") // a leader is no contact
	a.neighbour.Says("/代录").Sees("青原区戊村").SeesNot("甲村")
	a.typist.Says("丙").Sees("以下 1 个单位", "名称含“丙”", "1. 吉州区丙村").Says("乙村").Sees("没有名称含“乙村”")
	a.typist.Forges("proxy.unit", int64(far.ID), "").Sees("暂无权限")
	a.typist.Forges("proxy.unit", int64(led.ID), "").Sees("吉州区丁村已有人使用本平台")
	a.typist.Forges("proxy.unit", 4711, "").Sees("暂无权限")
}

func TestManyUnitsArePaged(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	for i := range 9 {
		a.Unit(fmt.Sprintf("吉州区第%d村", i), func(u *programme.Unit) { u.Type = programme.VillageCommunity })
	}
	a.typist.Says("/代录").Sees("以下 10 个单位", "第 1/2 页").Presses("下一页").Sees("9. ", "10. ").Presses("上一页").Sees("1. ")
	a.typist.Says("/代录 第3").Sees("以下 1 个单位")
	a.typist.Forges("proxy.list", 0, "99/第").Sees("第 2/2 页")
}

func TestAReasonComesFirstAndEveryScreenNamesTheUnit(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.typist.Says("/代录").Presses("甲村").Sees("代录：吉州区甲村", "代录的原因").Says("太短").Sees("代录：吉州区甲村")
	if a.application().ID != 0 {
		t.Fatal("begun without a reason")
	}
	a.typist.Says(why).Presses("提交").Sees("代录：吉州区甲村", "登记信息")
	for _, press := range []string{"下一步", "总览", "单位情况", "总览", "检查并提交", "总览", "暂存退出"} {
		a.typist.Presses(press).Sees("代录：吉州区甲村")
	}
	a.typist.Says("/待办").Sees("代录的申报尚未提交：吉州区甲村").Presses("继续代录").Sees("代录：吉州区甲村", "申报类别")
	a.typist.Says("/代录").Sees("（填写中）").Presses("甲村").Sees("申报类别")
	a.Look(func(tx *store.Tx) error {
		e, err := tx.LastEntry(fmt.Sprintf("application/%d", a.application().ID), "type_for")
		if e.Actor != a.typist.Who.ID || e.Reason != why {
			t.Errorf("journal: %+v", e)
		}
		return err
	})
}

func TestWhatIsTypedIsConfirmedByTheScan(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.sent().Sees("代录的申报已提交", "凭盖章扫描件确认").Presses("查看申报").Sees("代录：", "赵推荐", "待单位确认").Presses("查看全部内容").Sees("代录：")
	a.office.Told("【请确认】吉州区甲村", "赵推荐").PressesNotice("查看申报").Sees("代录：", "赵推荐")
	a.office.Presses("凭盖章扫描件确认").Says("扫描件与录入内容一致，印章清晰").Sees("盖章申报表.pdf").Presses("下一步").Presses("提交")
	a.office.Sees("盖章申报表.pdf", "赵推荐").Presses("再次确认").Sees("【申报回执】", "代录：")
	if s := a.application().State; s != programme.AppSubmitted {
		t.Fatalf("the application is %s", s)
	}
	a.typist.Told("【新的申报】吉州区甲村", "代录：")
	a.typist.Says("/desk").Presses("吉州区甲村").Sees("待推荐", "代录：").Presses("查看全部内容").Sees("代录：")
}

func TestWhoTypedDoesNotConfirm(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.studied(a.office)
	answers := applytest.Answers(map[string]string{"category": "[农村实用]", "proxy_scan": "(盖章申报表.pdf)", "proxy_note": "[跳过]"})
	a.office.Says("/代录").Presses("甲村").Says(why).Presses("提交").Fill(answers, "").Presses("提交").Sees("代录的申报已提交")
	a.office.Presses("查看申报").Presses("凭盖章扫描件确认").Sees("由您代录", "另一位工作人员")
	a.second.PressesNotice("查看申报").Presses("凭盖章扫描件确认").Says("扫描件与录入内容一致，印章清晰").Presses("下一步").Presses("提交").Presses("再次确认").Sees("【申报回执】")
}

func TestNothingIsSentWithoutTheScan(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.studied(a.typist)
	answers := applytest.Answers(map[string]string{"category": "[农村实用]"})
	a.begun().Fill(answers, "proxy_scan").Sees("盖章", "代录：吉州区甲村").Presses("总览").Presses("检查并提交").Sees("盖章扫描件")
	if a.typist.Has("提交") && !a.typist.Has("检查并提交") {
		t.Error("it may be sent")
	}
}

func TestTheUnitsOwnContactGoesOn(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.begun().Presses("下一步").Presses("农村实用")
	contact := a.Of(a.Person("刘联络", programme.RoleContact, a.village))
	a.typist.Says("吉州区甲村村委会").Sees("吉州区甲村已有人使用本平台", "不再代录")
	a.typist.Says("/代录").SeesNot("甲村")
	a.typist.Says("/desk").Presses("甲村").Sees("仅本单位可见")
	contact.Says("/申报").Sees("赵推荐代录", why).Presses("继续填写").SeesNot("代录：")
	if contact.Asks() != "address" {
		t.Errorf("asks %s", contact.Asks())
	}
	contact.Says("吉州区甲村村委会").Says("/申报").SeesNot("赵推荐代录")
	contact.Says("/进度").Sees("代录：", "赵推荐")
}

func TestADraftOfOthersIsTakenOnWithAReason(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	contact := a.Person("刘联络", programme.RoleContact, a.village)
	of := a.Application(a.village, a.round, programme.AppDraft)
	a.Change(func(tx *store.Tx) error { return tx.NoticeUnreachable(contact.ID) })
	a.typist.Says("/desk").Presses("甲村").Sees("仅本单位可见")
	a.typist.Forges("apply.open", int64(of.ID), "").Sees("暂无权限")
	a.begun().Sees("代录：吉州区甲村", "登记信息")
	a.typist.Says("/desk").Presses("甲村").Presses("继续代录").Sees("代录：吉州区甲村")
}

func TestSessionsOfAUnitThatHasPeopleAreItsOwn(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.studied(a.typist)
	a.Person("刘联络", programme.RoleContact, a.village)
	a.typist.Forges("study.unit", int64(a.village.ID), "").Sees("2025年3月4日")
	if a.typist.Has("登记会议") {
		t.Error("the recommender may register what the unit can register itself")
	}
	a.typist.Forges("study.register", int64(a.village.ID), "").Sees("暂无权限")
	a.neighbour.Forges("study.register", int64(a.village.ID), "").Sees("暂无权限")
}

func TestTypingEndsWithTheRound(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.begun().Presses("下一步")
	a.Now = flowtest.At("2026-05-10")
	a.typist.Says("/代录").Sees("目前不在申报期内")
	a.typist.Forges("proxy.unit", int64(a.village.ID), "").Sees("现不能填写或提交")
	a.typist.Says("/待办").SeesNot("代录的申报")
}

func TestAHeldFileOfATypedApplicationIsForTheOffice(t *testing.T) {
	t.Parallel()
	a := newArea(t)
	a.begun().Forges("apply.mend", int64(a.application().ID), "no_secret").Presses("确认")
	a.typist.Forges("apply.mend", int64(a.application().ID), "proof_2_1").Sends("内部计划.pdf").Arrives().Told("内部计划.pdf", "领导小组办公室")
	a.office.Told("请您核实", "该单位无人使用本平台").PressesNotice("不涉密").Sees("可以使用")
	a.typist.Told("可以使用")
}
