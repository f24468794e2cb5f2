package apply_test

import (
	"strings"
	"testing"
	"time"

	"luling/flows/apply/applytest"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

func TestTheLeadersConfirmationCounts(t *testing.T) {
	t.Parallel()
	lastDay := flowtest.At("2026-04-10")
	for _, tt := range []struct {
		name  string
		grace int
		at    time.Time
		state programme.ApplicationState
		says  string
	}{
		{"the last second of the last day is in time", 0, lastDay.Add(12*time.Hour - time.Second), programme.AppSubmitted, "【申报回执】"},
		{"a press on its way at that moment is in time and marked", 0, lastDay.Add(12*time.Hour + 149*time.Second), programme.AppSubmitted, "宽限期内"},
		{"one that comes later is not", 0, lastDay.Add(12*time.Hour + 150*time.Second), programme.AppAwaitingLeader, "已过申报截止时间"},
		{"the last second of the grace is in time and marked", 2, lastDay.Add(14*time.Hour - time.Second), programme.AppSubmitted, "宽限期内"},
		{"a press on its way at that moment is in time too", 2, lastDay.Add(14*time.Hour + 149*time.Second), programme.AppSubmitted, "宽限期内"},
		{"one that comes later than that is not", 2, lastDay.Add(14*time.Hour + 150*time.Second), programme.AppAwaitingLeader, "已过申报截止时间"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := waiting(t)
			c.Change(func(tx *store.Tx) error {
				r, err := tx.RoundOpen()
				if err != nil {
					return err
				}
				r.GraceHours = tt.grace
				return tx.PutRound(&r)
			})
			c.head.PressesNotice("确认申报")
			again := c.head.Button("再次确认")
			c.Now = tt.at
			c.Tick() // the round closes by the clock
			c.head.PressesButton(again).Sees(tt.says)
			c.wants(tt.state)
		})
	}
}

func TestGraceIsMarkedOnlyAfterTheLastDay(t *testing.T) {
	t.Parallel()
	c := submitted(t)
	c.head.SeesNot("宽限")
}

func TestTwoTapsAreNeeded(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.head.PressesNotice("确认申报").PressesNotice("确认申报")
	c.wants(programme.AppAwaitingLeader)
}

func TestTheSecondLeaderLearnsWhoConfirmed(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.deputy.PressesNotice("确认申报")
	second := c.deputy.Button("再次确认")
	c.head.PressesNotice("确认申报").Presses("再次确认")
	before := c.application()
	c.Now = c.Now.Add(time.Hour)
	c.deputy.PressesButton(second).Sees("张院长", "2026年3月10日 12:00", "待推荐")
	if !strings.Contains(c.deputy.Toast(), "张院长") {
		t.Errorf("the toast says %q", c.deputy.Toast())
	}
	if after := c.application(); after.Version != before.Version {
		t.Errorf("version %d became %d", before.Version, after.Version)
	}
	c.deputy.PressesNotice("退回修改").Sees("已由", "张院长")
	c.Look(func(tx *store.Tx) error {
		if _, err := tx.SnapshotNo(before.ID, 2); err == nil {
			t.Error("a second snapshot was taken")
		}
		return nil
	})
}

func TestTheSameTapTwiceSubmitsOnce(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.head.PressesNotice("确认申报")
	again := c.head.Button("再次确认")
	c.head.PressesButton(again).PressesButton(again).Sees("【申报回执】")
	if n := len(c.recommender.Notices()); n != 1 {
		t.Errorf("the recommending body was told %d times", n)
	}
}

func TestWhatChangedBetweenTheTapsIsShownAgain(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.head.PressesNotice("确认申报")
	c.studied("2026-02-02")
	c.head.Presses("再次确认").Sees("您查看后材料有变化", "2026年 1 次")
	c.wants(programme.AppAwaitingLeader)
	c.head.Presses("再次确认").Sees("【申报回执】")
}

func TestWhatIsNotMetAnyMoreIsNotConfirmed(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.Change(func(tx *store.Tx) error {
		tx.As(c.officeman.Who.Person, c.officeman.Who.Grant)
		sessions, err := tx.StudySessions(c.unit.ID)
		if err != nil {
			return err
		}
		return tx.MakeStudy(&sessions[0], programme.MoveReturnStudy, "会议纪要与事实不符")
	})
	c.head.PressesNotice("确认申报").Sees("暂不能确认", "2025年 1 次", "退回修改")
	c.wants(programme.AppAwaitingLeader)
}

func TestALeaderReturnsWithAReason(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.head.PressesNotice("退回修改").Says("九个字不够长啊啊").Sees("至少 10 字").Says(strings.Repeat("长", 501)).Sees("超出 1 字")
	c.head.Says("经费应为三十五万元请改").Presses("提交").Sees("已退回联络员修改")
	c.wants(programme.AppDraft)
	c.contact.Told("退回修改", "张院长", "主要负责人", "经费应为三十五万元请改").PressesNotice("继续填写").Sees("各项已填写完整")
	c.deputy.PressesNotice("确认申报").Sees("已由", "填写中", "经费应为三十五万元请改")
	c.contact.Presses("提交").Sees("已提交单位领导确认")
	c.deputy.PressesNotice("确认申报").Presses("再次确认").Sees("【申报回执】")
}

func TestTwoLeadersReturning(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	c.head.PressesNotice("退回修改").Says("请补充第二次专题研究纪要")
	c.deputy.PressesNotice("退回修改").Sees("请写明").Says("请核对高级职称人数是否准确")
	c.deputy.Presses("提交").Sees("已退回")
	c.head.Presses("提交").Sees("已由王副院长", "填写中")
	c.wants(programme.AppDraft)
}

func TestAUnitWithoutAReachableLeaderIsToldBeforeAndAfter(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	c.Change(func(tx *store.Tx) error {
		for _, who := range []*flowtest.Chat{c.head, c.deputy} {
			p, now := who.Who.Person, tx.Now()
			p.UnreachableAt = &now
			if err := tx.PutPerson(p); err != nil {
				return err
			}
		}
		return nil
	})
	c.contact.Says("/apply").Sees("尚无可在本平台确认申报的单位领导", "中共吉州区委组织部", "办理邀请")
	answers := applytest.Answers(map[string]string{"category": "[专业技术]", "senior": "35"})
	c.contact.Presses("开始填写").Fill(answers, "declaration").Sees("尚无可在本平台确认申报的单位领导")
	c.contact.Fill(answers, "").Sees("各项已填写完整", "尚无可在本平台确认申报的单位领导", "现在可以提交")
	c.contact.Presses("提交").Sees("已提交单位领导确认", "目前无人能够确认", "中共吉州区委组织部")
	late := c.Of(c.Person("周新院长", programme.RoleHead, c.unit))
	late.Says("/todo").Sees("申报待您确认").Presses("申报进度").Presses("确认申报").Presses("再次确认").Sees("【申报回执】")
}

func TestLeadersAreRemindedAfterThreeWorkingDays(t *testing.T) {
	t.Parallel()
	c := waiting(t) // Tuesday 10 March: the period ends with Friday the 13th
	count := func() int { return len(c.head.Notices()) }
	before := count()
	for _, tt := range []struct {
		name string
		at   time.Time
		want int
	}{
		{"on the last day of the period nothing is said", flowtest.At("2026-03-13").Add(5 * time.Hour), 0},
		{"at the weekend nothing is said", flowtest.At("2026-03-14"), 0},
		{"early on Monday nothing is said", flowtest.At("2026-03-16").Add(-3*time.Hour - 31*time.Minute), 0},
		{"when Monday's work begins it is said", flowtest.At("2026-03-16").Add(-3*time.Hour - 30*time.Minute), 1},
		{"and not again", flowtest.At("2026-03-17"), 1},
	} {
		c.Now = tt.at
		c.Tick()
		if got := count() - before; got != tt.want {
			t.Errorf("%s: %d reminders", tt.name, got)
		}
	}
	c.contact.Told("提醒", "待单位领导确认")
}
