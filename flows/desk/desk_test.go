package desk_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"luling/flows"
	"luling/flows/apply"
	"luling/flows/apply/applytest"
	"luling/flows/card"
	"luling/flows/desk"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

// an office is a house in a round, with people who receive applications.
type office struct {
	*flowtest.House
	round                         programme.Round
	recommender, neighbour, staff *flowtest.Chat
	observer, contact, head       *flowtest.Chat
	unit                          programme.Unit
}

func newOffice(t *testing.T) *office {
	t.Helper()
	h := flowtest.New(t, flowtest.At("2026-03-10"), apply.Feature, desk.Feature)
	o := &office{House: h, round: h.Round(programme.RoundApplying)}
	o.unit = h.Unit("吉安市示范医院", func(u *programme.Unit) { u.Type = programme.Hospital })
	o.contact = h.Of(h.Person("李联络", programme.RoleContact, o.unit))
	o.head = h.Of(h.Person("张院长", programme.RoleHead, o.unit))
	o.recommender = h.Of(h.Person("赵推荐", programme.RoleRecommender, h.Body("jizhou")))
	o.neighbour = h.Of(h.Person("钱邻区", programme.RoleRecommender, h.Body("qingyuan")))
	o.staff = h.Of(h.Person("孙市办", programme.RoleOffice))
	o.observer = h.Of(h.Person("周监督", programme.RoleSupervisor))
	return o
}

// submit lets the unit apply and its head confirm.
func (o *office) submit() programme.Application {
	o.T.Helper()
	o.Change(func(tx *store.Tx) error {
		tx.As(o.contact.Who.Person, o.contact.Who.Grant)
		d, _, err := tx.OpenDraft("study", "test")
		if err != nil {
			return err
		}
		f := programme.File{DraftID: d.ID, Field: "minutes", Name: "纪要.pdf", Size: 9, Type: "application/pdf", State: programme.FileStored, SHA256: strings.Repeat("ab", 32)}
		if err := tx.AddFile(&f); err != nil {
			return err
		}
		for _, on := range []programme.Date{{Year: 2025, Month: 3, Day: 4}, {Year: 2025, Month: 9, Day: 10}} {
			s := programme.StudySession{UnitID: o.unit.ID, HeldOn: on, Separate: true, MinutesID: f.ID, Attendees: 9}
			if err := tx.AddStudySession(&s); err != nil {
				return err
			}
		}
		return nil
	})
	answers := applytest.Answers(map[string]string{"category": "[专业技术]"})
	o.contact.Says("/apply").Presses("开始填写").Fill(answers, "").Presses("提交")
	o.head.PressesNotice("确认申报").Presses("再次确认").Sees("【申报回执】")
	return o.mine()
}

func (o *office) mine() (a programme.Application) {
	o.T.Helper()
	o.Look(func(tx *store.Tx) (err error) {
		a, err = tx.LiveApplication(o.unit.ID, o.round.ID)
		return err
	})
	return a
}

func TestOfADraftTheBodySeesNameStateAndCompleteness(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	answers := applytest.Answers(map[string]string{"category": "[专业技术]", "address": "青原大道九十九号"})
	o.contact.Says("/apply").Presses("开始填写").Fill(answers, "founded")
	o.recommender.Says("/desk").Sees("共 1 个：填写中 1", "吉安市示范医院", "已填 3/59")
	o.recommender.Presses("1. 吉安市示范医院").Sees("吉安市示范医院", "填写中", "已填 3/59", "仅本单位可见").SeesNot("专业技术", "青原大道")
	page := flows.Button{Text: "desk.button.pages", Act: "desk.page", Object: int64(o.mine().ID), Arg: "1"}
	o.recommender.PressesButton(page).Sees("您暂无权限")
	page.Act = "desk.files"
	o.recommender.PressesButton(page).Sees("您暂无权限")
	o.staff.Says("/台账").Presses("吉安市示范医院").Presses("查看全部内容").Sees("青原大道九十九号")
}

func TestWhatWasSubmittedIsShownWhole(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	a := o.submit()
	for _, who := range []*flowtest.Chat{o.recommender, o.staff, o.observer} {
		who.Says("/desk").Sees("共 1 个：待推荐 1", a.Number).Presses("吉安市示范医院")
		who.Sees("待推荐", a.Number, "第 1 版", "6 个文件", "专业技术").Presses("查看全部内容")
		seen := ""
		for {
			seen += who.Screen()
			if !who.Has("下一页") {
				break
			}
			who.Presses("下一页")
		}
		for _, want := range []string{"阳明西路108号", "13800000000", "30 万元", "引进办法.pdf", "成果.xlsx", "高级职称人数", "申报综述", "2025年3月4日", "第 9/9 页"} {
			if !strings.Contains(seen, want) {
				t.Errorf("%s does not see %s", who.Who.Name, want)
			}
		}
		who.Presses("返回概要").Presses("返回台账").Sees("申报台账")
	}
}

func TestItIsShownAsItWasFrozen(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	a := o.submit()
	o.Change(func(tx *store.Tx) error {
		d, err := tx.Draft(card.FormName, strconv.FormatInt(int64(a.ID), 10))
		if err != nil {
			return err
		}
		return tx.PutAnswer(&d, store.Answer{Name: "address", Value: []byte(`"后来改的地址"`), By: o.contact.Who.ID})
	})
	o.staff.Says("/desk").Presses("吉安市示范医院").Presses("查看全部内容").Sees("阳明西路108号").SeesNot("后来改的地址")
}

func TestFilesOfASectionAreSentProtected(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.submit()
	o.recommender.Says("/desk").Presses("吉安市示范医院").Presses("查看全部内容").Presses("六有-2").Presses("接收本部分文件（1）")
	if !strings.Contains(o.recommender.Toast(), "1 个文件") || len(o.recommender.Sent()) != 1 {
		t.Fatalf("toast %q, %d files", o.recommender.Toast(), len(o.recommender.Sent()))
	}
	if f := o.recommender.Sent()[0]; !f.Protect || f.FileID == 0 || f.Key == "" || f.Caption != "card.file" {
		t.Errorf("sent %+v", f)
	}
	first := o.recommender.Sent()[0].Key
	o.staff.Says("/desk").Presses("吉安市示范医院").Presses("查看全部内容").Presses("六有-2").Presses("接收本部分文件")
	if o.staff.Sent()[0].Key == first {
		t.Error("two people's files have one key")
	}
}

func TestTheOtherBodySeesNothing(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	a := o.submit()
	o.neighbour.Says("/desk").Sees("共 0 个", "暂无申报").SeesNot("示范医院")
	for _, act := range []string{"desk.card", "desk.page", "desk.files"} {
		b := flows.Button{Text: "desk.button.pages", Act: act, Object: int64(a.ID), Arg: "unit"}
		o.neighbour.PressesButton(b).Sees("您暂无权限").SeesNot("示范医院")
		b.Object = 4711
		o.neighbour.PressesButton(b).Sees("您暂无权限")
	}
	o.neighbour.Says("/todo").Sees("目前没有需要您办理的事项")
	o.contact.Says("/desk").Sees("没有可供您使用的命令")
}

func TestCountsAddUp(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	states := []programme.ApplicationState{
		programme.AppDraft, programme.AppDraft, programme.AppAwaitingLeader, programme.AppSubmitted, programme.AppSubmitted,
		programme.AppSubmitted, programme.AppRecommended, programme.AppChecking, programme.AppNotRecommended, programme.AppWithdrawn,
	}
	for i, s := range states {
		o.Application(o.Unit(fmt.Sprintf("第%d单位", i)), o.round, s)
	}
	far := o.Unit("邻区单位", func(u *programme.Unit) { u.AreaID = o.Body("qingyuan").ID })
	o.Application(far, o.round, programme.AppSubmitted)

	o.recommender.Says("/desk").Sees("共 10 个", "填写中 2 个：单位联络员", "待单位确认 1 个：单位领导", "待推荐 3 个：推荐单位", "未推荐 1 个：已办结").
		SeesNot("邻区单位", "第0单位")
	o.recommender.Presses("全部 10").Sees("共 10 个：填写中 2 · 待单位确认 1 · 待推荐 3 · 已推荐 1 · 资格审查中 1 · 未推荐 1 · 已撤回 1", "第 1/2 页").SeesNot("邻区单位")
	o.recommender.Presses("下一页").Sees("9. 第8单位", "10. 第9单位", "第 2/2 页")
	o.recommender.Presses("待推荐 3").Sees("仅列：待推荐（3 个）", "3. 第5单位").SeesNot("第0单位", "第 1/")
	o.recommender.Presses("全部 10").Sees("8. 第7单位")
	o.staff.Says("/desk").Sees("共 11 个").SeesNot("邻区单位").Presses("待推荐 4").Sees("4. 邻区单位")
	o.neighbour.Says("/desk").Sees("共 1 个：待推荐 1", "邻区单位")
}

func TestPagesBeyondTheListAreTheNearest(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.Application(o.unit, o.round, programme.AppSubmitted)
	for _, arg := range []string{"/99", "/0", "/-3", "/x", "", "nowhere/1", "submitted/7"} {
		o.staff.PressesButton(flows.Button{Text: "desk.button.list", Act: "desk.list", Arg: arg}).Sees("1. 吉安市示范医院")
	}
	o.staff.PressesButton(flows.Button{Text: "desk.button.list", Act: "desk.list", Arg: "awarded/1"}).Sees("共 1 个", "暂无申报")
}

func TestWhatWaitsForTheBody(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.recommender.Says("/todo").Sees("目前没有需要您办理的事项")
	o.submit()
	o.recommender.Says("/todo").Sees("待推荐：吉安市示范医院").Presses("查看：吉安市示范医院").Sees("待推荐", "第 1 版")
	for i := range 5 {
		o.Application(o.Unit(fmt.Sprintf("第%d单位", i)), o.round, programme.AppSubmitted)
	}
	o.recommender.Says("/todo").Sees("待推荐的申报共 6 个").Presses("查看待推荐（6）").Sees("仅列：待推荐（6 个）")
}

func TestEachStateIsAtOneStage(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	total := map[string]int{}
	for _, s := range []programme.ApplicationState{
		programme.AppUnderReview, programme.AppNotShortlisted, programme.AppShortlisted, programme.AppInspected,
		programme.AppNotSelected, programme.AppProposed, programme.AppInPublicity, programme.AppOnHold,
		programme.AppAwarded, programme.AppIneligible, programme.AppDisqualified,
	} {
		o.Application(o.Unit(string(s)), o.round, s)
		total[string(s)]++
	}
	o.staff.Says("/desk").Sees(fmt.Sprintf("共 %d 个", len(total)), "评审中 2 个", "考察中 1 个", "待审定 3 个", "公示中 2 个", "已命名 1 个", "资格审查未通过 1 个", "已取消资格 1 个")
	o.staff.Presses("待审定 3").Sees("inspected", "not_selected", "proposed").SeesNot("on_hold")
}

func TestATypedNameFilters(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for i := range 9 {
		o.Application(o.Unit(fmt.Sprintf("吉安市第%d中学", i)), o.round, programme.AppSubmitted)
	}
	o.Application(o.unit, o.round, programme.AppDraft)
	far := o.Unit("吉安市邻区中学", func(u *programme.Unit) { u.AreaID = o.Body("qingyuan").ID })
	o.Application(far, o.round, programme.AppSubmitted)

	o.recommender.Says("/desk").Says("中学").Sees("名称或编号含「中学」（9 个）", "8. 吉安市第7中学", "第 1/2 页").SeesNot("邻区", "示范医院")
	o.recommender.Presses("下一页").Sees("含「中学」（9 个）", "9. 吉安市第8中学", "第 2/2 页")
	o.recommender.Says("第3").Sees("（1 个）", "1. 吉安市第3中学")
	o.recommender.Says("示范").Presses("吉安市示范医院").Sees("仅本单位可见")
	o.recommender.Says("中学").Sees("目前没有正在填写的内容") // the card is no list
	o.recommender.Says("/desk").Presses("填写中 1").Says("中学").Sees("仅列：填写中，名称或编号含「中学」（0 个）", "没有找到相符的申报")
	o.recommender.Says("示范").Sees("1. 吉安市示范医院").Presses("全部 10").Sees("共 10 个：")
	for _, odd := range []string{"%", "_", "'", "<b>", strings.Repeat("长", 400), "a/", "a/b"} {
		o.recommender.Says("/desk").Says(odd).Sees("申报台账").SeesNot("1. ")
	}
	o.staff.Says("/desk").Says(" 邻区 ").Sees("1. 吉安市邻区中学")
	o.neighbour.Says("/desk").Says("第3").Sees("（0 个）")
}

// What is due sooner stands before the others; what is done stands last.
func TestTheListIsSortedByDueDate(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.Application(o.Unit("已办结的"), o.round, programme.AppWithdrawn)
	o.Application(o.Unit("待推荐的"), o.round, programme.AppSubmitted)
	o.Application(o.Unit("填写中的"), o.round, programme.AppDraft)
	o.staff.Says("/desk").Sees("1. 填写中的", "2. 待推荐的", "3. 已办结的")
}

// Who works in the office and belongs to a unit besides is told nothing of that
// unit: not in a list, a count, a search, a card or a file.
func TestOwnUnitIsInNoListAndNoCount(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.submit()
	a := o.mine()
	o.Application(o.Unit("别的单位"), o.round, programme.AppSubmitted)
	o.staff.Says("/desk").Sees("共 2 个", "示范医院")
	o.Change(func(tx *store.Tx) error {
		return tx.AddGrant(&programme.Grant{PersonID: o.staff.Who.ID, Role: programme.RoleHead, UnitID: o.unit.ID, State: programme.GrantActive})
	})
	o.staff.Says("/desk").Sees("共 1 个：待推荐 1", "别的单位").SeesNot("示范医院")
	o.staff.Says("示范").Sees("（0 个）")
	for _, act := range []string{"desk.card", "desk.page", "desk.files"} {
		o.staff.Forges(act, int64(a.ID), "1").Sees("您暂无权限")
	}
	o.observer.Says("/desk").Sees("共 2 个")
}

func TestWhatWaitsForTheOffice(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.Application(o.Unit("待审查的"), o.round, programme.AppRecommended)
	o.Application(o.Unit("审查中的"), o.round, programme.AppChecking)
	o.Application(o.Unit("等领导的"), o.round, programme.AppAwaitingLeader)
	o.staff.Says("/todo").Sees("已推荐的申报 1 个", "资格审查中的申报 1 个").SeesNot("待单位确认")
	o.Now = flowtest.At("2026-04-02") // the round closes on 9 April; 4 to 6 April are a holiday
	o.staff.Says("/todo").SeesNot("待单位确认")
	o.Now = flowtest.At("2026-04-03")
	o.staff.Says("/todo").Sees("1. 待单位确认的申报 1 个", "期限：2026年4月9日").Presses("待单位确认 1").Sees("仅列：待单位确认（1 个）")
	o.Now = flowtest.At("2026-04-10")
	o.staff.Says("/todo").SeesNot("待单位确认")
	o.observer.Says("/todo").Sees("目前没有需要您办理的事项")
}

func TestManyTasksArePaged(t *testing.T) {
	t.Parallel()
	many := flows.Feature{Name: "many", Todo: func(tx *store.Tx) (tasks []flows.Task, _ error) {
		for i := range 9 {
			due := tx.Today().AddDays(i - 1)
			button := flows.Button{Text: "button.menu", Act: "/menu"}
			tasks = append([]flows.Task{{Text: "desk.todo.many", Data: map[string]any{"Count": i}, Due: due, Button: button}}, tasks...)
		}
		return tasks, nil
	}}
	h := flowtest.New(t, flowtest.At("2026-03-10"), many)
	h.Round(programme.RoundApplying, func(r *programme.Round) { r.ClosesOn = programme.Date{Year: 2026, Month: 4, Day: 10} })
	c := h.Of(h.Person("孙市办", programme.RoleOffice))
	c.Says("/todo").Sees("共 9 项，第 1/2 页", "1. 待推荐的申报共 0 个", "期限：2026年3月9日（已过期限）", "8. 待推荐的申报共 7 个").SeesNot("9. ")
	c.Presses("下一页").Sees("9. 待推荐的申报共 8 个", "第 2/2 页").Presses("上一页").Sees("第 1/2 页")
	for _, odd := range []string{"99", "-1", "x"} {
		c.Says("/todo " + odd).Sees("页")
	}
}

// Where nothing waits, what comes next is said, and when.
func TestNothingWaitsAndWhatComesNext(t *testing.T) {
	t.Parallel()
	h := flowtest.New(t, flowtest.At("2026-03-10"), desk.Feature)
	c := h.Of(h.Person("周监督", programme.RoleSupervisor))
	c.Says("/todo").Sees("目前没有需要您办理的事项", "目前没有进行中的评选轮次")
	dated := func(r *programme.Round) {
		r.Title, r.ClosesOn = "2026年度评选", programme.Date{Year: 2026, Month: 4, Day: 10}
		r.RecommendBy = programme.Date{Year: 2026, Month: 4, Day: 30}
	}
	h.Round(programme.RoundApplying, dated)
	c.Says("/todo").Sees("下一步：2026年4月10日申报截止（2026年度评选）")
	h.Now = flowtest.At("2026-04-11")
	c.Says("/todo").Sees("下一步：2026年4月30日推荐截止")
	h.Now = flowtest.At("2026-05-01")
	c.Says("/todo").Sees("2026年度评选当前阶段：单位申报")
}
