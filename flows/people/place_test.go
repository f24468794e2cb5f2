package people_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"luling/store/programme"
)

func TestLeaderInvitesTheOwnContact(t *testing.T) {
	t.Parallel()
	w := town(t)
	u, other := w.Unit("吉安甲厂"), w.Unit("吉安乙厂")
	head := w.Person("赵厂长", programme.RoleHead, u)
	chat := w.Of(head).Says("/people").Sees("吉安甲厂", "主要负责人：赵厂长", "尚无联络员")
	chat.Presses("邀请人员").Sees("姓名").Says("王").Sees("还差 1 字").Says("王小明").Sees("职务").Presses("跳过")
	chat.Sees("各项已填写完整").Presses("提交").Sees("邀请已生成", "https://t.me/luling_bot?start=", "2026年3月9日 09:00")
	code := regexp.MustCompile(`<code>(.*)</code>`).FindStringSubmatch(chat.Screen())[1]
	chat.Says("/people").Sees("已邀请，尚未启用", "王小明").SeesNot(code)
	if n := strings.Count(chat.Screen(), "王小明"); n != 1 {
		t.Errorf("one invitation is listed %d times", n)
	}
	w.Chat(stranger).Says(code).Sees("已启用：联络员", "王小明", "吉安甲厂")

	chat.Forges("people.invite", 0, unitOf(other)).Sees("暂无权限")
	chat.Forges("people.at", 0, unitOf(other)).Sees("暂无权限")
	chat.Forges("people.invite", 0, "city/0").Sees("暂无权限")
	chat.Forges("people.at", 0, "nonsense").Sees("暂无权限")
	chat.Forges("people.units", 0, "").Sees("暂无权限")
	w.Chat(stranger).Says("/people").Sees("吉安甲厂", "赵厂长").SeesNot("邀请人员").
		Forges("people.invite", 0, unitOf(u)).Sees("暂无权限")
}

func TestRecommenderInvitesForOwnUnits(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.Unit("吉州甲厂")
	far := w.Unit("青原乙厂", func(u *programme.Unit) { u.AreaID = w.Body("qingyuan").ID })
	body := w.Person("区委组织部", programme.RoleRecommender, w.Body("jizhou"))
	chat := w.Of(body).Says("/people").Sees("吉州甲厂（缺联络员）").SeesNot("青原乙厂")
	chat.Presses("吉州甲厂").Presses("邀请人员").Sees("请选择被邀请人的身份").Presses("主要负责人")
	chat.Says("赵厂长").Says("厂长").Presses("提交").Sees("吉州甲厂 主要负责人")
	chat.Forges("people.invite", 0, unitOf(far)).Sees("暂无权限")
	chat.Forges("people.bodies", 0, "").Sees("暂无权限")
	chat.Forges("people.invite", 0, "city/0").Sees("暂无权限")
}

func TestUnitsWithoutAContact(t *testing.T) {
	t.Parallel()
	w := town(t)
	for i := range 19 {
		u := w.Unit(fmt.Sprintf("第%02d单位", i+1))
		if i%2 == 0 {
			w.Person(fmt.Sprint("联络员", i), programme.RoleContact, u)
		}
	}
	w.Unit("青原乙厂", func(u *programme.Unit) { u.AreaID = w.Body("qingyuan").ID })
	chat := w.Of(w.Person("区委组织部", programme.RoleRecommender, w.Body("jizhou")))
	chat.Says("/people").Presses("缺联络员").Sees("第02单位", "8. 第16单位").SeesNot("第01单位", "第18单位", "青原")
	chat.Presses("下一页").Sees("9. 第18单位").SeesNot("第16单位", "下一页").Presses("上一页").Sees("1. 第02单位")
	w.Of(w.Person("赵厂长", programme.RoleHead, w.Unit("吉安甲厂"))).Forges("people.vacant", 0, "").Sees("暂无权限")
}

func TestOfficeInvitesEverybody(t *testing.T) {
	t.Parallel()
	w := town(t)
	for i := range 9 {
		w.Unit(fmt.Sprintf("第%d单位", i+1))
	}
	office := w.Person("刘主任", programme.RoleOffice)
	chat := w.Of(office).Says("/people").Presses("单位人员").Sees("8. ").SeesNot("9. ")
	chat.Presses("下一页").Sees("9. ").Presses("上一页").Sees("1. ")
	chat.Says("/people").Presses("推荐单位人员").Presses("1. ").Presses("邀请人员").Says("王部长").Presses("跳过").Presses("提交").Sees("推荐单位")
	chat.Says("/people").Presses("市级人员").Sees("市人才办：刘主任").Presses("邀请人员").Presses("评审专家").
		Says("陈教授").Presses("跳过").Presses("提交").Sees("须经市人才办确认", "2026年3月5日 09:00")
}

// Two people of a unit who invite at once do not meet in one form.
func TestInvitingAtOnce(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	a, b := w.Of(w.Person("赵厂长", programme.RoleHead, u)), w.Of(w.Person("钱副厂长", programme.RoleDeputy, u))
	a.Says("/people").Presses("邀请人员").Says("王小明")
	b.Says("/people").Presses("邀请人员").Sees("姓名").SeesNot("王小明").Says("李小红").Presses("跳过").Presses("提交").Sees("李小红")
	a.Presses("跳过").Sees("王小明").Presses("提交").Sees("王小明")
}
