package study_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"luling/flows/flowtest"
	"luling/flows/people"
	"luling/flows/study"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// Monday, 2 March 2026, 09:00 at the office.
var monday = time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)

const decided = "审议通过年度人才培养计划，安排专项经费三十万元，由人力资源部落实。"

type stage struct {
	*flowtest.House
	unit    programme.Unit
	contact storetest.Player
	chat    *flowtest.Chat
}

func newStage(t *testing.T) stage {
	t.Helper()
	w := flowtest.New(t, monday, study.Feature, people.Feature)
	u := w.Unit("吉安甲厂")
	c := w.Person("孙联络", programme.RoleContact, u)
	return stage{w, u, c, w.Of(c)}
}

// answers registers a session up to the minutes.
func answers(c *flowtest.Chat, date, separate string) *flowtest.Chat {
	return c.Forges("study.register", 0, "").Says(date).Says("三楼会议室").Says("赵厂长").Presses("是").
		Says("七人").Presses(separate).Says(decided).Sees("【保密提示】").Presses("确认")
}

// registers registers a session with minutes.
func registers(c *flowtest.Chat, date, separate string) *flowtest.Chat {
	return answers(c, date, separate).Sends("纪要.pdf").Arrives().Presses("完成").Sees("各项已填写完整").Presses("提交")
}

func (s stage) sessions() (all []programme.StudySession) {
	storetest.View(s.T, s.DB, s.Now, func(tx *store.Tx) (err error) {
		all, err = tx.StudySessions(s.unit.ID)
		return err
	})
	return all
}

func TestRegisterTwoSessions(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.chat.Says("/study").Sees("吉安甲厂", "2025年：已计入 0/2 次", "2026年：已计入 0/2 次", "尚未登记会议", "2025年尚缺 2 次，2026年尚缺 2 次")
	registers(s.chat.Presses("登记会议"), "2025年9月12日", "是").Sees("已登记：2025年9月12日会议", "2025年：已计入 1/2 次", "2025年尚缺 1 次").SeesNot("一般研究", "间隔")
	registers(s.chat, "2025-10-01", "是").Sees("2025年：已计入 2/2 次", "已符合申报条件", "间隔不足 30 天")
	got := s.sessions()
	if len(got) != 2 || got[0].HeldOn != (programme.Date{Year: 2025, Month: 9, Day: 12}) || !got[0].ChairedByHead || got[0].Attendees != 7 ||
		got[0].MinutesID == 0 || got[0].Decisions != decided || got[0].RegisteredBy != s.contact.ID || got[0].MinutesID == got[1].MinutesID {
		t.Errorf("%+v", got)
	}
	s.chat.Says("/study").Sees("1. 2025年10月1日", "2. 2025年9月12日", "赵厂长主持（主要负责人）——计入").
		Presses("2. 2025年9月12日").Sees("三楼会议室", "到会人数：7 人", decided, "孙联络").Presses("调阅会议纪要")
	if f := s.chat.Sent(); len(f) != 1 || f[0].FileID != int64(got[0].MinutesID) || f[0].Protect {
		t.Errorf("sent %+v", f)
	}
}

// One in each year is not enough: the years are not added up.
func TestYearsAreNotAddedUp(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	registers(s.chat, "2025年9月12日", "是")
	registers(s.chat, "2026年1月12日", "是").Sees("2025年：已计入 1/2 次", "2026年：已计入 1/2 次", "两个年度不合并计算")
	registers(s.chat, "2026年2月12日", "是").Sees("已符合申报条件")
}

func TestGeneralDiscussionIsNotCounted(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.chat.Forges("study.register", 0, "").Says("上周五").Says("三楼会议室").Says("赵厂长").Presses("否").Says("7").Presses("否").
		Sees("将按“一般研究”登记，不计入")
	s.chat.Says(decided).Presses("确认").Sends("纪要.pdf").Arrives().Presses("完成").Presses("提交").
		Sees("已登记：2026年2月27日会议", "按“一般研究”登记，不计入", "2026年：已计入 0/2 次")
	s.chat.Says("/study").Sees("一般研究，不计入")
}

func TestDatesOfASession(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, date, sees string }{
		{"today is fine", "2026-03-02", "会议在哪里召开"},
		{"tomorrow is not", "2026-03-03", "尚未到来"},
		{"the first day of last year is fine", "2025-01-01", "会议在哪里召开"},
		{"the day before it is not", "2024-12-31", "请填写2025年、2026年"},
		{"no date is not", "某一天", "请填写日期，例如"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			newStage(t).chat.Forges("study.register", 0, "").Says(tt.date).Sees(tt.sees)
		})
	}
}

func TestOneSessionADay(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	registers(s.chat, "2025年9月12日", "是")
	s.chat.Forges("study.register", 0, "").Says("2025.9.12").Sees("尚需补充 1 项", "2025年9月12日的会议已登记（地点：三楼会议室，主持人：赵厂长）")
	if s.chat.Has("提交") {
		t.Error("it may be submitted")
	}
	s.chat.Presses("修改会议日期").Sees("哪一天召开").Says("2025年9月13日").Sees("会议在哪里召开")
	if n := len(s.sessions()); n != 1 {
		t.Errorf("%d sessions", n)
	}
}

// A colleague registers the same day while the form is being filled in.
func TestColleagueWasQuicker(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	head := s.Of(s.Person("赵厂长", programme.RoleHead, s.unit))
	answers(s.chat, "2025年9月12日", "是").Sends("纪要.pdf").Arrives().Presses("完成").Sees("各项已填写完整")
	registers(head, "2025年9月12日", "是").Sees("已登记")
	s.chat.Presses("提交").Sees("2025年9月12日的会议已登记")
	if n := len(s.sessions()); n != 1 {
		t.Errorf("%d sessions", n)
	}
}

func TestMinutesMustHaveArrived(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	answers(s.chat, "2025年9月12日", "是").SeesNot("总览")
	s.chat.Sends("纪要.pdf").Sees("纪要.pdf", "正在接收").Presses("完成").Sees("1 个文件正在接收")
	if s.chat.Has("提交") {
		t.Error("it may be submitted")
	}
	s.chat.Arrives().Sees("各项已填写完整").Presses("提交").Sees("已登记")
}

func TestFilesThatLookSecret(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	answers(s.chat, "2025年9月12日", "是").Sends("内部纪要.pdf").Arrives().Presses("完成").Sees("尚需补充", "涉密、内部字样")
	s.chat.Presses("去补充").Presses("移除文件 1").Sends("纪要.pdf").Arrives().Presses("完成").Presses("提交").Sees("已登记")
}

func TestBoundsOfAnswers(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.chat.Forges("study.register", 0, "").Says("2025年9月12日").Says("三楼会议室").Says("赵厂长").Presses("是").
		Says("0").Sees("现填 0，不得小于 1").Says("1").Sees("单独议题").Presses("是").
		Says(strings.Repeat("议", 19)).Sees("还差 1 字").Says(strings.Repeat("议", 20)).Sees("【保密提示】").
		Presses("取消").Sees("须确认以上内容后方可继续")
}

// Each role sees what is its own and registers only for its own unit.
func TestWhoSeesAndRegisters(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	registers(s.chat, "2025年9月12日", "是")
	other := s.Unit("青原乙厂", func(u *programme.Unit) { u.AreaID = s.Body("qingyuan").ID })
	session, unit := s.sessions()[0].ID, int64(s.unit.ID)

	near := s.Of(s.Person("吉州组织部", programme.RoleRecommender, s.Body("jizhou")))
	near.Says("/study").Sees("吉安甲厂：2025年 1/2 次").SeesNot("青原乙厂").Presses("吉安甲厂").Sees("计入").SeesNot("登记会议")
	near.Presses("2025年9月12日").Presses("调阅会议纪要")
	if f := near.Sent(); len(f) != 1 || !f[0].Protect {
		t.Errorf("sent %+v", f)
	}
	near.Forges("study.register", 0, "").Sees("暂无权限")

	far := s.Of(s.Person("青原组织部", programme.RoleRecommender, s.Body("qingyuan")))
	far.Says("/study").Sees("青原乙厂").SeesNot("吉安甲厂")
	stranger := s.Of(s.Person("李联络", programme.RoleContact, other))
	for _, c := range []*flowtest.Chat{far, stranger} {
		c.Forges("study.unit", unit, "").Sees("暂无权限")
		c.Forges("study.session", session, "").Sees("暂无权限")
		c.Forges("study.minutes", session, "").Sees("暂无权限")
		c.Forges("study.session", 999, "").Sees("暂无权限")
		c.Forges("study.unit", 999, "").Sees("暂无权限")
	}
	stranger.Forges("study.units", 0, "").Sees("暂无权限")
	for _, role := range []programme.Role{programme.RoleOffice, programme.RoleSupervisor} {
		s.Of(s.Person(string(role), role)).Says("/study").Sees("吉安甲厂", "青原乙厂").Presses("吉安甲厂").SeesNot("登记会议")
	}
	for _, role := range []programme.Role{programme.RoleReviewer, programme.RoleInspector, programme.RoleLeadingGroup} {
		s.Of(s.Person(string(role), role)).Says("/study").Sees("没有可供您使用的命令").Forges("study.unit", unit, "").Sees("暂无权限")
	}
}

// Under another hat the form of the unit is closed to the same person.
func TestHatHidesTheForm(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.chat.Forges("study.register", 0, "").Says("2025年9月12日").Sees("会议在哪里召开")
	var code people.Code
	storetest.Update(t, s.DB, s.Now, func(tx *store.Tx) (err error) {
		_, code, err = people.Invite(tx, programme.Invitation{Role: programme.RoleInspector, Name: "孙联络"})
		return err
	})
	s.chat.Says("/start " + code.Link).Sees("考察组成员")
	s.chat.Forges("study.register", 0, "").Sees("暂无权限")
	s.chat.Says("/me").Presses("联络员").Forges("study.register", 0, "").Sees("会议在哪里召开")
}

func TestManyUnitsArePaged(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	for i := range 8 {
		s.Unit(fmt.Sprintf("第%d厂", i+1))
	}
	office := s.Of(s.Person("刘主任", programme.RoleOffice))
	office.Says("/study").Sees("8. ").SeesNot("9. ").Presses("下一页").Sees("9. ").SeesNot("8. ").Presses("上一页").Sees("1. ")
}
