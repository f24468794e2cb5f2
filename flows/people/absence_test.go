package people_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// twins are two people of one body.
func twins(t *testing.T) (w *flowtest.House, away, deputy *flowtest.Chat) {
	t.Helper()
	w = town(t)
	body := w.Body("jizhou")
	return w, w.Of(w.Person("李振华", programme.RoleRecommender, body)), w.Of(w.Person("王春燕", programme.RoleRecommender, body))
}

func proposes(w *flowtest.House, away *flowtest.Chat, colleague, from, until string) *flowtest.Chat {
	w.T.Helper()
	return away.Says("/代理").Presses("委托同事代理").Presses(colleague).Says(from).Says(until)
}

func names(w *flowtest.House, away *flowtest.Chat, colleague, from, until string) *flowtest.Chat {
	w.T.Helper()
	return proposes(w, away, colleague, from, until).Presses("提交")
}

// A deputy acts in his own name for the other, on the days agreed and no others.
func TestADeputyActsOnTheDaysAgreed(t *testing.T) {
	t.Parallel()
	w, away, deputy := twins(t)
	u := w.Unit("吉州甲厂")
	away.Says("/代理").Sees("您目前没有委托他人代理")
	names(w, away, "王春燕", "3月4日", "3月6日").Sees("已委托代理", "王春燕自2026年3月4日至2026年3月6日")
	deputy.Told("李振华委托您", "2026年3月4日", "不能再委托他人").Says("/me").SeesNot("代李振华")
	deputy.Says("/代理").Sees("您代李振华").SeesNot("代理中")
	for _, on := range []struct {
		day  string
		acts bool
	}{{"2026-03-03", false}, {"2026-03-04", true}, {"2026-03-06", true}, {"2026-03-07", false}} {
		w.Now = flowtest.At(on.day)
		if sees := strings.Contains(deputy.Says("/me").Screen(), "代李振华"); sees != on.acts {
			t.Errorf("on %s: %s", on.day, deputy.Screen())
		}
		deputy.Forges("people.hat", int64(away.Who.Grant.ID), "")
		if worn := deputy.Says("/menu").Screen(); strings.Contains(worn, "当前身份：代李振华") != on.acts {
			t.Errorf("on %s: %s", on.day, worn)
		}
	}
	w.Now = flowtest.At("2026-03-05")
	deputy.Says("/me").Sees("代李振华 中共吉州区委组织部 推荐单位（当前）")
	deputy.Says("/people").Presses("吉州甲厂").Presses("邀请人员").Presses("联络员").Says("孙联络").Presses("跳过").Presses("提交").Sees("邀请已生成")
	w.Look(func(tx *store.Tx) error {
		open, err := tx.Invitations()
		if err != nil {
			return err
		}
		e, err := tx.LastEntry(fmt.Sprintf("invitation/%d", open[0].ID), "invite")
		if e.Actor != deputy.Who.ID || e.For() != away.Who.ID || open[0].UnitID != u.ID {
			t.Errorf("journal: %+v says %s", e, e.Data)
		}
		return err
	})
	deputy.Says("/代理").Sees("不能再委托他人")
	deputy.Forges("people.deputise", 0, "").Sees("不能再委托他人")
	w.Now = flowtest.At("2026-03-07")
	w.Tick()
	w.Tick()
	for _, c := range []*flowtest.Chat{away, deputy} {
		if c.Told("代理已结束", "现已期满"); len(c.Notices()) > 2 {
			t.Errorf("%s is told %q", c.Who.Name, c.Notices())
		}
	}
}

// Nobody hands on what he was trusted with, in whichever order it is tried.
func TestDeputiesAreNotChained(t *testing.T) {
	t.Parallel()
	w, a, b := twins(t)
	c := w.Of(w.Person("赵新民", programme.RoleRecommender, w.Body("jizhou")))
	names(w, a, "王春燕", "3月10日", "3月20日").Sees("已委托")
	proposes(w, a, "赵新民", "3月20日", "3月25日").Sees("您在此期间已委托王春燕代理").Says("/cancel")
	proposes(w, b, "赵新民", "3月20日", "3月25日").Sees("您在此期间受托代李振华办理").Presses("去补充").Says("3月21日").Presses("提交").Sees("已委托")
	proposes(w, c, "王春燕", "3月25日", "3月25日").Sees("所选代理人在此期间已委托赵新民代理").Presses("去补充").Presses("李振华").Sees("您在此期间受托代王春燕办理")
	if len(c.Notices()) != 1 || len(a.Notices()) != 0 {
		t.Errorf("%q %q", c.Notices(), a.Notices())
	}
}

func TestBoundsOfAnAbsence(t *testing.T) {
	t.Parallel()
	w, away, _ := twins(t)
	away.Says("/deputy").Presses("委托同事代理").Presses("王春燕").Says("2026-03-01").Sees("2026年3月2日").Says("2026-03-02").Says("2026-03-01").Sees("2026年3月2日")
	away.Says("2026-05-31").Sees("2026年5月30日").Says("2026-05-30").Presses("提交").Sees("已委托")
	alone := w.Of(w.Person("周主任", programme.RoleOffice))
	alone.Says("/deputy").Presses("委托同事代理").Sees("暂无可委托的同事")
	contact := w.Of(w.Person("孙联络", programme.RoleContact, w.Unit("吉州甲厂")))
	contact.Says("/deputy").Sees("没有可供您使用的命令")
	reviewer := w.Of(w.Person("陈教授", programme.RoleReviewer))
	reviewer.Forges("people.deputise", 0, "").Sees("暂无权限")
}

func TestAnAbsenceEndsEarly(t *testing.T) {
	t.Parallel()
	w, away, deputy := twins(t)
	other := w.Of(w.Person("赵新民", programme.RoleRecommender, w.Body("qingyuan")))
	names(w, away, "王春燕", "今天", "3月20日").Sees("已委托")
	deputy.Says("/me").Presses("切换为：代李振华").Sees("代李振华")
	other.Forges("people.end_absence", 1, "").Sees("暂无权限")
	other.Forges("people.end_absence", 77, "").Sees("暂无权限")
	away.Says("/代理").Sees("代理中")
	end := away.Button("提前结束")
	away.Presses("提前结束").Sees("现已提前结束")
	away.PressesButton(end)
	if !strings.Contains(away.Toast(), "李振华") {
		t.Errorf("a second end hears %q", away.Toast())
	}
	deputy.Told("代理已结束", "提前结束").Says("/menu").SeesNot("代李振华").Says("/me").SeesNot("代李振华")
	away.Says("/代理").Sees("没有委托")

	names(w, deputy, "李振华", "今天", "3月20日").Sees("已委托")
	away.Says("/代理").Presses("提前结束").Sees("现已提前结束")
	deputy.Told("提前结束")
}

// The role of either is gone: the deputy loses the hat at that moment, the tick
// tells both.
func TestAnAbsenceEndsWithTheRole(t *testing.T) {
	t.Parallel()
	for _, loses := range []string{"the one who is away", "the deputy"} {
		t.Run(loses, func(t *testing.T) {
			t.Parallel()
			w, away, deputy := twins(t)
			names(w, away, "王春燕", "今天", "3月20日").Sees("已委托")
			deputy.Says("/me").Presses("切换为：代李振华")
			g := away.Who.Grant.ID
			if loses == "the deputy" {
				g = deputy.Who.Grant.ID
			}
			w.Change(func(tx *store.Tx) error { return tx.EndGrant(g, "调离") })
			deputy.Says("/menu").SeesNot("代李振华")
			deputy.Forges("people.hat", int64(away.Who.Grant.ID), "").Sees("暂无权限")
			w.Now = w.Now.Add(time.Minute)
			w.Tick()
			away.Told("一方身份终止")
			deputy.Told("一方身份终止")
		})
	}
}

// What a deputy decided reads as done for the other.
func TestADecisionOfADeputyNamesBoth(t *testing.T) {
	t.Parallel()
	w := town(t)
	away, deputy := w.Of(w.Person("刘主任", programme.RoleOffice)), w.Of(w.Person("周主任", programme.RoleOffice))
	code := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleReviewer, Name: "陈教授"})
	w.Chat(stranger).Says(code.Typed).Sees("已收到您的申请")
	names(w, away, "周主任", "今天", "3月20日")
	deputy.Says("/me").Presses("切换为：代刘主任")
	deputy.Says("/todo").Presses("核实").Presses("确认").Sees("已确认陈教授")
	away.PressesNotice("确认")
	if !strings.Contains(away.Toast(), "周主任（代刘主任）") {
		t.Errorf("%q", away.Toast())
	}
}
