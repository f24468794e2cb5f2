package apply_test

import (
	"testing"
	"time"

	"luling/flows"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

func TestAnIneligiblePickIsAnsweredWithWhatIsAllowed(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.MasterStudio)
	c.contact.Says("/apply").Presses("开始填写").Presses("下一步")
	c.contact.Sees("高技能人才工作示范点", "第三部分第3项").SeesNot("农村实用")
	for _, try := range []string{"农村实用人才工作示范点", "农村实用", "rural"} {
		c.contact.Says(try).Sees("选项中没有", "可申报", "高技能人才工作示范点", "第三部分第3项")
		if c.contact.Asks() != "category" {
			t.Fatalf("%q was taken", try)
		}
	}
	forged := c.contact.Button("高技能")
	forged.Arg = string(programme.CatRural)
	c.contact.PressesButton(forged).Sees("选项中没有")
	c.contact.Says("1")
	if c.contact.Asks() != "address" {
		t.Errorf("asks %s after an eligible pick", c.contact.Asks())
	}
}

func TestVocationalCollegesAreToldOfOurReading(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.VocationalCollege)
	c.contact.Says("/apply").Presses("开始填写").Presses("下一步").Sees("注：办法在本类别中未单列职业技术学院")
}

func TestATypeChangedLaterAsksForTheCategoryAgain(t *testing.T) {
	t.Parallel()
	c := filled(t, programme.Cooperative, "农村实用", nil)
	c.Change(func(tx *store.Tx) error {
		u, err := tx.Unit(c.unit.ID)
		if err != nil {
			return err
		}
		u.Type = programme.School
		return tx.PutUnit(&u)
	})
	c.contact.Says("/apply").Sees("请选择", "专业技术").SeesNot("各项已填写完整")
	if c.contact.Asks() != "category" {
		t.Errorf("asks %s", c.contact.Asks())
	}
}

func TestWhenAnApplicationMayBegin(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		at   time.Time
		says string
	}{
		{"not a moment before the first day", flowtest.At("2026-03-01").Add(-12*time.Hour - time.Second), "申报尚未开始"},
		{"from the first moment of the first day", flowtest.At("2026-03-01").Add(-12 * time.Hour), "贵单位的申报已建立"},
		{"until the last second of the last day", flowtest.At("2026-04-10").Add(12*time.Hour - time.Second), "今日截止"},
		{"not a moment after the last day", flowtest.At("2026-04-10").Add(12 * time.Hour), "申报已截止"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := newCast(t, programme.Hospital)
			c.Now = tt.at
			c.contact.Says("/apply").Sees(tt.says)
		})
	}
}

func TestWithoutARoundNothingBegins(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.Change(func(tx *store.Tx) error {
		tx.As(c.officeman.Who.Person, c.officeman.Who.Grant)
		r, err := tx.RoundOpen()
		if err != nil {
			return err
		}
		return tx.MakeRound(&r, programme.MoveCancel, "本年度不再评选")
	})
	c.contact.Says("/apply").Sees("目前没有进行中的评选轮次")
	c.contact.Says("/progress").Sees("贵单位尚未申报")
}

func TestOneDraftPerUnitAndRound(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Says("申报").Says("/apply")
	second := c.Of(c.Person("刘联络", programme.RoleContact, c.unit))
	second.Says("/apply").Sees("登记信息如下")
	c.Look(func(tx *store.Tx) error {
		all, err := tx.Applications(store.ApplicationFilter{UnitID: c.unit.ID})
		if len(all) != 1 {
			t.Errorf("%d applications", len(all))
		}
		return err
	})
}

func TestWhoMayNot(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	a := c.application()
	confirm := flows.Button{Text: "apply.button.confirm", Act: "apply.confirm", Object: int64(a.ID), Version: a.Version}
	other := c.Unit("别的单位")
	stranger := c.Of(c.Person("外单位领导", programme.RoleHead, other))

	c.head.Says("/apply").Sees("待单位确认")
	stranger.Says("/apply").Sees("申报由单位联络员发起")
	c.recommender.Says("/apply").Sees("没有可供您使用的命令")
	for name, who := range map[string]*flowtest.Chat{
		"the contact": c.contact, "the head of another unit": stranger, "the recommending body": c.recommender, "the office": c.officeman,
	} {
		who.PressesButton(confirm).Sees("您暂无权限办理该事项")
		if c.state() != programme.AppAwaitingLeader {
			t.Fatalf("%s confirmed", name)
		}
	}
	for _, act := range []string{"apply.card", "apply.page", "apply.files", "apply.return", "apply.withdraw", "apply.restore"} {
		b := confirm
		b.Act = act
		stranger.PressesButton(b).Sees("您暂无权限办理该事项")
		b.Object = 99 // what is not there is refused in the same words
		stranger.PressesButton(b).Sees("您暂无权限办理该事项")
	}
}

func TestAColleagueIsToldThatTheFormIsLocked(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	colleague := c.Of(c.Person("刘联络", programme.RoleContact, c.unit))
	c.fill("专业技术", nil)
	colleague.Says("/apply").Sees("各项已填写完整")
	send := colleague.Button("提交")
	c.contact.Presses("提交")
	colleague.PressesButton(send).Sees("待单位确认", "不能修改")
	if n := len(c.head.Notices()); n != 1 {
		t.Errorf("the head was asked %d times", n)
	}
}

func TestWhatWaitsForWhom(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/todo").Sees("目前没有需要您办理的事项")
	c.contact.Says("/apply").Presses("开始填写").Presses("下一步").Says("/todo").Sees("已填 1/51 项", "还有 32 天", "2026年4月10日")
	c.head.Says("/todo").Sees("目前没有需要您办理的事项")
	c.contact.Presses("继续填写").Sees("申报类别")
	c.contact.Says("/progress").Sees("填写中", "单位联络员（李联络）", "已填 1/51 项")
	c.Now = flowtest.At("2026-04-11")
	c.contact.Says("/todo").Sees("目前没有需要您办理的事项")
	c.contact.Says("/apply").Sees("申报已截止，不能再提交")
}
