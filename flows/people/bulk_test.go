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

// slips are the invitations of the document that came with the latest turn.
func slips(c *flowtest.Chat) []map[string]any {
	if c.Paper() == nil {
		return nil
	}
	return c.Paper().Data.(map[string]any)["Slips"].([]map[string]any)
}

// listed notes somebody as a list of people does: with an invitation whose secret nobody has.
func listed(w *flowtest.House, i programme.Invitation) {
	w.T.Helper()
	w.Change(func(tx *store.Tx) error {
		i.CodeHash, i.ExpiresAt = fmt.Sprintf("%064x", len(i.Name)*1000+int(i.UnitID)*10+len(i.Role)), tx.Now().Add(time.Hour)
		return tx.AddInvitation(&i)
	})
}

func TestInvitationsInBulk(t *testing.T) {
	t.Parallel()
	w := town(t)
	manned, empty, named := w.Unit("甲厂"), w.Unit("乙小学"), w.Unit("丙医院")
	far := w.Unit("青原丁厂", func(u *programme.Unit) { u.AreaID = w.Body("qingyuan").ID })
	w.Person("孙联络", programme.RoleContact, manned)
	listed(w, programme.Invitation{Role: programme.RoleContact, UnitID: named.ID, Name: "钱联络", Post: "主任", Phone: "13800000001"})
	listed(w, programme.Invitation{Role: programme.RoleDeputy, UnitID: named.ID, Name: "孙副院长"})
	listed(w, programme.Invitation{Role: programme.RoleContact, UnitID: manned.ID, Name: "旧联络"})
	old := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: empty.ID, Name: "周老师"})

	body := w.Of(w.Person("李科长", programme.RoleRecommender, w.Body("jizhou")))
	body.Says("/people").Presses("批量邀请").Sees("尚未激活 3 人", "丙医院 联络员 钱联络，主任", "分管领导 孙副院长", "乙小学 联络员 周老师").SeesNot("甲厂", "青原", "旧联络")
	body.Presses("生成邀请单（3 份）").Sees("请再次确认", "同时作废")
	if body.Paper() != nil {
		t.Fatal("one tap made a document")
	}
	body.Presses("再次确认").Sees("邀请单已生成", "共 3 份", "平台不留存")
	list := slips(body)
	if len(list) != 3 {
		t.Fatalf("%d slips", len(list))
	}
	codes := map[string]string{}
	for _, s := range list {
		codes[s["Name"].(string)] = s["Typed"].(string)
		if strings.Contains(body.Screen(), s["Typed"].(string)) || strings.Contains(body.Screen(), s["Link"].(string)) {
			t.Error("the screen shows a secret")
		}
	}
	w.Chat(stranger).Says(old.Typed).Sees("邀请码不可用")
	w.Chat(stranger+1).Says(codes["钱联络"]).Sees("已启用：联络员", "钱联络")
	w.Look(func(tx *store.Tx) error {
		p, err := tx.PersonByTelegram(stranger + 1)
		if p.Phone != "13800000001" || p.Post != "主任" {
			t.Errorf("%+v", p)
		}
		return err
	})
	body.Says("/people").Presses("批量邀请").Sees("尚未激活 2 人").SeesNot("钱联络")
	body.Presses("生成邀请单").Presses("再次确认")
	w.Chat(stranger + 2).Says(codes["孙副院长"]).Sees("邀请码不可用")
	for _, s := range slips(body) {
		if s["Name"] == "孙副院长" {
			w.Chat(stranger+2).Says(s["Typed"].(string)).Sees("已启用：分管领导", "孙副院长")
		}
	}
	body.Forges("people.bulk", 0, fmt.Sprintf("body/%d/1", w.Body("qingyuan").ID)).SeesNot("青原")
	w.Of(w.Person("赵厂长", programme.RoleHead, far)).Forges("people.bulk", 0, "all/1").Sees("暂无权限")
}

// A place without anybody known is invited too: who comes says his own name.
func TestWhoComesSaysHisName(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.Unit("乙小学")
	office := w.Of(w.Person("刘主任", programme.RoleOffice))
	office.Says("/people").Presses("批量邀请").Sees("没有联络员的单位").Presses("申报单位（1）").Sees("乙小学 联络员（姓名由本人填写）")
	office.Presses("生成邀请单").Presses("再次确认")
	guest := w.Chat(stranger).Says(slips(office)[0]["Typed"].(string)).Sees("请填写您的姓名")
	guest.Says("/menu").Sees("1 项待办").Says("/todo").Presses("填写姓名").Says("吴老师").Presses("跳过").Says("13800000002").Presses("提交").Sees("吴老师", "乙小学 联络员")
	guest.Says("/todo").SeesNot("填写您的姓名")
	guest.Forges("people.self", 0, "").Sees("暂无权限")
	office.Says("/people").Presses("批量邀请").Sees("申报单位（0）").Presses("申报单位").Sees("均已激活").SeesNot("生成邀请单")
}

// What was seen is what is made: a list that changed is shown again.
func TestTheListThatWasSeen(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.Unit("乙小学")
	office := w.Of(w.Person("刘主任", programme.RoleOffice))
	office.Says("/people").Presses("批量邀请").Presses("申报单位")
	w.Unit("丙医院")
	office.Presses("生成邀请单（1 份）").Sees("名单在您查看后有变化", "丙医院").Presses("生成邀请单（2 份）")
	w.Unit("丁公司")
	now := office.Button("再次确认")
	office.Presses("再次确认").Sees("名单在您查看后有变化", "丁公司")
	office.PressesButton(now).Sees("有变化")
	office.Presses("生成邀请单（3 份）").Presses("再次确认").Sees("共 3 份")
	office.PressesButton(now).Sees("有变化")
	if office.Paper() != nil {
		t.Error("an old button makes a document")
	}
	for _, arg := range []string{"", "units", "nonsense/1", "units/zzz!", "!", "//"} {
		office.Forges("people.bulk_print", 0, arg)
		if office.Forges("people.bulk", 0, arg); office.Paper() != nil {
			t.Errorf("%q makes a document", arg)
		}
	}
}

// One document has at most a hundred; the next one begins with those who had none.
func TestManyInvitations(t *testing.T) {
	t.Parallel()
	w := town(t)
	for i := range 103 {
		w.Unit(fmt.Sprintf("第%03d小学", i+1))
	}
	w.Unit("青原丁厂", func(u *programme.Unit) { u.AreaID = w.Body("qingyuan").ID })
	office := w.Of(w.Person("刘主任", programme.RoleOffice))
	office.Says("/people").Presses("推荐单位人员").Presses("1. ").Presses("批量邀请所属单位").Sees("尚未激活 103 人", "第 1/7 页", "一次最多 100 份").SeesNot("青原").Presses("下一页").Sees("16. ").Presses("上一页")
	office.Presses("生成邀请单（100 份）").Presses("再次确认，生成 100 份").Sees("共 100 份")
	w.Now = w.Now.Add(time.Minute)
	office.Says("/people").Presses("推荐单位人员").Presses("1. ").Presses("批量邀请所属单位").Sees("1. 第101小学", "3. 第103小学", "4. 第001小学 联络员（姓名由本人填写）（2026年3月2日")
}

// Reviewers and the office have three days, and somebody confirms them.
func TestBulkOfTheCity(t *testing.T) {
	t.Parallel()
	w := town(t)
	listed(w, programme.Invitation{Role: programme.RoleReviewer, Name: "陈教授"})
	office := w.Of(w.Person("刘主任", programme.RoleOffice))
	office.Says("/people").Presses("批量邀请").Presses("市级人员（1）").Sees("评审专家 陈教授").Presses("生成").Presses("再次确认")
	s := slips(office)[0]
	if until := s["Until"].(time.Time); !until.Equal(w.Now.Add(72*time.Hour)) || s["AsksFirst"] != true {
		t.Errorf("%+v", s)
	}
	w.Chat(stranger).Says(s["Typed"].(string)).Sees("已收到您的申请")
	office.Says("/people").Presses("批量邀请").Sees("市级人员（0）")
}
